package io.callcheck.engine;

/** What became of a call that was to be hung up. */
public enum Fate {
    /** It is over. */
    ENDED,
    /** The target knows no such call: it is over and forgotten, when it was ever this target's. */
    NOT_FOUND,
    /** It may go on. */
    OPEN
}
