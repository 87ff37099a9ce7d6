package io.callcheck.exchange;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a span pass that somebody else imposes: the target, which wants to be asked later, or a limit. Nothing happens in
 * it that could be waited for but its own end; this is the one place of the kit that waits so.
 */
public final class Pause {
    private final CountDownLatch cut = new CountDownLatch(1);

    /** Pauses that go on until {@link #cut}. */
    Pause() {}

    /**
     * Lets a span pass.
     *
     * @throws InterruptedException when the run is cut short, at once
     */
    public static void of(Duration span) throws InterruptedException {
        new Pause().await(span);
    }

    /**
     * Lets a span pass. When the pauses are cut, or the thread is interrupted, which it stays, no time passes any more.
     *
     * @return whether the span passed
     */
    boolean passes(Duration span) {
        try {
            return await(span);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Ends these pauses: those that are under way, and those that would begin later. */
    void cut() {
        cut.countDown();
    }

    /** Whether they were ended. */
    boolean isCut() {
        return cut.getCount() == 0;
    }

    private boolean await(Duration span) throws InterruptedException {
        return !cut.await(span.toNanos(), TimeUnit.NANOSECONDS);
    }
}
