package io.callcheck.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callcheck.expect.Finding;
import io.callcheck.spec.Level;
import io.callcheck.verdict.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatrixTest {
    private static final String TO = "signalwire.create.To.required";

    @TempDir
    private Path folder;

    private static Runs passes() {
        return new Runs().target("a<b>").clause(TO, Level.MUST, "x").passed("create", "x");
    }

    private static Runs fails() {
        return new Runs()
                .target("b")
                .clause(TO, Level.MUST, "x")
                .passed("create", "x")
                .broken("create", Outcome.FAIL, "y", new Finding("To", "a", "b"))
                .clause("bird.list.limit.maximum", Level.SHOULD, "x")
                .passed("list", "x");
    }

    @Test
    void aRowForEachClauseAndAColumnForEachRun() {
        MatrixView view = MatrixView.of(List.of(passes().judged(), fails().judged()));
        assertThat(view.groups())
                .extracting(g -> g.api() + " " + g.name())
                .containsExactly("signalwire create", "bird list");
        MatrixView.Row row = view.groups().get(0).rows().get(0);
        assertThat(row.same()).isFalse();
        assertThat(row.cells())
                .containsExactly(
                        new MatrixView.Cell("pass", "passed", "run-1.html#" + TO),
                        new MatrixView.Cell("fail", "failed", "run-2.html#" + TO));
        assertThat(view.groups().get(1).rows().get(0).cells().get(0).word()).isEmpty();
        assertThat(view.groups().get(1).rows().get(0).same()).isTrue();
        assertThat(view.different()).isEqualTo("1");
    }

    @Test
    void whatIsTheSameEverywhereIsKnownToBe() {
        MatrixView view = MatrixView.of(List.of(passes().judged(), passes().judged()));
        assertThat(view.groups().get(0).rows().get(0).same()).isTrue();
        assertThat(view.different()).isEqualTo("0");
    }

    @Test
    void thePagesOfTheRunsLieBeside() throws IOException {
        Path page = MatrixPage.write(List.of(passes().judged(), fails().judged()), folder.resolve("new"));
        assertThat(Files.readString(page))
                .contains("a&lt;b&gt;", "href=\"run-2.html\"")
                .doesNotContain("a<b>");
        assertThat(page.resolveSibling("run-1.html")).exists();
        assertThat(page.resolveSibling("run-2.html")).content().contains("id=\"" + TO + "\"");
    }

    @Test
    void runsOfOneServerAreToldApart() {
        MatrixView view =
                MatrixView.of(List.of(passes().judged(), passes().unfinished(1).judged()));
        assertThat(view.targets()).extracting(MatrixView.Target::number).containsExactly(1, 2);
        assertThat(view.targets())
                .extracting(MatrixView.Target::cut)
                .containsExactly("", "cut short: 1 of 2 planned cases were judged");
        assertThat(new Page().render(view))
                .contains(
                        "<a href=\"run-1.html\" title=\"21 November 2026, 03:10:54 UTC\">1 · a&lt;b&gt;</a></th>",
                        ">2 · a&lt;b&gt;</a><br><span class=\"n\">cut short</span></th>",
                        "(cut short: 1 of 2 planned cases were judged)");
    }

    @Test
    void noRunIsNoMatrix() {
        assertThatThrownBy(() -> MatrixPage.write(List.of(), folder)).isInstanceOf(IllegalArgumentException.class);
    }
}
