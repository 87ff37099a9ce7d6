package io.callcheck.reports;

/**
 * How much room is left on the page for one kind of thing. A target that fails everywhere and talks much must not make
 * a page that no browser opens; what does not fit is still in {@code run.json}.
 */
final class Budget {
    private static final long LEAST = 500;

    private long left;

    /**
     * A budget.
     *
     * @param bytes how many bytes of the page there are
     */
    Budget(long bytes) {
        left = bytes;
    }

    /** Takes room for texts, or takes none and says no. */
    boolean take(String... texts) {
        long cost = 0;
        for (String text : texts) {
            cost += cost(text);
        }
        if (cost > left) {
            return false;
        }
        left -= cost;
        return true;
    }

    /** Whether nothing worth showing fits any more. */
    boolean spent() {
        return left < LEAST;
    }

    /** An upper bound of what a text takes once it is escaped and encoded. */
    static long cost(String text) {
        long cost = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '<' || c == '>' || c == '&') {
                cost += 5;
            } else if (c < 0x20 && c != '\n' && c != '\t') {
                cost += 12;
            } else {
                cost += c < 0x7f ? 1 : 12;
            }
        }
        return cost;
    }
}
