package io.callcheck.exchange;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.BitSet;
import java.util.List;

/**
 * One form of a credential that is looked for.
 *
 * @param text what is looked for
 * @param base64 whether it stands within base64, all of which is taken out then
 */
record Needle(String text, boolean base64) {
    /** So much of the beginning of a long one gives it away: the rest may have been cut off. */
    static final int TELLING = 12;
    /** So much of it is hidden at a place where a text was cut. */
    private static final int REMNANT = 4;
    /** At the end of a text fewer characters stand by chance: it need not have been cut there. */
    static final int ENDING = 10;
    /** Fewer characters of base64 stand in any text by chance. */
    private static final int CORE = 6;

    /** Where the kit cut a text. */
    static final String ELLIPSIS = "…";

    /** Written out, as hashCode is: the first use of what a record brings along takes 30 ms of each start. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Needle needle && base64 == needle.base64 && text.equals(needle.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The forms of a secret: plain, and in base64 at each of the three places where it may begin there. */
    static List<Needle> of(String secret) {
        List<Needle> needles = new ArrayList<>();
        needles.add(new Needle(secret, false));
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        needles.add(encoded(Base64.getEncoder().encodeToString(bytes)));
        needles.add(encoded(Base64.getUrlEncoder().encodeToString(bytes)));
        for (int before = 0; before < 3; before++) {
            core(needles, Base64.getEncoder(), bytes, before);
            core(needles, Base64.getUrlEncoder(), bytes, before);
        }
        return needles;
    }

    /** Base64 that is a credential. */
    static Needle encoded(String base64) {
        return new Needle(base64.replace("=", ""), true);
    }

    /** The characters of base64 that the secret alone decides, with so many bytes before it. */
    private static void core(List<Needle> needles, Base64.Encoder encoder, byte[] secret, int before) {
        byte[] shifted = new byte[before + secret.length];
        System.arraycopy(secret, 0, shifted, before, secret.length);
        String encoded = encoder.withoutPadding().encodeToString(shifted);
        int begin = (before * 8 + 5) / 6;
        int end = shifted.length * 8 / 6;
        if (end - begin >= CORE) {
            needles.add(new Needle(encoded.substring(begin, end), true));
        }
    }

    /** Whether so much of it stands at a place of a text that it is to be hidden, or stands there up to the end. */
    boolean tells(String in, int at) {
        int shown = 0;
        while (shown < text.length() && at + shown < in.length() && in.charAt(at + shown) == text.charAt(shown)) {
            shown++;
        }
        return shown >= Math.min(text.length(), TELLING) || (at + shown == in.length() && shown >= ENDING);
    }

    /** Marks every place of a reading where it stands. */
    void find(Unescaped reading, BitSet hidden) {
        String in = reading.text();
        String telling = text.substring(0, Math.min(text.length(), TELLING));
        for (int at = in.indexOf(telling); at >= 0; at = in.indexOf(telling, at + 1)) {
            int end = at + telling.length();
            while (end - at < text.length() && end < in.length() && in.charAt(end) == text.charAt(end - at)) {
                end++;
            }
            reading.mark(base64 ? left(in, at) : at, base64 ? right(in, end) : end, hidden);
        }
        remnant(reading, in.length(), ENDING, hidden);
        for (int cut = in.indexOf(ELLIPSIS); cut >= 0; cut = in.indexOf(ELLIPSIS, cut + 1)) {
            remnant(reading, cut, REMNANT, hidden);
        }
    }

    /** Marks the beginning of a credential before a place where a text was cut. */
    private void remnant(Unescaped reading, int cut, int least, BitSet hidden) {
        for (int length = Math.min(text.length() - 1, Math.min(cut, TELLING)); length >= least; length--) {
            if (reading.text().regionMatches(cut - length, text, 0, length)) {
                reading.mark(cut - length, cut, hidden);
                return;
            }
        }
    }

    private static int left(String in, int at) {
        int begin = at;
        while (begin > 0 && alphabet(in.charAt(begin - 1))) {
            begin--;
        }
        return begin;
    }

    private static int right(String in, int from) {
        int end = from;
        while (end < in.length() && (alphabet(in.charAt(end)) || in.charAt(end) == '=')) {
            end++;
        }
        return end;
    }

    private static boolean alphabet(char c) {
        return c < 128 && (Character.isLetterOrDigit(c) || c == '+' || c == '/' || c == '-' || c == '_');
    }
}
