package io.callcheck.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.expect.Finding;
import io.callcheck.spec.Edition;
import io.callcheck.spec.Level;
import io.callcheck.verdict.Baseline;
import io.callcheck.verdict.Judged;
import io.callcheck.verdict.Outcome;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a baseline, a level and an edition do to all that is made of a run. */
class StandingTest {
    private static final String TIMEOUT = "signalwire.create.Timeout.maximum";
    private static final String STATUS = "signalwire.call.status.enum";

    private static Judged known(String clause, @Nullable String expires) {
        Baseline baseline = new Baseline(List.of(new Baseline.Line(clause, null, "ticket | 7", expires)));
        return Runs.ofEveryOutcome().judged(baseline, Level.MUST);
    }

    @Test
    void aKnownFailureIsShownAndDoesNotGate() {
        Judged judged = known(TIMEOUT, "2027-01-31");
        ReportView view = ReportView.of(judged);
        assertThat(view.failures().get(0).note()).isEqualTo("known failure: ticket | 7, until 2027-01-31");
        assertThat(view.baseline()).extracting(l -> l.sign().word()).containsExactly("known");
        assertThat(JUnitXml.text(judged))
                .doesNotContain("<failure")
                .contains("<skipped message=\"known failure: ticket | 7, until 2027-01-31\"");
        assertThat(Annotations.of(judged)).anyMatch(l -> l.startsWith("::warning title=" + TIMEOUT));
        assertThat(SummaryMarkdown.text(judged)).contains("  - *known failure: ticket \\| 7, until 2027-01-31*");
        assertThat(view.headline().sign().key()).isEqualTo("error");
    }

    @Test
    void anExpiredLineIsRedAndItsFailureGates() {
        Judged judged = known(TIMEOUT, "2026-11-20");
        assertThat(ReportView.of(judged).baseline())
                .extracting(l -> l.sign().word())
                .containsExactly("expired");
        assertThat(JUnitXml.text(judged)).contains("this line is expired", "name=\"callcheck.baseline\"");
        assertThat(Annotations.of(judged))
                .contains("::error title=" + TIMEOUT + "::The baseline's line is expired: ticket | 7")
                .anyMatch(l -> l.startsWith("::error title=" + TIMEOUT + "::create, 601 is refused"));
    }

    @Test
    void aStaleLineIsRed() {
        Judged judged = known(STATUS, null);
        assertThat(ReportView.of(judged).baseline()).extracting(KnownLine::red).containsExactly(true);
        assertThat(SummaryMarkdown.text(judged))
                .contains("### Baseline: 1 line to look at", "- stale: `" + STATUS + "`, ticket \\| 7");
        assertThat(new Page().render(ReportView.of(judged))).contains("id=\"baseline\"", "ticket | 7");
    }

    @Test
    void aLineOfWhatTheRunDoesNotJudgeIsNotRed() {
        KnownLine line = KnownLine.all(known("bird.call.id.path", null)).get(0);
        assertThat(line.sign().word()).isEqualTo("not judged");
        assertThat(line.red()).isFalse();
    }

    @Test
    void aClauseOutsideOfTheEditionDoesNotGate() {
        Judged judged =
                Runs.ofEveryOutcome().judged(Baseline.NONE, Level.MUST, new Edition("2026.1", Map.of(STATUS, "")));
        assertThat(ReportView.of(judged).failures().get(0).note()).isEqualTo("not in edition 2026.1: it does not gate");
        assertThat(JUnitXml.text(judged)).doesNotContain("<failure");
    }

    @Test
    void aWarningGatesWhenAsked() {
        Judged judged = Runs.ofEveryOutcome().judged(Baseline.NONE, Level.SHOULD);
        assertThat(ReportView.of(judged).warnings().get(0).note()).isEqualTo("it gates at this level");
        assertThat(JUnitXml.text(judged)).contains("type=\"SHOULD\"");
        assertThat(Badge.View.of(judged).word()).isEqualTo("2 violated");
    }

    @Test
    void aBadgeOfNothingButStaleLinesSaysSo() {
        Baseline baseline = new Baseline(List.of(new Baseline.Line(STATUS, null, "x", null)));
        Runs runs = new Runs().clause(STATUS, Level.MUST, "x").passed("create", "x");
        assertThat(Badge.View.of(runs.judged(baseline, Level.MUST)).word()).isEqualTo("baseline stale");
        runs.broken("list", Outcome.FAIL, "y", new Finding("/status", "a", "b"));
        assertThat(Badge.View.of(runs.judged(baseline, Level.MUST)).word()).isEqualTo("conformant");
    }
}
