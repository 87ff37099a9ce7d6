package io.callcheck.exchange;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/**
 * What a script will need later, brought about beside the rest of it when somebody has time, and else when it is taken.
 *
 * @param <T> what it is
 */
public final class Ahead<T> {
    private final FutureTask<T> task;
    private final LongSupplier clock;
    private final AtomicBoolean begun = new AtomicBoolean();
    private volatile long ended;

    /** @param clock tells nanoseconds, as {@link System#nanoTime} does */
    Ahead(Callable<T> work, LongSupplier clock) {
        this.clock = clock;
        this.task = new FutureTask<>(() -> {
            T made = work.call();
            // Whoever waits for the result asks for its age next.
            ended = clock.getAsLong();
            return made;
        });
    }

    /** Does the work, unless somebody else began it. */
    void begin() {
        if (begun.compareAndSet(false, true)) {
            task.run();
        }
    }

    /** How long ago it was brought about; while it was not, nobody asks. */
    public Duration age() {
        return Duration.ofNanos(clock.getAsLong() - ended);
    }

    /**
     * The result, waited for.
     *
     * @throws InterruptedException when the run is cut short
     */
    public T take() throws InterruptedException {
        begin();
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof InterruptedException) {
                throw new InterruptedException("the run was cut short");
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Nobody takes it any more: it is never begun, or its end is waited for, since it may have made a call. */
    void drop() {
        if (begun.compareAndSet(false, true)) {
            return;
        }
        boolean interrupted = false;
        while (!task.isDone()) {
            try {
                task.get();
            } catch (InterruptedException e) {
                interrupted = true;
            } catch (ExecutionException e) {
                break;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
