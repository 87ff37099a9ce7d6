package io.callcheck.exchange;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Spaces requests evenly. */
final class RateLimit {
    private final long nanosApart;
    private long next = System.nanoTime();

    /** @param rate requests a second; 0 for no limit */
    RateLimit(int rate) {
        this.nanosApart = rate == 0 ? 0 : TimeUnit.SECONDS.toNanos(1) / rate;
    }

    /** Returns when the next request may go out. */
    void await() {
        if (nanosApart == 0) {
            return;
        }
        long wait;
        synchronized (this) {
            long now = System.nanoTime();
            next = Math.max(next, now);
            wait = next - now;
            next += nanosApart;
        }
        pause(wait);
    }

    /** Waits for a span that the target asked for, or that a limit imposes: there is no condition to wait on. */
    static void pause(long nanos) {
        if (nanos > 0) {
            CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(nanos, TimeUnit.NANOSECONDS))
                    .join();
        }
    }
}
