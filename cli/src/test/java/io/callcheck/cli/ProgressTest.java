package io.callcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.spec.Level;
import io.callcheck.verdict.Outcome;
import io.callcheck.verdict.Verdict;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final StringWriter text = new StringWriter();
    private long now;

    @Test
    void aFileGetsALineForEachTenthAndTheTimeLeftFromTheHalfOn() {
        Progress progress = progress(false, false);
        for (int done = 1; done <= 20; done++) {
            now += Duration.ofSeconds(1).toNanos();
            progress.judged(verdict(done == 3 ? Outcome.FAIL : Outcome.PASS), done, 20);
        }
        assertThat(text.toString().lines())
                .containsExactly(
                        "judged   2 of 20, after 2 s",
                        "judged   4 of 20, 1 FAIL, after 4 s",
                        "judged   6 of 20, 1 FAIL, after 6 s",
                        "judged   8 of 20, 1 FAIL, after 8 s",
                        "judged   10 of 20, 1 FAIL, after 10 s",
                        "judged   12 of 20, 1 FAIL, about 8 s left",
                        "judged   14 of 20, 1 FAIL, about 6 s left",
                        "judged   16 of 20, 1 FAIL, about 4 s left",
                        "judged   18 of 20, 1 FAIL, about 2 s left",
                        "judged   20 of 20, 1 FAIL");
    }

    @Test
    void aTerminalGetsOneLineThatIsWrittenOverAndGoneAtTheEnd() {
        Progress progress = progress(true, false);
        progress.judged(verdict(Outcome.PASS), 1, 4);
        progress.judged(verdict(Outcome.PASS), 2, 4);
        now += Duration.ofMillis(200).toNanos();
        progress.judged(verdict(Outcome.PASS), 3, 4);
        progress.judged(verdict(Outcome.PASS), 4, 4);
        assertThat(text.toString()).isEqualTo("\r\u001b[Kjudged   1 of 4\r\u001b[Kjudged   3 of 4\r\u001b[K");
    }

    @Test
    void whatIsNotGreenIsToldAtOnceWhereThatIsAskedFor() {
        Progress progress = progress(false, true);
        progress.judged(verdict(Outcome.PASS), 1, 100);
        progress.judged(verdict(Outcome.UNSEEN), 2, 100);
        assertThat(text.toString().lines()).containsExactly("UNSEEN a.b.c: a case (no answer showed it)");
    }

    private Progress progress(boolean terminal, boolean verbose) {
        return new Progress(new PrintWriter(text, true), terminal, verbose, () -> now);
    }

    private static Verdict verdict(Outcome outcome) {
        String reason = outcome == Outcome.PASS ? "" : "no answer showed it";
        return new Verdict("a.b.c", "a case", "signalwire", "b", Level.MUST, outcome, "", reason, List.of(), List.of());
    }
}
