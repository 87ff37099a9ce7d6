package com.example.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** A call, and what will become of it unless somebody ends it before: its life is planned when it is made. */
class Call {
    /** Calls to this number ring until nobody waits any longer. */
    static final String UNANSWERED = "+15005550005";

    private static final String OWN_NUMBER = "+15005550000";
    private static final Set<String> OVER = Set.of("completed", "no-answer", "cancelled");

    private record Step(Instant at, String status) {}

    final UUID id = UUID.randomUUID();
    private final String to;
    private final String from;
    private final List<String> tags;
    private final List<Step> life = new ArrayList<>();
    private boolean endedByRequest;

    Call(CreateCall request, Instant now) {
        this.to = request.to();
        this.from = request.from() == null ? OWN_NUMBER : request.from();
        this.tags = request.tags() == null
                ? null
                : request.tags().stream().map(t -> t.toLowerCase(Locale.ROOT)).toList();
        life.add(new Step(now, "accepted"));
        life.add(new Step(now.plusMillis(50), "starting"));
        life.add(new Step(now.plusMillis(100), "ringing"));
        if (to.equals(UNANSWERED)) {
            int timeout = request.ringTimeout() == null ? 30 : request.ringTimeout();
            life.add(new Step(now.plusSeconds(timeout), "no-answer"));
        } else {
            life.add(new Step(now.plusMillis(300), "ongoing"));
            boolean hangsUp = request.callFlow() != null && hangsUp(request.callFlow());
            life.add(new Step(now.plusMillis(hangsUp ? 400 : 60_000), "completed"));
        }
    }

    synchronized void update(UpdateCall request, Instant now) {
        if (OVER.contains(last(now).status)) {
            throw new Refused(HttpStatus.CONFLICT, "CallEnded", "The call is over.");
        }
        boolean hangsUp = request.callFlow() != null && hangsUp(request.callFlow());
        if (request.status() != null || hangsUp) {
            boolean answered = at("ongoing", now) != null;
            life.removeIf(step -> step.at.isAfter(now));
            life.add(new Step(now, answered ? "completed" : "cancelled"));
            endedByRequest = request.status() != null;
        }
    }

    synchronized CallView view(String channel, Instant now) {
        Step last = last(now);
        Instant ended = OVER.contains(last.status) ? last.at : null;
        Instant answered = at("ongoing", now);
        return new CallView(
                id,
                channel,
                from,
                to,
                "outgoing",
                last.status,
                "pstn",
                life.get(0).at,
                last.at,
                at("ringing", now),
                answered,
                ended,
                ended == null || answered == null
                        ? null
                        : (int) Duration.between(answered, ended).toSeconds(),
                ended == null ? null : 16,
                ended == null ? null : endedByRequest ? "api" : "callee",
                tags);
    }

    private static boolean hangsUp(List<Command> flow) {
        return flow.stream().anyMatch(Command.HangUp.class::isInstance);
    }

    private Instant at(String status, Instant now) {
        return life.stream()
                .filter(step -> step.status.equals(status) && !step.at.isAfter(now))
                .map(Step::at)
                .findFirst()
                .orElse(null);
    }

    private Step last(Instant now) {
        Step last = life.get(0);
        for (Step step : life) {
            last = step.at.isAfter(now) ? last : step;
        }
        return last;
    }
}
