package io.callcheck.exchange;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A reading of a text with escapes undone, which knows where in the text each of its characters stands.
 *
 * @param text the reading
 * @param begins where each character begins in the text; one more for the end
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Unescaped(String text, int[] begins) {
    /** Escapes over one another: more than that nobody writes by accident. */
    private static final int DEEP = 3;

    private static final Map<String, Character> NAMED =
            Map.of("&amp;", '&', "&lt;", '<', "&gt;", '>', "&quot;", '"', "&apos;", '\'');
    private static final Map<Character, Character> SHORT =
            Map.of('n', '\n', 'r', '\r', 't', '\t', 'b', '\b', 'f', '\f');

    /** Percent-encoding. */
    static final UnaryOperator<Unescaped> PERCENT = r -> r.undone('%', Unescaped::percent);
    /** Form encoding, in which a blank is a plus. */
    static final UnaryOperator<Unescaped> FORM = r -> PERCENT.apply(new Unescaped(r.text.replace('+', ' '), r.begins));
    /** The escapes of a JSON string. */
    static final UnaryOperator<Unescaped> JSON = r -> r.undone('\\', Unescaped::json);
    /** The character references of HTML and XML. */
    static final UnaryOperator<Unescaped> HTML = r -> r.undone('&', Unescaped::html);

    private static final List<UnaryOperator<Unescaped>> ALL = List.of(PERCENT, JSON, HTML);
    private static final List<UnaryOperator<Unescaped>> WITH_FORM = List.of(PERCENT, JSON, HTML, FORM);

    /** How one escape is read. */
    private interface Escape {
        /**
         * Reads the escape at a place.
         *
         * @return its length and its character; 0 when there is none
         */
        long at(String text, int at);
    }

    /** Whether a text may have more readings than the one that it is. */
    static boolean escapes(String text, boolean blanks) {
        return text.indexOf('%') >= 0
                || text.indexOf('\\') >= 0
                || text.indexOf('&') >= 0
                || (blanks && text.indexOf('+') >= 0);
    }

    /** The text as it is. */
    static Unescaped raw(String text) {
        int[] begins = new int[text.length() + 1];
        for (int i = 0; i < begins.length; i++) {
            begins[i] = i;
        }
        return new Unescaped(text, begins);
    }

    /**
     * The text as it is, and every other reading that escapes allow.
     *
     * @param blanks whether a plus is to be read as a blank too, as in a form
     */
    static List<Unescaped> readings(String text, boolean blanks) {
        List<Unescaped> all = new ArrayList<>(List.of(raw(text)));
        Set<String> known = new HashSet<>();
        int from = 0;
        for (int depth = 0; depth < DEEP; depth++) {
            int until = all.size();
            for (Unescaped reading : List.copyOf(all.subList(from, until))) {
                for (UnaryOperator<Unescaped> undoing : blanks ? WITH_FORM : ALL) {
                    Unescaped next = undoing.apply(reading);
                    // Most signs escape nothing, and the hash of a long text takes its time.
                    if (!next.text.equals(reading.text)) {
                        known.add(text);
                        if (known.add(next.text)) {
                            all.add(next);
                        }
                    }
                }
            }
            from = until;
        }
        return all;
    }

    /** Marks where a part of the reading stands in the text. */
    void mark(int from, int to, BitSet hidden) {
        hidden.set(begins[from], begins[to]);
    }

    private Unescaped undone(char sign, Escape escape) {
        int at = next(sign, escape, 0);
        if (at < 0) {
            return this;
        }
        StringBuilder plain = new StringBuilder(text.length());
        int[] places = new int[text.length() + 1];
        int from = 0;
        while (at >= 0) {
            copy(from, at, plain, places);
            long read = escape.at(text, at);
            places[plain.length()] = begins[at];
            plain.append((char) read);
            from = at + (int) (read >> Character.SIZE);
            at = next(sign, escape, from);
        }
        copy(from, text.length(), plain, places);
        places[plain.length()] = begins[text.length()];
        return new Unescaped(plain.toString(), places);
    }

    private void copy(int from, int to, StringBuilder plain, int[] places) {
        System.arraycopy(begins, from, places, plain.length(), to - from);
        plain.append(text, from, to);
    }

    /** The place of the next escape: many a sign is none, such as what stands between the fields of a form. */
    private int next(char sign, Escape escape, int from) {
        int at = text.indexOf(sign, from);
        while (at >= 0 && escape.at(text, at) == 0) {
            at = text.indexOf(sign, at + 1);
        }
        return at;
    }

    private static long percent(String text, int at) {
        return hex(text, at + 1, 2, 3);
    }

    private static long json(String text, int at) {
        if (at + 1 >= text.length()) {
            return 0;
        }
        char next = text.charAt(at + 1);
        if (next == 'u') {
            return hex(text, at + 2, 4, 6);
        }
        if (next == '"' || next == '\\' || next == '/') {
            return read(2, next);
        }
        return SHORT.containsKey(next) ? read(2, SHORT.getOrDefault(next, next)) : 0;
    }

    private static long html(String text, int at) {
        int end = text.indexOf(';', at);
        if (end < 0 || end - at > 8) {
            return 0;
        }
        String reference = text.substring(at, end + 1).toLowerCase(Locale.ROOT);
        if (NAMED.containsKey(reference)) {
            return read(reference.length(), NAMED.getOrDefault(reference, '&'));
        }
        try {
            boolean hex = reference.startsWith("&#x");
            String digits = reference.substring(Math.min(hex ? 3 : 2, reference.length() - 1), reference.length() - 1);
            return reference.startsWith("&#")
                    ? read(reference.length(), (char) Integer.parseInt(digits, hex ? 16 : 10))
                    : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static long hex(String text, int from, int digits, int length) {
        int value = 0;
        for (int i = from; i < from + digits; i++) {
            int digit = i < text.length() ? Character.digit(text.charAt(i), 16) : -1;
            if (digit < 0) {
                return 0;
            }
            value = value * 16 + digit;
        }
        return read(length, (char) value);
    }

    private static long read(int length, char character) {
        return ((long) length << Character.SIZE) | character;
    }
}
