package io.callcheck.cases.bird;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;

/** Asks again and again: the target tells of a change only when it is asked. */
final class Until {
    private static final long FIRST_PAUSE = 20;
    private static final long LONGEST_PAUSE = 500;

    private Until() {}

    /**
     * Asks, each time a little later, until the answer is yes or the time is over; at least once.
     *
     * @param longest how long
     * @param asked the question, with its number from 1
     * @return whether the answer was yes
     * @throws InterruptedException when the run is cut short
     */
    static boolean yes(Duration longest, IntPredicate asked) throws InterruptedException {
        long deadline = System.nanoTime() + longest.toNanos();
        long pause = FIRST_PAUSE;
        for (int number = 1; !asked.test(number); number++) {
            if (System.nanoTime() >= deadline) {
                return false;
            }
            CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(pause, TimeUnit.MILLISECONDS))
                    .join();
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            pause = Math.min(pause * 2, LONGEST_PAUSE);
        }
        return true;
    }
}
