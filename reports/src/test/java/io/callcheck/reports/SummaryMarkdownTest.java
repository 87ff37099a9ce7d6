package io.callcheck.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.expect.Finding;
import io.callcheck.spec.Level;
import io.callcheck.verdict.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryMarkdownTest {

    @Test
    void itSaysTheVerdictTheTotalsAndWhatWasBroken() {
        assertThat(SummaryMarkdown.text(Runs.ofEveryOutcome().judged()))
                .startsWith("## Not conformant: 1 clause violated, with 1 case not seen\n\nTarget `acme-gateway`")
                .containsSubsequence(
                        "| cases of | failed | not found out | warned | not seen | not applicable | passed |",
                        "| SignalWire, MUST | **1** | **1** | 0 | 1 | 1 | 1 |",
                        "| SignalWire, SHOULD | 0 | 0 | 1 | 0 | 0 | 0 |",
                        "### Failed: 1 clause",
                        "- **`signalwire.create.Timeout.maximum`** MUST · `Timeout` is at most 600.",
                        "  - `create` 601 is refused<br>`Timeout` expected `refused with 400 or 422`,"
                                + " got `601 accepted with 201`",
                        "### Warned: 1 clause",
                        "### Not found out",
                        "- 1 case: `no answer: connection refused`");
    }

    @Test
    void unstableCasesAreListedApart() {
        Runs runs = new Runs()
                .clause("signalwire.statusCallback.unasked", Level.MUST, "x")
                .open("statusCallback", Outcome.PASS, "the end is told", "first: FAIL; tried again, alone: PASS")
                .unstable();
        assertThat(SummaryMarkdown.text(runs.judged()))
                .startsWith("## Conformant, with 1 unstable\n")
                .containsSubsequence(
                        "### Unstable: 1 case",
                        "- `signalwire.statusCallback.unasked` `statusCallback` the end is told<br>first: FAIL");
    }

    @Test
    void aRunThatWasCutShortSaysSo() {
        assertThat(SummaryMarkdown.text(Runs.ofEveryOutcome().unfinished(40).judged()))
                .contains("> **Incomplete.** This run was cut short: 6 of 46 planned cases were judged.");
    }

    @Test
    void aRecordingSaysHowMuchItShows() {
        Runs runs = new Runs().clause("signalwire.create.a", Level.MUST, "x").passed("create", "x");
        runs.clause("signalwire.create.b", Level.MUST, "x").open("create", Outcome.UNSEEN, "x", "not shown");
        assertThat(SummaryMarkdown.text(runs.recorded("").judged()))
                .startsWith("## Conformant in what the recording shows (1 of 2 clauses), with 1 case not seen\n")
                .contains("> **A recording.** This is an audit of a recording, which shows 1 of 2 clauses.");
    }

    @Test
    void casesThatWereCutShortWereNotJudged() {
        Runs runs = Runs.ofEveryOutcome().open("retrieve", Outcome.ERROR, "x", "the run was cut short");
        assertThat(SummaryMarkdown.text(runs.unfinished(1).judged())).contains("6 of 8 planned cases were judged.");
    }

    @Test
    void callsThatMayStillRingAreTold() {
        Runs runs = Runs.ofEveryOutcome().left(2);
        assertThat(SummaryMarkdown.text(runs.judged()))
                .contains(
                        "> **Calls left.** 2 calls may still be going on: the target did not end them, or did not tell"
                                + " their ids.\n\n");
        assertThat(new Page().render(ReportView.of(runs.judged())))
                .contains("<strong>Calls left.</strong> 2 calls may still be going on");
        assertThat(SummaryMarkdown.text(Runs.ofEveryOutcome().judged())).doesNotContain("Calls left");
    }

    @Test
    void anOperationThatAcceptedNothingSaysSo() {
        assertThat(SummaryMarkdown.text(Runs.unaccepted().judged()))
                .contains("> **Not accepted.** No request of signalwire.create was ever accepted:"
                        + " POST https\\://acme.test/api/Accounts/x/Calls -&gt; 501.\n\n");
    }

    @Test
    void whyMuchWasNotSeenIsSaid() {
        Runs runs = new Runs().clause("signalwire.update.a", Level.MUST, "x").passed("update", "x");
        runs.clause("signalwire.update.b", Level.MUST, "x");
        for (String reason : List.of("one", "two", "three", "four", "one", "no answer showed it")) {
            runs.open("update", Outcome.UNSEEN, "x", reason);
        }
        assertThat(SummaryMarkdown.text(runs.judged()))
                .containsSubsequence(
                        "### Not seen: 6 cases",
                        "- 2 cases: `one`",
                        "- 1 case: `two`",
                        "- 1 case: `three`",
                        "- and 1 more reason")
                .doesNotContain("four", "no answer showed it");
    }

    @Test
    void aCauseThatTheRunWasNotAskedForIsSaid() {
        Runs runs = new Runs().clause("signalwire.create.plain", Level.MUST, "x");
        runs.blocked("create", "x", "signalwire.create.status").only("signalwire.create.plain");
        assertThat(SummaryMarkdown.text(runs.judged()))
                .contains("- `signalwire.create.plain`: blocked by `signalwire.create.status`: `it was not accepted`");
    }

    @Test
    void aPlaceThatIsTheWholeBodySaysSo() {
        Runs runs = new Runs().clause("bird.page.type", Level.MUST, "x");
        runs.broken("list", Outcome.FAIL, "x", new Finding("", "an object", "[]"));
        assertThat(SummaryMarkdown.text(runs.judged())).contains("<br>`body` expected `an object`, got `[]`");
    }

    @Test
    void clausesStandInTheOrderOfACallsLife() {
        Runs runs = new Runs();
        for (String clause : List.of("list.b", "call.c", "create.d", "retrieve.e")) {
            runs.clause("bird." + clause, Level.MUST, "x");
            runs.broken("list", Outcome.FAIL, "x", new Finding("p", "e", "a"));
        }
        assertThat(SummaryMarkdown.text(runs.judged()))
                .containsSubsequence("bird.create.d", "bird.retrieve.e", "bird.list.b", "bird.call.c");
    }

    @Test
    void manyAreCountedNotListed() {
        Runs runs = new Runs();
        for (int i = 0; i < 60; i++) {
            runs.clause("signalwire.create.P" + i + ".maximum", Level.MUST, "x");
            runs.broken("create", Outcome.FAIL, "value " + i + " is refused", new Finding("P", "e", "a"));
        }
        assertThat(SummaryMarkdown.text(runs.judged()))
                .contains("- and 20 more clauses")
                .doesNotContain("P40.");
    }

    @Test
    void whatTheTargetSaysStaysText() {
        String hostile = "``` <script>\n\n# [x](https://evil.test) | @all ``x`` ![i](//e)";
        String text = SummaryMarkdown.text(new Runs()
                .target(hostile)
                .clause("signalwire.create.To.format", Level.MUST, "`To` is <b>")
                .broken("create", Outcome.FAIL, "a | b", new Finding(hostile, hostile, hostile))
                .judged());
        assertThat(text.lines()).noneMatch(line -> line.startsWith("# ") || line.startsWith("```"));
        assertThat(text).contains("```` ``` <script> ⏎  ⏎ # [x](https://evil.test) ¦ @all ``x`` ![i](//e) ````");
        assertThat(text).contains("`To` is &lt;b&gt;").contains("a \\| b");
    }

    @Test
    void wordsAreNeverALink() {
        assertThat(Markdown.text("see http://evil.test, WWW.evil.test [a](b) @all a: b. c"))
                .isEqualTo("see http\\://evil.test, WWW\\.evil.test \\[a\\](b) \\@all a: b. c");
    }

    @Test
    void codeIsClosedOnlyByItsOwnFence() {
        assertThat(Markdown.code("a")).isEqualTo("`a`");
        assertThat(Markdown.code("a`b")).isEqualTo("``a`b``");
        assertThat(Markdown.code("`")).isEqualTo("`` ` ``");
        assertThat(Markdown.code("")).isEqualTo("*(nothing)*");
        assertThat(Markdown.code("x".repeat(400))).isEqualTo("`" + "x".repeat(300) + "…`");
    }
}
