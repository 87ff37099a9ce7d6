package io.callcheck.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.engine.Results;
import io.callcheck.verdict.Gate;
import io.callcheck.verdict.Run;
import io.callcheck.verdict.RunFile;
import io.callcheck.verdict.RunSink;
import io.callcheck.verdict.Terms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {
    private static final Pattern ID = Pattern.compile(" id=\"([^\"]*)\"");
    private static final Pattern WITHIN = Pattern.compile(" href=\"#([^\"]*)\"");

    @TempDir
    private Path folder;

    @Test
    void itIsFoundByTheServiceLoader() {
        assertThat(ServiceLoader.load(RunSink.class)).hasAtLeastOneElementOfType(HtmlReport.class);
    }

    /** A thread of a build tool's may know the class path of the JVM alone. */
    @Test
    void itIsFoundBesideTheKitWhateverTheThreadKnows() {
        Thread thread = Thread.currentThread();
        ClassLoader usual = thread.getContextClassLoader();
        try {
            thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
            Results results = Results.again(Runs.ofEveryOutcome().run(), Terms.plain(), folder);
            assertThat(results.problems()).isEmpty();
        } finally {
            thread.setContextClassLoader(usual);
        }
        assertThat(folder.resolve("index.html")).isRegularFile();
    }

    @Test
    void itWritesOneFileAndNothingElse() throws IOException {
        new HtmlReport().accept(Runs.ofEveryOutcome().judged(), folder);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("index.html"));
        }
    }

    /** The page of one of several runs lies where no run.json is. */
    @Test
    void itDoesNotSayWhereTheRunLies() throws IOException {
        new HtmlReport().write(Runs.ofEveryOutcome().judged(), folder, "run-1.html");
        assertThat(folder.resolve("run-1.html"))
                .content()
                .contains("Everything here comes from the <code>run.json</code> of this run.")
                .doesNotContain("beside this page");
    }

    @Test
    void itWritesThePageAnew() throws IOException {
        new HtmlReport().accept(Runs.ofEveryOutcome().target("the-first").judged(), folder);
        new HtmlReport().accept(Runs.ofEveryOutcome().target("the-second").judged(), folder);
        assertThat(folder.resolve("index.html"))
                .content()
                .contains("the-second")
                .doesNotContain("the-first");
    }

    @Test
    void aStoredRunGivesTheSamePage() throws IOException {
        Run run = Runs.ofEveryOutcome().run();
        Run stored = RunFile.read(RunFile.write(run, folder));
        assertThat(render(stored)).isEqualTo(render(run));
    }

    @Test
    void theVerdictStandsAtTheTop() {
        String html = render(Runs.ofEveryOutcome().run());
        assertThat(html)
                .containsSubsequence(
                        "<h1>Not conformant: 1 clause violated, with 1 case not seen</h1>",
                        "21 November 2026, 03:10:54 UTC",
                        "2026.1",
                        "3f3f3f",
                        "id=\"totals\"",
                        "id=\"failures\"",
                        "601 accepted with 201",
                        "$SIGNALWIRE_TOKEN",
                        "id=\"warnings\"",
                        "id=\"errors\"",
                        "connection refused",
                        "id=\"unseen\"",
                        "id=\"lacking\"",
                        "id=\"clauses\"",
                        "id=\"unchecked\"",
                        "id=\"observed\"",
                        "id=\"deliveries\"");
    }

    @Test
    void aRunThatWasCutShortSaysSoAtTheTop() {
        String html = render(Runs.ofEveryOutcome().unfinished(40).run());
        assertThat(html)
                .containsSubsequence("<strong>Incomplete.</strong> This run was cut short: 6 of 46", "id=\"totals\"");
    }

    @Test
    void aRunOfNothingIsAPageToo() {
        assertThat(render(new Runs().run())).contains("<h1>Could not find out</h1>");
    }

    @Test
    void nothingIsFetched() {
        String html = render(Runs.ofEveryOutcome().run());
        assertThat(html).contains("default-src 'none'");
        assertThat(html).doesNotContainPattern("<(?:img|iframe|object|embed|base|audio|video|source)\\b");
        assertThat(html).doesNotContainPattern("\\ssrc=|@import|url\\(");
        assertThat(html).containsOnlyOnce("<link ").contains("<link rel=\"icon\" href=\"data:,\">");
    }

    @Test
    void everyIdIsUniqueAndEveryLinkLeadsSomewhere() {
        String html = render(Runs.ofEveryOutcome().run());
        List<String> ids = all(ID, html);
        assertThat(ids).doesNotHaveDuplicates().contains("signalwire.create.Timeout.maximum", "exchange-0");
        assertThat(ids).containsAll(all(WITHIN, html));
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(m -> m.group(1)).toList();
    }

    @Test
    void noColourStandsAlone() {
        String html = render(Runs.ofEveryOutcome().run());
        Matcher sign = Pattern.compile(
                        "<span class=\"sign \\w+\"><svg aria-hidden=\"true\"><use href=\"#s-\\w+\"/></svg>([^<]*)</span>")
                .matcher(html);
        assertThat(sign.results().map(m -> m.group(1)))
                .contains("passed", "failed", "warned", "not seen", "not found out", "not applicable")
                .doesNotContain("");
        assertThat(html.split("class=\"sign ", -1))
                .hasSize((int) sign.reset().results().count() + 1);
    }

    private static String render(Run run) {
        return new Page().render(ReportView.of(Gate.judge(run, Terms.plain())));
    }
}
