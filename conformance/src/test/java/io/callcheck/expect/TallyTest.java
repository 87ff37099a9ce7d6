package io.callcheck.expect;

import static io.callcheck.expect.CallEvidence.A;
import static io.callcheck.expect.CallEvidence.call;
import static io.callcheck.testing.Exchanges.answered;
import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.exchange.Exchange;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One violation breaks a clause, one sight without any shows it. */
class TallyTest {
    private static final Finding WRONG = new Finding("/to", "x", "y");
    private static final Finding MISSING = new Finding("/calls", "a call", "none");

    private final Exchange first = answered("retrieve", 200);
    private final Exchange second = answered("retrieve", 200);
    private final Tally tally = new Tally();

    @Test
    void nothingCountedIsUnseen() {
        assertThat(tally.judgement("no such answer came"))
                .isEqualTo(new Judgement.Unseen("no such answer came", List.of()));
    }

    @Test
    void whatHeldIsCitedInItsOrder() {
        tally.held(second);
        tally.held(first);
        assertThat(tally.judgement("")).isEqualTo(new Judgement.Held(List.of(second, first)));
    }

    @Test
    void oneViolationOutweighsWhatHeld() {
        tally.held(first);
        tally.broken(WRONG, second);
        assertThat(tally.judgement("")).isEqualTo(new Judgement.Broken(List.of(WRONG), List.of(second)));
    }

    @Test
    void theSameFindingIsToldOnceWithItsFirstSight() {
        tally.broken(WRONG, first, second);
        tally.broken(WRONG, second);
        assertThat(tally.judgement("")).isEqualTo(new Judgement.Broken(List.of(WRONG), List.of(first, second)));
    }

    @Test
    void whatOnlyDidNotComeInTimeRestsOnWaiting() {
        tally.held(first);
        tally.late(MISSING, first, second);
        assertThat(tally.judgement("")).isEqualTo(new Judgement.Broken(List.of(MISSING), List.of(first, second), true));
    }

    @Test
    void whatWasSeenBesideItDoesNot() {
        tally.late(MISSING, first, second);
        tally.broken(WRONG, second);
        assertThat(tally.judgement(""))
                .isEqualTo(new Judgement.Broken(List.of(MISSING, WRONG), List.of(first, second, second), false));
    }

    @Test
    void aSightCountsEitherWay() {
        Sighting sighting = new Sighting(first, "/calls/2", call(A, "'to': 'y'"));
        tally.count(true, sighting, "to", "x");
        assertThat(tally.judgement("")).isEqualTo(new Judgement.Held(List.of(first)));
        tally.count(false, sighting, "to", "x");
        assertThat(tally.judgement(""))
                .isEqualTo(new Judgement.Broken(List.of(new Finding("/calls/2/to", "x", "\"y\"")), List.of(first)));
    }
}
