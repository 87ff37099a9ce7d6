package io.callcheck.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.spec.Level;
import org.junit.jupiter.api.Test;

class ScopeTest {
    private static Runs two() {
        return new Runs()
                .clause("signalwire.create.To.required", Level.MUST, "x")
                .passed("create", "x")
                .unchecked("signalwire.create.Timeout.default", "cannot be seen");
    }

    @Test
    void whatNoCaseJudgesDoesNotCount() {
        Scope scope = Scope.of(two().run());
        assertThat(scope).isEqualTo(new Scope(1, 1, true));
        assertThat(scope.partial()).isFalse();
    }

    @Test
    void aPartSaysSoInTheHeadline() {
        Headline head = Headline.of(
                two().clause("signalwire.create.From.required", Level.MUST, "x").judged());
        assertThat(head.words()).isEqualTo("Conformant in 1 of 2 clauses");
        assertThat(head.warning())
                .isEqualTo("Only 1 of 2 clauses were selected for this run. It says nothing about the other 1.");
        assertThat(head.sign().key()).isEqualTo("unseen");
        assertThat(head.number()).isEqualTo("1 case of 1 of 2 clauses");
    }

    @Test
    void aRunThatWasCutShortIsNotCalledPartial() {
        Runs runs = two().clause("signalwire.create.From.required", Level.MUST, "x");
        assertThat(Headline.of(runs.unfinished(1).judged()).warningTitle()).isEqualTo("Incomplete.");
    }
}
