package io.callcheck.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.callcheck.expect.Finding;
import io.callcheck.reports.browser.Chromium;
import io.callcheck.reports.browser.Tab;
import io.callcheck.spec.Level;
import io.callcheck.verdict.Baseline;
import io.callcheck.verdict.Outcome;
import io.callcheck.verdict.Run.DeliveryInfo;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages in a real browser; aborted, saying so, on a machine that has none. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserTest {
    private static final String TIMEOUT = "signalwire.create.Timeout.maximum";
    private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
    private static final String SHOWN = "Array.from(document.querySelectorAll('[data-o]:not([hidden])')).length";

    private @Nullable Chromium browser;
    private Path folder = Path.of("");
    private URI page = URI.create("about:blank");

    @BeforeAll
    void start(@TempDir Path temporary) throws IOException {
        assumeTrue(
                Chromium.installed().isPresent(), "no Chromium on this machine: the pages are not tried in a browser");
        browser = Chromium.start(Chromium.installed().orElseThrow());
        folder = temporary;
        page = written("page", sample());
    }

    @AfterAll
    void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    private static Runs sample() {
        Runs runs = Runs.ofEveryOutcome();
        runs.clause("bird.call.id.path", Level.MUST, "`id` is that of the path.");
        runs.broken("retrieve", Outcome.FAIL, "id is the call of the path", new Finding("/sid", "a", "\"b\""), 1);
        runs.clause("bird.call.tags.case", Level.MUST, "Tags keep their case.");
        runs.blocked("create", "tags keep their case", "bird.call.id.path");
        return runs;
    }

    private URI written(String name, Runs runs) throws IOException {
        Baseline known = new Baseline(List.of(
                new Baseline.Line("bird.call.id.path", null, "fixed in 2.4", "2027-01-31"),
                new Baseline.Line("signalwire.call.status.enum", null, "gone", null)));
        new HtmlReport().write(runs.judged(known, Level.MUST), folder, name + ".html");
        return folder.resolve(name + ".html").toUri();
    }

    private Tab tab(int width) {
        return Objects.requireNonNull(browser).tab(width, 900);
    }

    private Tab opened(String after) {
        Tab tab = tab(1280);
        tab.open(URI.create(page + after));
        return tab;
    }

    @Test
    void hostileTextStaysText() throws IOException {
        String hostile =
                "</script></style><img src=x onerror=alert(1)><svg onload=alert(2)>\"'><a href=javascript:alert(3)>"
                        + "{{7*7}}${7*7}<!--";
        Runs runs = new Runs().target(hostile).clause(hostile, Level.MUST, hostile);
        runs.exchange(Runs.create(hostile), Runs.answer(201, hostile));
        runs.broken(hostile, Outcome.FAIL, hostile, new Finding(hostile, hostile, hostile), 0);
        runs.open("create", Outcome.UNSEEN, hostile, hostile).observed(hostile, List.of(hostile));
        runs.delivery(
                new DeliveryInfo(hostile, hostile, "/" + hostile, List.of(List.of(hostile, hostile)), "CallSid=<b>"));
        Tab tab = tab(1280);
        tab.open(written("hostile", runs));
        assertThat(tab.eval("document.querySelectorAll('img,iframe,object,embed,form:not(#filter)').length")
                        .asInt())
                .isZero();
        assertThat(tab.eval("document.scripts.length").asInt()).isEqualTo(1);
        assertThat(tab.eval("document.querySelectorAll('a[href^=javascript]').length")
                        .asInt())
                .isZero();
        assertThat(tab.eval("document.querySelector('.target').textContent").asText())
                .isEqualTo(hostile);
        assertThat(tab.incidents()).isEmpty();
        assertThat(tab.requests()).allMatch(url -> url.startsWith("file:") || url.equals("about:blank"));
    }

    @Test
    void nothingIsAskedOfTheNetwork() {
        Tab tab = opened("");
        tab.eval("document.querySelectorAll('details').forEach(function (d) { d.open = true; })");
        assertThat(tab.requests())
                .filteredOn(url -> !url.equals("about:blank") && !url.startsWith("data:"))
                .containsExactly(page.toString());
        assertThat(tab.incidents()).isEmpty();
    }

    @Test
    void searchNarrowsAndIsKeptInTheAddress() {
        Tab tab = opened("");
        int all = tab.eval(SHOWN).asInt();
        tab.press("/");
        assertThat(tab.eval("document.activeElement.name").asText()).isEqualTo("q");
        tab.type("timeout maximum");
        settle(tab);
        assertThat(tab.eval(SHOWN).asInt()).isPositive().isLessThan(all);
        assertThat(tab.eval("location.search").asText()).isEqualTo("?q=timeout+maximum");
        assertThat(tab.eval("document.getElementById('found').textContent").asText())
                .matches("\\d+ of " + all + " entries");
        tab.press("Escape");
        settle(tab);
        assertThat(tab.eval(SHOWN).asInt()).isEqualTo(all);
        assertThat(tab.eval("location.search").asText()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"api=bird", "operation=retrieve", "level=SHOULD", "outcome=fail", "q=not+applicable"})
    void anAddressWithAFilterShowsThatMuch(String query) {
        Tab tab = opened("?" + query);
        String name = query.substring(0, query.indexOf('='));
        assertThat(tab.eval("document.forms.filter.elements." + name + ".value").asText())
                .isEqualTo(query.substring(name.length() + 1).replace('+', ' '));
        assertThat(tab.eval(SHOWN).asInt())
                .isPositive()
                .isLessThan(
                        tab.eval("document.querySelectorAll('[data-o]').length").asInt());
        assertThat(tab.eval("document.querySelectorAll('.map a.dim').length").asInt())
                .isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?api=bird"})
    void aDeepLinkShowsItsClause(String query) {
        for (String clause : List.of(TIMEOUT, "signalwire.create.Timeout.default", "signalwire.call.status.enum")) {
            Tab tab = opened(query + "#" + clause);
            assertThat(tab.eval("(function (b) { return b.height > 0 && b.top >= 0 && b.top < innerHeight; })("
                                    + "document.getElementById('" + clause + "').getBoundingClientRect())")
                            .asBoolean())
                    .as(clause)
                    .isTrue();
        }
    }

    @Test
    void keysGoFromFailureToFailure() {
        Tab tab = opened("");
        String here = "document.activeElement.id";
        tab.press("j");
        assertThat(tab.eval(here).asText()).isEqualTo(TIMEOUT);
        assertThat(tab.eval("getComputedStyle(document.activeElement).outlineStyle")
                        .asText())
                .isEqualTo("solid");
        tab.press("n");
        assertThat(tab.eval(here).asText()).isEqualTo("bird.call.id.path");
        tab.press("k");
        assertThat(tab.eval(here).asText()).isEqualTo(TIMEOUT);
        tab.press("p");
        assertThat(tab.eval(here).asText()).isEqualTo("signalwire.create.success");
    }

    @Test
    void theMapIsOneStopAndArrowsMoveInIt() {
        Tab tab = opened("");
        assertThat(tab.eval("document.querySelectorAll('.map td a[tabindex=\"0\"]').length")
                        .asInt())
                .isEqualTo(tab.eval("document.querySelectorAll('.map').length").asInt());
        tab.eval("document.querySelector('.map td a').focus()");
        tab.press("ArrowRight");
        tab.press("ArrowDown");
        assertThat(tab.eval("document.activeElement.closest('tr').querySelector('th').textContent")
                        .asText())
                .isEqualTo("retrieve");
    }

    @ParameterizedTest
    @CsvSource({
        "1280, screen, light",
        "1280, screen, dark",
        "390, screen, light",
        "390, screen, dark",
        "700, print, light"
    })
    void everyoneCanReadIt(int width, String medium, String scheme) throws IOException {
        Tab tab = tab(width);
        tab.media(medium, scheme);
        tab.open(page);
        tab.eval("document.querySelectorAll('details').forEach(function (d) { d.open = true; })");
        assertThat(Axe.violations(tab)).isEmpty();
        assertThat(tab.eval("document.documentElement.scrollWidth").asInt()).isLessThanOrEqualTo(width);
    }

    @Test
    void itIsReadableWithoutScripts() {
        Tab tab = tab(1280);
        tab.withoutScripts();
        tab.open(page);
        assertThat(tab.eval("document.getElementById('filter').hidden").asBoolean())
                .isTrue();
        assertThat(tab.eval("document.querySelector('h1').getBoundingClientRect().height")
                        .asInt())
                .isPositive();
        assertThat(tab.eval("document.querySelector('.findings').getBoundingClientRect().height")
                        .asInt())
                .isPositive();
    }

    @Test
    void itCanBePrinted() {
        byte[] pdf = opened("").pdf();
        assertThat(new String(pdf, 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
        assertThat(pdf.length).isGreaterThan(10_000);
    }

    @Test
    void aTableThatScrollsShowsIt() {
        Tab tab = tab(380);
        tab.open(page);
        assertThat(tab.eval("(function (s) { return s.scrollWidth > s.clientWidth &&"
                                + " getComputedStyle(s).backgroundImage.includes('gradient'); })"
                                + "(document.querySelector('#totals .scroll'))")
                        .asBoolean())
                .isTrue();
    }

    /** Chromium cuts or drops the symbols of a head that it repeats. */
    @Test
    void theHeadOfTheTotalsIsPrintedOnceWithWholeSymbols() {
        Tab tab = opened("");
        tab.media("print", "light");
        assertThat(tab.eval("getComputedStyle(document.querySelector('.totals thead')).display")
                        .asText())
                .isEqualTo("table-row-group");
        assertThat(tab.eval("Array.from(document.querySelectorAll('.totals .sign svg')).every(function (s) {"
                                + " var b = s.getBoundingClientRect(); return b.width > 8 && b.width === b.height; })")
                        .asBoolean())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1280, light", "390, dark"})
    void theMatrixCanBeReadAndFiltered(int width, String scheme) throws IOException {
        Tab tab = tab(width);
        tab.media("screen", scheme);
        Path matrix = MatrixPage.write(
                List.of(sample().judged(), sample().target("<b>").judged()), folder.resolve("m" + width));
        tab.open(URI.create(matrix.toUri() + "?q=timeout"));
        String rows = "document.querySelectorAll('.matrix .row:not([hidden])').length";
        assertThat(tab.eval(rows).asInt()).isEqualTo(1);
        assertThat(Axe.violations(tab)).isEmpty();
        assertThat(tab.eval("document.documentElement.scrollWidth").asInt()).isLessThanOrEqualTo(width);
        tab.eval("document.querySelector('[name=unlike]').click()");
        assertThat(tab.eval(rows).asInt()).isZero();
        assertThat(tab.eval("location.search").asText()).isEqualTo("?q=timeout&unlike=1");
        assertThat(tab.incidents()).isEmpty();
    }

    /** What the page does a moment after typing. */
    private static void settle(Tab tab) {
        tab.eval("new Promise(function (done) { setTimeout(done, 150); })");
    }

    private static final class Axe {
        private static List<String> violations(Tab tab) throws IOException {
            try (InputStream in = Objects.requireNonNull(BrowserTest.class.getResourceAsStream(AXE), AXE)) {
                tab.eval(new String(in.readAllBytes(), StandardCharsets.UTF_8) + "; 0");
            }
            JsonNode found = tab.eval("axe.run(document, { resultTypes: ['violations'] }).then(function (r) {"
                    + " return r.violations.filter(function (v) { return v.impact !== 'minor'; }).map(function (v) {"
                    + " return v.id + ' (' + v.impact + '): ' + v.nodes.slice(0, 3).map(function (n) {"
                    + " return n.html.slice(0, 120) + ' ' + n.failureSummary.slice(0, 200); }).join(' | '); }); })");
            List<String> all = new ArrayList<>();
            found.forEach(v -> all.add(v.asText()));
            return all;
        }
    }
}
