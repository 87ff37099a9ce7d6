package io.callcheck.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.expect.Finding;
import io.callcheck.spec.Level;
import io.callcheck.verdict.Outcome;
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
                .contains("> **Incomplete.** This run was cut short: 6 of 46 planned cases");
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
