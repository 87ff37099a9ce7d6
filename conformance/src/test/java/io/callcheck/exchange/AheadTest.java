package io.callcheck.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callcheck.spec.Api;
import io.callcheck.testing.Targets;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a script begins before it needs it is done once, by whoever comes first, and never after the script's end. */
@Timeout(60)
class AheadTest {
    private final ExecutorService others = Executors.newCachedThreadPool();
    private final AtomicInteger done = new AtomicInteger();

    @AfterEach
    void close() {
        others.shutdownNow();
    }

    @Test
    void whatNobodyBeganIsDoneWhenItIsTaken() throws InterruptedException {
        Ahead<Integer> ahead = script(never -> {}).ahead(true, done::incrementAndGet);
        assertThat(done).hasValue(0);
        assertThat(ahead.take()).isEqualTo(1);
        assertThat(ahead.take()).isEqualTo(1);
        assertThat(done).hasValue(1);
    }

    @Test
    void whatDoesNotKeepIsBegunWhenItIsTaken() throws InterruptedException {
        Ahead<Integer> ahead = script(Runnable::run).ahead(false, done::incrementAndGet);
        assertThat(done).hasValue(0);
        assertThat(ahead.take()).isEqualTo(1);
    }

    @Test
    void whatOthersBeganIsWaitedFor() throws InterruptedException {
        CountDownLatch gate = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        Transcript script = script(others);
        Ahead<Integer> ahead = script.ahead(true, () -> {
            begun.countDown();
            gate.await();
            return done.incrementAndGet();
        });
        begun.await();
        gate.countDown();
        assertThat(ahead.take()).isEqualTo(1);
    }

    @Test
    void whatNobodyBeganIsNotDoneAfterTheEnd() {
        List<Runnable> late = new ArrayList<>();
        Transcript script = script(late::add);
        script.ahead(true, done::incrementAndGet);
        script.end();
        late.forEach(Runnable::run);
        assertThat(late).hasSize(1);
        assertThat(done).hasValue(0);
    }

    @Test
    void theEndWaitsForWhatIsUnderWay() throws InterruptedException {
        CountDownLatch gate = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        Transcript script = script(others);
        script.ahead(true, () -> {
            begun.countDown();
            gate.await();
            return done.incrementAndGet();
        });
        begun.await();
        others.execute(gate::countDown);
        script.end();
        assertThat(done).hasValue(1);
    }

    @Test
    void aRunThatIsCutShortIsNoBreakageOfTheKit() {
        Callable<Integer> cut = () -> {
            throw new InterruptedException();
        };
        assertThatThrownBy(script(never -> {}).ahead(true, cut)::take).isInstanceOf(InterruptedException.class);
        Callable<Integer> broken = () -> {
            throw new IllegalArgumentException("no");
        };
        assertThatThrownBy(script(never -> {}).ahead(true, broken)::take)
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("no");
    }

    @Test
    void itsAgeCountsFromTheEndOfTheWork() throws InterruptedException {
        AtomicLong clock = new AtomicLong(50);
        Transcript script = Timed.transcript(URI.create("http://127.0.0.1:1"), others, clock::get);
        Ahead<Long> ahead = script.ahead(true, () -> clock.addAndGet(1_000));
        assertThat(ahead.take()).isEqualTo(1_050);
        assertThat(ahead.age()).isZero();
        clock.addAndGet(30);
        assertThat(ahead.age()).hasNanos(30);
        ahead.take();
        assertThat(ahead.age()).hasNanos(30);
    }

    private static Transcript script(Executor beside) {
        Wire wire = new Wire(Targets.at(URI.create("http://127.0.0.1:1"), "1s"), new CallBudget(0));
        return new Transcript(Api.BIRD, wire, new Transcript.Company(Runnable::run, beside, new CountDownLatch(0)));
    }
}
