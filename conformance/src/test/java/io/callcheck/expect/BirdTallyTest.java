package io.callcheck.expect;

import static io.callcheck.expect.BirdEvidence.FIRST;
import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.exchange.Exchange;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Broken once is broken; nothing seen is unseen. */
class BirdTallyTest {
    private static final BirdEvidence RUN =
            new BirdEvidence().look("one", FIRST, "{}").look("two", FIRST, "{}").look("three", FIRST, "{}");
    private static final Exchange ONE = RUN.at("one");
    private static final Exchange TWO = RUN.at("two");
    private static final Exchange THREE = RUN.at("three");

    private final BirdTally tally = new BirdTally();

    @Test
    void nothingSeenIsUnseen() {
        assertThat(tally.judgement("nothing came")).isEqualTo(RUN.unseen("nothing came"));
    }

    @Test
    void allThatHeldIsCited() {
        tally.held(ONE);
        tally.held(TWO);
        assertThat(tally.judgement("nothing came")).isEqualTo(RUN.held("one", "two"));
    }

    @Test
    void oneViolationOutweighsWhatHeldAndIsToldOnceWithItsFirstAnswer() {
        Finding early = new Finding("/id", "a", "b");
        Finding later = new Finding("/id", "a", "c");
        tally.broken(early, ONE);
        tally.held(TWO);
        tally.broken(early, TWO);
        tally.broken(later, THREE);
        assertThat(tally.judgement("nothing came")).isEqualTo(RUN.broken(List.of(early, later), "one", "three"));
    }
}
