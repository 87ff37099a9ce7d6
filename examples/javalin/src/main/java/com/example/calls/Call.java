package com.example.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A call, and what will become of it unless somebody ends it before: its life is planned when it is made. */
final class Call {
    /** Calls to this number ring until nobody waits any longer. */
    static final String UNANSWERED = "+15005550005";

    private static final Set<String> OVER = Set.of("completed", "busy", "failed", "no-answer", "canceled");

    private record Step(Instant at, String status) {}

    final String sid = UUID.randomUUID().toString();
    final String to;
    final String from;
    private final List<Step> life = new ArrayList<>();

    Call(String to, String from, Duration timeout, Instant now) {
        this.to = to;
        this.from = from;
        plan(now, Duration.ZERO, "queued");
        plan(now, Duration.ofMillis(100), "ringing");
        if (to.equals(UNANSWERED)) {
            plan(now, timeout, "no-answer");
        } else {
            plan(now, Duration.ofMillis(300), "in-progress");
            plan(now, Duration.ofMinutes(1), "completed");
        }
    }

    synchronized String status(Instant now) {
        return last(now).status;
    }

    synchronized boolean over(Instant now) {
        return OVER.contains(status(now));
    }

    /** Ends the call now, whatever was planned. */
    synchronized void end(String status, Instant now) {
        life.removeIf(step -> step.at.isAfter(now));
        life.add(new Step(now, status));
    }

    Instant created() {
        return life.get(0).at;
    }

    synchronized Instant updated(Instant now) {
        return last(now).at;
    }

    /** When it was answered, or null. */
    synchronized Instant started(Instant now) {
        return life.stream()
                .filter(step -> step.status.equals("in-progress") && !step.at.isAfter(now))
                .map(Step::at)
                .findFirst()
                .orElse(null);
    }

    /** When it was over, or null. */
    synchronized Instant ended(Instant now) {
        return over(now) ? updated(now) : null;
    }

    private Step last(Instant now) {
        Step last = life.get(0);
        for (Step step : life) {
            last = step.at.isAfter(now) ? last : step;
        }
        return last;
    }

    private void plan(Instant now, Duration after, String status) {
        life.add(new Step(now.plus(after), status));
    }
}
