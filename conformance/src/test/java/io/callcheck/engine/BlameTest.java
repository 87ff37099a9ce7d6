package io.callcheck.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.spec.Level;
import io.callcheck.verdict.Outcome;
import io.callcheck.verdict.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A chain of blame ends at a clause that answers for it; a ring is an error, never silence. */
class BlameTest {
    @Test
    void aRingIsInError() {
        assertThat(outcomes(blocked("a", "b"), blocked("b", "c"), blocked("c", "a")))
                .containsOnly(Outcome.ERROR);
        assertThat(outcomes(blocked("a", "a"))).containsOnly(Outcome.ERROR);
    }

    @Test
    void aChainThatEndsIsAsItWas() {
        assertThat(outcomes(blocked("a", "b"), blocked("b", "c"), verdict("c", Outcome.FAIL, "")))
                .containsExactly(Outcome.UNSEEN, Outcome.UNSEEN, Outcome.FAIL);
        assertThat(outcomes(blocked("a", "b"), blocked("b", "a"), verdict("b", Outcome.PASS, "")))
                .containsExactly(Outcome.UNSEEN, Outcome.UNSEEN, Outcome.PASS);
        assertThat(outcomes(blocked("a", "not judged in this run"))).containsExactly(Outcome.UNSEEN);
    }

    private static List<Outcome> outcomes(Verdict... verdicts) {
        return Blame.settled(List.of(verdicts)).stream().map(Verdict::outcome).toList();
    }

    private static Verdict blocked(String clause, String by) {
        return verdict(clause, Outcome.UNSEEN, by);
    }

    private static Verdict verdict(String clause, Outcome outcome, String by) {
        return new Verdict(clause, "a case", "bird", "list", Level.MUST, outcome, by, "", List.of(), List.of());
    }
}
