package io.callcheck.expect;

import io.callcheck.exchange.Evidence;
import io.callcheck.exchange.Exchange;
import java.util.Arrays;
import java.util.List;

/** Evidence made for a test, and the judgements that are expected of it: what they cite is named by its steps. */
interface Citing {
    /** What was seen. */
    Evidence evidence();

    /** What an expectation makes of it. */
    default Judgement judge(Expectation expectation) {
        return expectation.judge(evidence());
    }

    /** The exchanges of steps, in the order of their names here. */
    default List<Exchange> exchanges(String... steps) {
        return Arrays.stream(steps)
                .map(s -> evidence().exchange(s).orElseThrow(() -> new AssertionError("no step is called " + s)))
                .toList();
    }

    default Judgement held(String... cited) {
        return new Judgement.Held(exchanges(cited));
    }

    /** A violation that was seen on the wire. */
    default Judgement broken(Finding finding, String... cited) {
        return broken(List.of(finding), cited);
    }

    default Judgement broken(List<Finding> findings, String... cited) {
        return new Judgement.Broken(findings, exchanges(cited));
    }

    /** A violation by something that did not come as long as it was waited for. */
    default Judgement late(Finding finding, String... cited) {
        return new Judgement.Broken(List.of(finding), exchanges(cited), true);
    }

    default Judgement unseen(String reason, String... cited) {
        return new Judgement.Unseen(reason, exchanges(cited));
    }

    default Judgement unknown(String reason, String... cited) {
        return new Judgement.Unknown(reason, exchanges(cited));
    }

    default Judgement blocked(String clause, String reason, String... cited) {
        return new Judgement.Blocked(clause, reason, exchanges(cited));
    }
}
