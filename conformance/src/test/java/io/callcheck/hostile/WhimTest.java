package io.callcheck.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.engine.Listener;
import io.callcheck.engine.Session;
import io.callcheck.verdict.Gate;
import io.callcheck.verdict.Outcome;
import io.callcheck.verdict.Run;
import io.callcheck.verdict.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A good server that sometimes is not: what it did well is judged as ever. */
@Tag("matrix")
@Timeout(150)
class WhimTest {
    private static final int EVERY = 50;
    private static final int DIES = 400;
    private static final long LONGEST_MILLIS = 120_000;

    @Test
    void anAnswerThatBreaksOffNowAndThenIsNoViolation() throws IOException {
        Run run = run((number, out) -> {
            if (number % EVERY != EVERY - 1) {
                return false;
            }
            out.write("HTTP/1.1 200 OK\r\nContent-Le".getBytes(StandardCharsets.US_ASCII));
            return true;
        });
        assertThat(failed(run)).isEmpty();
        assertThat(run.summary().of(Outcome.PASS)).isGreaterThan(run.summary().planned() / 2);
        assertThat(run.verdicts()).noneMatch(v -> v.reason().contains("the target does not answer"));
    }

    @Test
    void aServerThatDiesIsGivenUpAndNotBlamed() throws IOException {
        CountDownLatch over = new CountDownLatch(1);
        Run run;
        try {
            run = run((number, out) -> number >= DIES && held(over));
        } finally {
            over.countDown();
        }
        assertThat(run.summary().millis()).isLessThan(LONGEST_MILLIS);
        assertThat(run.exit()).isEqualTo(Gate.UNKNOWN);
        assertThat(failed(run)).isEmpty();
    }

    /** Keeps a request until the test is over. */
    private static boolean held(CountDownLatch over) throws IOException {
        try {
            boolean ended = over.await(LONGEST_MILLIS, TimeUnit.MILLISECONDS);
            if (!ended) {
                throw new IOException("the run took too long");
            }
            return true;
        } catch (InterruptedException e) {
            throw new IOException("the test is over", e);
        }
    }

    private static List<String> failed(Run run) {
        return run.verdicts().stream()
                .filter(v -> v.outcome() == Outcome.FAIL)
                .map(WhimTest::told)
                .toList();
    }

    private static String told(Verdict verdict) {
        return verdict.clause() + " '" + verdict.caseName() + "' " + verdict.findings();
    }

    private static Run run(Front.Whim whim) throws IOException {
        try (Front front = Front.of(whim);
                Session session = Session.open(Keys.target(front.peer().address(), front.keys()), clause -> true)) {
            return session.run(Listener.SILENT);
        }
    }
}
