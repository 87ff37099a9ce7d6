package io.callcheck.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A pause is as long as it is said to be, and nobody has to sit it out when the run is cut short. */
@Timeout(20)
class PauseTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    private final Pause pause = new Pause();

    @Test
    void aSpanPasses() throws InterruptedException {
        long start = System.nanoTime();
        Pause.of(Duration.ofMillis(30));
        assertThat(pause.passes(Duration.ofMillis(30))).isTrue();
        assertThat(pause.passes(Duration.ZERO)).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(60));
    }

    @Test
    void anInterruptEndsItAtOnce() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> Pause.of(LONG)).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).as("told by the exception").isFalse();
        Thread.currentThread().interrupt();
        assertThat(pause.passes(LONG)).isFalse();
        assertThat(Thread.interrupted()).as("the thread stays interrupted").isTrue();
        assertThat(pause.isCut()).isFalse();
    }

    @Test
    void whenTheyAreCutThoseUnderWayEndAndNoneBeginsAnyMore() {
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(() -> pause.passes(LONG));
        pause.cut();
        assertThat(waiting.join()).isFalse();
        assertThat(pause.passes(LONG)).isFalse();
        assertThat(pause.isCut()).isTrue();
        assertThat(new Pause().passes(Duration.ZERO)).isTrue();
    }

    /** One a second: without it each of them would wait for those before it. */
    @Test
    void anInterruptedRateLimitEndsAtOnceAndItsPlaceIsTakenByTheNext() {
        RateLimit rate = new RateLimit(1);
        long start = System.nanoTime();
        Thread.currentThread().interrupt();
        for (int i = 0; i < 60; i++) {
            rate.await(pause);
        }
        assertThat(Thread.interrupted()).isTrue();
        rate.await(pause);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void aRateLimitSpacesEvenly() {
        RateLimit rate = new RateLimit(50);
        long start = System.nanoTime();
        for (int i = 0; i < 6; i++) {
            rate.await(pause);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(100));
    }
}
