package io.callcheck.exchange;

import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.Set;

/** All forms of all credentials that are looked for, and in one pass over a text whether any of them may stand there. */
final class Needles {
    /** Characters of the beginning of a needle that are looked for at once: no more than what is hidden of one. */
    private static final int START = 6;

    private static final int CHARACTER = 8;
    private static final long WINDOW = (1L << (START * CHARACTER)) - 1;
    private static final int BITS = 16;
    /** Spreads over the bits: the golden ratio, as Knuth's multiplicative hashing has it. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final Set<Needle> all;
    private final BitSet starts = new BitSet(1 << BITS);
    private final boolean tooShort;
    private final boolean blanks;

    Needles(Set<Needle> all) {
        this.all = new LinkedHashSet<>(all);
        boolean anyShort = false;
        boolean anyBlank = false;
        for (Needle needle : all) {
            String text = needle.text();
            anyShort |= text.length() < START;
            anyBlank |= text.indexOf(' ') >= 0;
            starts.set(bit(text.substring(0, Math.min(START, text.length()))));
        }
        this.tooShort = anyShort;
        this.blanks = anyBlank;
    }

    /** These and others. */
    Needles and(Set<Needle> more) {
        Set<Needle> both = new LinkedHashSet<>(all);
        both.addAll(more);
        return both.size() == all.size() ? this : new Needles(both);
    }

    /** Marks every place of a text where one of them stands, however it is written there. */
    void find(String text, BitSet hidden) {
        if (!Unescaped.escapes(text, blanks)) {
            if (mayHold(text)) {
                find(Unescaped.raw(text), hidden);
            }
            return;
        }
        for (Unescaped reading : Unescaped.readings(text, blanks)) {
            if (mayHold(reading.text())) {
                find(reading, hidden);
            }
        }
    }

    private void find(Unescaped reading, BitSet hidden) {
        for (Needle needle : all) {
            needle.find(reading, hidden);
        }
    }

    /** Whether any stands there, or may where the text was cut: texts that hold none are nearly all that there are. */
    private boolean mayHold(String text) {
        if (tooShort || text.indexOf(Needle.ELLIPSIS) >= 0) {
            return true;
        }
        long window = 0;
        for (int i = 0; i < text.length(); i++) {
            window = next(window, text.charAt(i));
            if (starts.get(bit(window)) && i >= START - 1) {
                int at = i - START + 1;
                if (all.stream().anyMatch(n -> n.tells(text, at))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int bit(String start) {
        long window = 0;
        for (int i = 0; i < start.length(); i++) {
            window = next(window, start.charAt(i));
        }
        return bit(window);
    }

    /** Of the characters before the last few nothing is left in it. */
    private static long next(long window, char c) {
        return ((window << CHARACTER) ^ c) & WINDOW;
    }

    private static int bit(long window) {
        return (int) ((window * SPREAD) >>> (Long.SIZE - BITS));
    }
}
