package io.callcheck.exchange;

import io.callcheck.spec.Api;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer, exactly as on the wire.
 *
 * @param api the API
 * @param operation the operation's id
 * @param at when it was sent
 * @param sent the request
 * @param answer the answer; null when none came
 * @param problem why none came, for people; null when one came
 */
public record Exchange(
        Api api,
        String operation,
        Instant at,
        Sent sent,
        @Nullable Answer answer,
        @Nullable String problem) {
    /** How the problem of a request begins that the kit kept back. */
    static final String WITHHELD = "not sent: ";

    /** How the problem of a request begins that was not sent, or not waited for, because the run was cut short. */
    static final String INTERRUPTED = "the run was interrupted";

    /** How the problem of a request begins that was not answered in time. */
    static final String LATE = "nothing within ";

    /** Whether an answer with a status of 2xx came. */
    public boolean accepted() {
        return answer != null && answer.success();
    }

    /** Whether the value of a request was refused: 400 and 422 alone are refusals of a value. */
    public boolean refused() {
        return answer != null && (answer.status() == 400 || answer.status() == 422);
    }

    /** Whether the kit kept the request back: it was lawful to send, but not to a live target. */
    public boolean withheld() {
        return problem != null && problem.startsWith(WITHHELD);
    }

    /** Whether there is no answer because none came in time: the one reason that another try may not meet again. */
    public boolean late() {
        return problem != null && problem.startsWith(LATE);
    }

    /** Whether there is no answer because the run was cut short. */
    public boolean cutShort() {
        return problem != null && problem.startsWith(INTERRUPTED);
    }

    /** An exchange happened once: two that read alike are still two. Comparing bodies would cost as much as judging them. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    /** What it was answered with, for people: {@code 422}, or nothing, and why. */
    public String outcome() {
        return answer != null ? Integer.toString(answer.status()) : "nothing: " + problem;
    }
}
