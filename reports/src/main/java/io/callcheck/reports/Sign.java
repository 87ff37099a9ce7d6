package io.callcheck.reports;

import io.callcheck.verdict.Outcome;

/**
 * How an outcome is shown: never by colour alone.
 *
 * @param key names its symbol and colour, and stands for it in a filter
 * @param word what a person reads
 */
record Sign(String key, String word) {
    /** Of a clause whose cases have no verdict: the run was cut short. */
    static final Sign NONE = new Sign("none", "no verdict");

    /** What tells the outcome in a single character, where there is room for no more. */
    String mark() {
        return switch (key) {
            case "pass" -> "·";
            case "fail" -> "×";
            case "warn" -> "!";
            case "unseen" -> "○";
            case "error" -> "?";
            case "na" -> "–";
            default -> " ";
        };
    }

    /** The sign of an outcome. */
    static Sign of(Outcome outcome) {
        return switch (outcome) {
            case PASS -> new Sign("pass", "passed");
            case FAIL -> new Sign("fail", "failed");
            case WARN -> new Sign("warn", "warned");
            case UNSEEN -> new Sign("unseen", "not seen");
            case ERROR -> new Sign("error", "not found out");
            case NOT_APPLICABLE -> new Sign("na", "not applicable");
        };
    }
}
