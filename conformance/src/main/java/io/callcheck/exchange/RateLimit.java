package io.callcheck.exchange;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Spaces requests evenly. */
final class RateLimit {
    private final long nanosApart;
    private long next = System.nanoTime();

    /** @param rate requests a second; 0 for no limit */
    RateLimit(int rate) {
        this.nanosApart = rate == 0 ? 0 : TimeUnit.SECONDS.toNanos(1) / rate;
    }

    /** Returns when the next request may go out, or at once when the pauses are cut: the next one goes out in its place. */
    void await(Pause pause) {
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
        if (!pause.passes(Duration.ofNanos(wait))) {
            synchronized (this) {
                next -= nanosApart;
            }
        }
    }
}
