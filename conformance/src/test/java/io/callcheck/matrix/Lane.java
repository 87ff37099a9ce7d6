package io.callcheck.matrix;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Rounds of one sort, in order: a few side by side in any case, and more of them while the processors are idle. In a slow hour
 * many make each other late; in a good one few would leave the processors waiting for calls.
 */
final class Lane implements AutoCloseable {
    private final ExecutorService pool;
    private final Semaphore always;
    private final Idle idle;

    /** A lane where as many are played at once as always and at most are named. */
    Lane(int always, int most, Idle idle) {
        this.pool = Executors.newFixedThreadPool(most);
        this.always = new Semaphore(always);
        this.idle = idle;
    }

    /** Plays a round as soon as there is room. */
    CompletableFuture<Round.Played> begin(Round round) {
        return CompletableFuture.supplyAsync(() -> play(round), pool);
    }

    private Round.Played play(Round round) {
        boolean permitted = await();
        try {
            return round.play();
        } finally {
            if (permitted) {
                always.release();
            }
        }
    }

    /** Whether it is one of those that may be played in any case; otherwise the processors are idle. */
    private boolean await() {
        try {
            while (!always.tryAcquire(Idle.LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                if (idle.enough()) {
                    return false;
                }
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
