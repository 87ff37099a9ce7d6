package io.callcheck.exchange;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether one side of a target still lives. A side that never answered is given up after a few tries; one that answered
 * before, only after many in a row and one patient look. An answer, however late, brings it back.
 */
final class Pulse {
    /** Refusals come at once: so many of them. */
    static final int NEVER = 6;
    /** Time-outs do not: so many of them are enough once they took {@link #LONG}. */
    static final int NEVER_SLOW = 3;

    static final Duration LONG = Duration.ofSeconds(12);
    /** So many in a row from a target that did answer before. */
    static final int LATER = 20;

    private final LongSupplier clock;
    private @Nullable Sent answered;
    private int missed;
    private long since;
    private boolean looking;
    private String dead = "";

    /** @param clock nanoseconds, from any origin */
    Pulse(LongSupplier clock) {
        this.clock = clock;
    }

    /** An answer came; one to a GET is what a later look repeats, for it changes nothing. */
    synchronized void beat(Sent sent) {
        if (answered == null || sent.method().equals("GET")) {
            answered = sent;
        }
        missed = 0;
        dead = "";
    }

    /**
     * No answer came.
     *
     * @param problem why
     * @return the request that is to be sent once more, with patience, before the target is given up
     */
    synchronized Optional<Sent> miss(String problem) {
        long now = clock.getAsLong();
        if (missed == 0) {
            since = now;
        }
        missed++;
        if (answered == null) {
            // The first of them began a time-out earlier: all but it are measured.
            boolean slow = missed >= NEVER_SLOW && now - since >= LONG.toNanos() * (missed - 1) / missed;
            if (missed >= NEVER || slow) {
                dead = problem;
            }
            return Optional.empty();
        }
        if (missed < LATER || looking || !answered.method().equals("GET")) {
            return Optional.empty();
        }
        looking = true;
        return Optional.of(answered);
    }

    /**
     * How the patient look ended.
     *
     * @param problem why it was not answered; empty when it was
     */
    synchronized void looked(String problem) {
        looking = false;
        missed = 0;
        dead = problem;
    }

    /** Whether it neither answered yet nor was given up. */
    synchronized boolean untried() {
        return answered == null && dead.isEmpty();
    }

    /** Why the target is asked no more; empty while it is. */
    synchronized String dead() {
        return dead;
    }
}
