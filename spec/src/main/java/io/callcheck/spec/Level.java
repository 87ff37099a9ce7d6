package io.callcheck.spec;

/** How binding a clause is: a broken MUST fails, a broken SHOULD warns. */
public enum Level {
    /** Stated by the documentation. */
    MUST,
    /** Likely, or plainly implied. */
    SHOULD
}
