package io.callcheck.reports;

import java.util.ArrayList;
import java.util.List;

/**
 * A sentence in which some words are code.
 *
 * @param parts in order
 */
record Prose(List<Part> parts) {

    /**
     * A stretch of a sentence.
     *
     * @param text its text
     * @param code whether it is code
     */
    record Part(String text, boolean code) {}

    /** Reads a sentence that has its code between backticks; one without a partner is a character like any other. */
    static Prose of(String sentence) {
        List<Part> parts = new ArrayList<>();
        int from = 0;
        while (from < sentence.length()) {
            int open = sentence.indexOf('`', from);
            int close = open < 0 ? -1 : sentence.indexOf('`', open + 1);
            if (close < 0) {
                break;
            }
            if (open > from) {
                parts.add(new Part(sentence.substring(from, open), false));
            }
            parts.add(new Part(sentence.substring(open + 1, close), true));
            from = close + 1;
        }
        if (from < sentence.length()) {
            parts.add(new Part(sentence.substring(from), false));
        }
        return new Prose(List.copyOf(parts));
    }
}
