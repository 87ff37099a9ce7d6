package io.callcheck.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.spec.Level;
import io.callcheck.verdict.Outcome;
import java.util.List;
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
        assertThat(scope).isEqualTo(new Scope(1, 1, true, List.of(), false));
        assertThat(scope.partial()).isFalse();
    }

    @Test
    void aPartSaysSoInTheHeadline() {
        Headline head = Headline.of(
                two().clause("signalwire.create.From.required", Level.MUST, "x").judged());
        assertThat(head.words()).isEqualTo("Conformant in 1 of 2 clauses");
        assertThat(head.warning())
                .isEqualTo("This is a part of the suite: only 1 of 2 clauses were selected for this run."
                        + " It says nothing about the other 1.");
        assertThat(head.sign().key()).isEqualTo("unseen");
        assertThat(head.number()).isEqualTo("1 case of 1 of 2 clauses");
    }

    @Test
    void aRecordingSaysHowMuchItShows() {
        Runs runs = two().clause("signalwire.create.From.required", Level.MUST, "x")
                .open("create", Outcome.UNSEEN, "x", "no answer showed it")
                .recorded("");
        Headline head = Headline.of(runs.judged());
        assertThat(head.words())
                .isEqualTo("Conformant in what the recording shows (1 of 2 clauses), with 1 case not seen");
        assertThat(head.warningTitle()).isEqualTo("A recording.");
        assertThat(head.warning())
                .isEqualTo("This is an audit of a recording, which shows 1 of 2 clauses."
                        + " It says nothing about the other 1.");
        assertThat(head.sign().key()).isEqualTo("unseen");
        assertThat(head.number()).isEqualTo("2 cases of 2 clauses, of which the recording shows 1");
        assertThat(Headline.of(runs.recorded("2 exchanges are of others").judged())
                        .warning())
                .endsWith("the other 1. 2 exchanges are of others.");
    }

    @Test
    void aRecordingThatBreaksOffWasNotCutShortByTheKit() {
        Headline head = Headline.of(two().recorded("").unfinished(1).judged());
        assertThat(head.warningTitle()).isEqualTo("Incomplete.");
        assertThat(head.warning()).startsWith("This run was cut short: the recording breaks off. ");
        assertThat(head.sign().key()).isEqualTo("error");
    }

    @Test
    void aPartSaysWhichOne() {
        Runs runs =
                two().clause("signalwire.create.From.required", Level.MUST, "x").only("signalwire.create.To.");
        assertThat(Headline.of(runs.judged()).warning())
                .contains("only 1 of 2 clauses were selected for this run, those of signalwire.create.To..");
        Runs many = two().clause("bird.list.x", Level.MUST, "x").only("a", "b", "c", "d", "e", "f", "g", "h");
        assertThat(Scope.of(many.run()).asked()).isEqualTo("a, b, c, d, e, f and 2 more");
    }

    @Test
    void aPartThatWasCutShortSaysBoth() {
        Runs runs = two().clause("signalwire.create.From.required", Level.MUST, "x")
                .only("signalwire.create.To.")
                .unfinished(1);
        Headline head = Headline.of(runs.judged());
        assertThat(head.warningTitle()).isEqualTo("Incomplete.");
        assertThat(head.warning()).startsWith("This run was cut short").contains("a part of the suite");
    }

    @Test
    void aRunThatWasCutShortIsNotCalledPartial() {
        Runs runs = two().clause("signalwire.create.From.required", Level.MUST, "x");
        assertThat(Headline.of(runs.unfinished(1).judged()).warningTitle()).isEqualTo("Incomplete.");
    }
}
