package io.callcheck.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.expect.Finding;
import io.callcheck.spec.Level;
import io.callcheck.verdict.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnnotationsTest {

    @Test
    void oneLineForEachBrokenClause() {
        assertThat(Annotations.of(Runs.ofEveryOutcome().judged()))
                .containsExactly(
                        "::error title=Callcheck could not find out::1 case in error, the first: no answer: connection"
                                + " refused",
                        "::error title=signalwire.create.Timeout.maximum::create, 601 is refused%0ATimeout: expected"
                                + " refused with 400 or 422, got 601 accepted with 201",
                        "::warning title=signalwire.create.success::create, a success is 200%0Astatus: expected 200,"
                                + " got 201");
    }

    @Test
    void aRunWithoutAFlawHasNothingToSay() {
        assertThat(Annotations.of(new Runs()
                        .clause("signalwire.create.To.required", Level.MUST, "x")
                        .passed("create", "x")
                        .judged()))
                .isEmpty();
    }

    @Test
    void aRunThatWasCutShortSaysSo() {
        assertThat(Annotations.of(Runs.ofEveryOutcome().unfinished(40).judged()).get(0))
                .isEqualTo("::error title=Callcheck was cut short::6 of 46 planned cases were judged");
    }

    @Test
    void anOperationThatAcceptedNothingSaysSo() {
        assertThat(Annotations.of(Runs.unaccepted().judged()))
                .containsExactly("::error title=Callcheck%3A not every operation accepts a request::no request of"
                        + " signalwire.create was ever accepted: POST https://acme.test/api/Accounts/x/Calls -> 501");
    }

    @Test
    void noTextEndsItsLineOrBeginsACommand() {
        String hostile = "100%\r\n::set-env name=X::y\u0007";
        List<String> lines = Annotations.of(new Runs()
                .clause("a:b,c\n::error", Level.MUST, "x")
                .broken("create", Outcome.FAIL, "x", new Finding("w", "e", hostile))
                .judged());
        assertThat(lines)
                .containsExactly("::error title=a%3Ab%2Cc ⏎ %3A%3Aerror::create, x%0Aw: expected e, got"
                        + " 100%25‹U+000D›%0A::set-env name=X::y‹U+0007›");
    }

    @Test
    void noMoreThanGitHubKeeps() {
        Runs runs = new Runs();
        for (int i = 0; i < 30; i++) {
            runs.clause("signalwire.create.P" + i + ".maximum", Level.MUST, "x");
            runs.broken("create", Outcome.FAIL, "value " + i, new Finding("P", "e", "a"));
        }
        assertThat(Annotations.of(runs.judged()))
                .hasSize(10)
                .last()
                .isEqualTo("::error title=21 more clauses::They stand in summary.md and on the page of the run.");
    }
}
