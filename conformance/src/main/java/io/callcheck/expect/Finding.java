package io.callcheck.expect;

/**
 * One thing that is not as promised.
 *
 * @param where a JSON pointer into the answer, or the name of a parameter, or {@code status}
 * @param expected what the contract promises
 * @param actual what came
 */
public record Finding(String where, String expected, String actual) {
    private static final int LONGEST = 300;

    /** Cuts what came to a length that a person reads. */
    public Finding {
        if (actual.length() > LONGEST) {
            actual = actual.substring(0, LONGEST) + "…";
        }
    }
}
