package io.callcheck.verdict;

/** The outcome of one case, from the mildest to the gravest. */
public enum Outcome {
    /** The target declares that it lacks what the clause speaks of. */
    NOT_APPLICABLE,
    /** The clause was seen to hold. */
    PASS,
    /** The target never showed what the clause speaks of; never green, never red. */
    UNSEEN,
    /** A SHOULD was seen to be broken. */
    WARN,
    /** A MUST was seen to be broken. */
    FAIL,
    /** The kit could not find out. */
    ERROR
}
