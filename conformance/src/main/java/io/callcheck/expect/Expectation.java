package io.callcheck.expect;

import io.callcheck.exchange.Evidence;

/** A pure judgement of evidence. */
@FunctionalInterface
public interface Expectation {
    /** Judges what one stimulus saw. */
    Judgement judge(Evidence evidence);
}
