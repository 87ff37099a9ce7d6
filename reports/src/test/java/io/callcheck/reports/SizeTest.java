package io.callcheck.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.expect.Finding;
import io.callcheck.spec.Level;
import io.callcheck.verdict.Outcome;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SizeTest {
    private static final int VERDICTS = 3_500;
    private static final int MOST = 3_000_000;
    private static final String CALL =
            "{\"sid\":\"5b1f4c1e-2d8f-4b9f-a4a0-0f7b0d5f9a01\",\"status\":\"queued\",\"to\":\"+15005550001\"}";

    @Test
    void aLargeRunIsASmallPage() {
        Runs runs = new Runs();
        for (int i = 0; i < VERDICTS; i++) {
            runs.exchange(Runs.create("Timeout=" + i), Runs.answer(201, CALL));
            clause(runs, i);
            switch (i % 30) {
                case 0 -> broken(runs, Outcome.FAIL, i);
                case 1 -> broken(runs, Outcome.WARN, i);
                case 2 -> runs.open("create", Outcome.ERROR, "value " + i + " is refused", "no answer", i);
                default -> runs.passed("create", "value " + i + " is refused", i);
            }
        }
        assertThat(size(runs)).isBetween(500_000, MOST);
    }

    @Test
    void aTargetThatFailsEverywhereAndTalksMuchMakesNoLargerPage() {
        Runs runs = new Runs();
        for (int i = 0; i < VERDICTS; i++) {
            runs.exchange(Runs.create("Timeout=" + i), Runs.answer(201, "<&".repeat(8_192)));
            clause(runs, i);
            broken(runs, Outcome.FAIL, i);
        }
        String html = new Page().render(ReportView.of(runs.judged()));
        assertThat(html.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(MOST);
        assertThat(html).contains("2 more cases, listed under");
    }

    private static void clause(Runs runs, int i) {
        if (i % 3 == 0) {
            String name = "Parameter" + i;
            runs.clause("signalwire.create." + name + ".maximum", Level.MUST, "`" + name + "` is at most 600.");
        }
    }

    private static void broken(Runs runs, Outcome outcome, int i) {
        Finding finding = new Finding("Parameter" + i, "refused with 400 or 422", i + " accepted with 201");
        runs.broken("create", outcome, "value " + i + " is refused", finding, i, (i + 1) % VERDICTS);
    }

    private static int size(Runs runs) {
        return new Page().render(ReportView.of(runs.judged())).getBytes(StandardCharsets.UTF_8).length;
    }
}
