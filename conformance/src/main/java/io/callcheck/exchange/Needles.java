package io.callcheck.exchange;

import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * All forms of all credentials that are looked for, and in one pass over a text whether any of them may stand there. The
 * pass skips: three characters in a row that stand nowhere in the beginning of any needle are in none that is there (Wu and
 * Manber, A fast algorithm for multi-pattern searching, 1994).
 */
final class Needles {
    /** A needle that is shorter leaves nothing to skip. */
    private static final int SHORTEST = 6;
    /** Characters that are looked up at once. */
    private static final int BLOCK = 3;

    private static final int SIZE = 1 << 16;
    private static final int FIRST = 10;
    private static final int SECOND = 5;

    private final Set<Needle> all;
    /** Of so many characters at least, some needle's first, is what is to be hidden. */
    private final int least;
    /** How far the next block may be looked for after a block. */
    private final byte[] skips = new byte[SIZE];

    private final boolean blanks;

    Needles(Set<Needle> all) {
        this.all = new LinkedHashSet<>(all);
        int shown = Needle.ENDING;
        boolean anyBlank = false;
        for (Needle needle : all) {
            shown = Math.min(shown, needle.text().length());
            anyBlank |= needle.text().indexOf(' ') >= 0;
        }
        this.least = shown;
        this.blanks = anyBlank;
        Arrays.fill(skips, (byte) Math.max(1, least - BLOCK + 1));
        for (Needle needle : all) {
            for (int at = 0; at + BLOCK <= least; at++) {
                int block = block(needle.text(), at);
                skips[block] = (byte) Math.min(skips[block], least - BLOCK - at);
            }
        }
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
        if (least < SHORTEST || text.indexOf(Needle.ELLIPSIS) >= 0) {
            return true;
        }
        int last = text.length() - BLOCK;
        int at = least - BLOCK;
        while (at <= last) {
            int skip = skips[block(text, at)];
            if (skip > 0) {
                at += skip;
                continue;
            }
            int begin = at - (least - BLOCK);
            if (all.stream().anyMatch(n -> n.tells(text, begin))) {
                return true;
            }
            at++;
        }
        return false;
    }

    private static int block(String text, int at) {
        return ((text.charAt(at) << FIRST) ^ (text.charAt(at + 1) << SECOND) ^ text.charAt(at + 2)) & (SIZE - 1);
    }
}
