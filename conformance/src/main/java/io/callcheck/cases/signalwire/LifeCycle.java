package io.callcheck.cases.signalwire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callcheck.cases.Bench;
import io.callcheck.exchange.Capabilities;
import io.callcheck.exchange.Step;
import io.callcheck.exchange.Transcript;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Six calls, one to each kind of destination and another that waits, and what can be done to them in each state. The
 * same request in another state is the control of each refusal.
 */
final class LifeCycle {
    /** The steps and rows whose evidence cases ask for. */
    static final String FOUND = "found";

    static final String TOUCH = "touch";
    static final String REDIRECT = "redirect";
    static final String HANG_UP = "hang up";
    static final String DELETE = "delete";
    static final String CANCEL = "cancel";
    static final String END = "end waiting";
    /** An older call like the one that is deleted: while it lives, that one has not ended by itself. */
    static final String BESIDE = "beside";

    static final String STILL_ANSWERED = "look beside";
    static final String STILL_WAITING = "look at the other";

    private static final String NO_ANSWER = "no-answer";
    /** Seconds for which nobody answers. */
    private static final int RING = 5;

    /** The only clause that a call has to go on for. */
    private static final String COUNTED = "signalwire.call.duration.talk";

    /** Shorter calls may be said to have taken no time. */
    private static final Duration LASTING = Duration.ofSeconds(2);

    private static final Set<String> IN_PROGRESS = Set.of("in-progress");
    private static final Set<String> WAITING = Set.of("queued", "ringing");
    private static final Set<String> UNANSWERED = Set.of("busy", "failed", "no-answer", "canceled");

    private final SignalWireBench side;
    private final Bench bench;

    LifeCycle(SignalWireBench side) {
        this.side = side;
        this.bench = side.bench();
    }

    /** Plays it. */
    void play(Transcript transcript) throws InterruptedException {
        Looks looks = new Looks(bench, transcript);
        Optional<String> beside = deletes() ? create(transcript, "answered", BESIDE) : Optional.empty();
        Optional<String> answered = create(transcript, "answered");
        if (answered.isEmpty() || !looks.found(FOUND, answered.get())) {
            return;
        }
        Map<String, String> ending = new LinkedHashMap<>();
        for (String destination : new String[] {"busy", "failed", NO_ANSWER}) {
            create(transcript, destination).ifPresent(sid -> ending.put(destination, sid));
        }
        long called = System.nanoTime();
        boolean talks = talks(looks, "answered", answered.get(), looks.outcome());
        boolean counts = beside.isPresent() && transcript.judges(COUNTED);
        if (talks && counts) {
            // What is done to the other call takes longer than some calls last.
            talks(looks, "begun", beside.get(), looks.effect());
        }
        long since = System.nanoTime();
        if (talks) {
            inProgress(looks, answered.get(), beside);
        }
        for (Map.Entry<String, String> call : ending.entrySet()) {
            Duration longest = call.getKey().equals(NO_ANSWER) ? looks.outcome(RING) : looks.outcome();
            String ended =
                    looks.status(call.getKey(), call.getValue(), bench.names().ended(), looks.left(longest, called));
            over(looks, call.getKey(), call.getValue(), ended);
        }
        Optional<String> other = create(transcript, "ringing", END);
        Optional<String> ringing = create(transcript, "ringing");
        if (ringing.isPresent()) {
            waiting(looks, ringing.get(), other);
            if (other.isPresent()) {
                looks.send(END, "update", other.get(), status("completed"));
                looks.status("ended waiting", other.get(), bench.names().ended(), looks.effect());
            }
        }
        if (counts) {
            lasting(looks, beside.get(), since);
        }
    }

    /** Looks at a call until it is in progress, is over, or time is up; whether it is. */
    private static boolean talks(Looks looks, String row, String sid, Duration longest) throws InterruptedException {
        return looks.status(row, sid, IN_PROGRESS, longest).equals("in-progress");
    }

    /**
     * A call that goes on for a while, and its end: how long it was is to be told.
     *
     * @param since when it was seen in progress; where it was not, when that was to be seen
     */
    private void lasting(Looks looks, String sid, long since) throws InterruptedException {
        boolean lasts = looks.shows("lasting", sid, call -> System.nanoTime() - since > LASTING.toNanos(), LASTING)
                .path("status")
                .asText()
                .equals("in-progress");
        if (lasts) {
            looks.send("hang up lasting", "update", sid, status("completed"));
            String ended = looks.status("lasted", sid, bench.names().ended(), looks.effect());
            if (ended.equals("completed")) {
                // Whoever counts up when the call is over needs a moment to do so.
                looks.after("counted", sid, call -> call.path("duration").asLong() > 0);
            }
        }
    }

    private Optional<String> create(Transcript transcript, String destination) {
        return create(transcript, destination, destination);
    }

    private Optional<String> create(Transcript transcript, String destination, String name) {
        if (!side.side().to().containsKey(destination)) {
            return Optional.empty();
        }
        ObjectNode create = side.create(destination, "hold");
        return bench.created(transcript, name, destination.equals(NO_ANSWER) ? create.put("Timeout", RING) : create);
    }

    /** What is refused while the call waits, and then its cancellation. */
    private void waiting(Looks looks, String sid, Optional<String> other) throws InterruptedException {
        if (!WAITING.contains(looks.status("waiting", sid, WAITING, looks.effect()))) {
            return;
        }
        looks.probe("redirect waiting", REDIRECT, "update", sid, document());
        if (deletes()) {
            looks.probe("delete waiting", DELETE, "delete", sid, Bench.empty());
            other.ifPresent(o -> looks.send(STILL_WAITING, "retrieve", o, Bench.empty()));
        }
        looks.send(CANCEL, "update", sid, status("canceled"));
        String ended = looks.status("canceled", sid, bench.names().ended(), looks.effect());
        over(looks, "canceled", sid, ended);
    }

    /** What an answered call takes and does not take, to its end and after it. */
    private void inProgress(Looks looks, String sid, Optional<String> beside) throws InterruptedException {
        looks.send(TOUCH, "update", sid, callback());
        looks.probe("cancel answered", TOUCH, "update", sid, status("canceled"));
        looks.send(Step.STILL, "update", sid, callback());
        looks.send(REDIRECT, "update", sid, document());
        if (deletes()) {
            looks.probe("delete answered", DELETE, "delete", sid, Bench.empty());
            beside.ifPresent(b -> looks.send(STILL_ANSWERED, "retrieve", b, Bench.empty()));
        }
        looks.status("still answered", sid, IN_PROGRESS, looks.effect());
        looks.send(HANG_UP, "update", sid, status("completed"));
        String ended = looks.status("ended", sid, bench.names().ended(), looks.effect());
        if (ended.equals("completed")) {
            looks.probe("completed, canceled", HANG_UP, "update", sid, status("canceled"));
            looks.probe("completed, completed", HANG_UP, "update", sid, status("completed"));
            looks.probe("completed, redirect", REDIRECT, "update", sid, document());
            looks.status("after the end", sid, bench.names().ended(), looks.effect());
            if (deletes()) {
                looks.send(DELETE, "delete", sid, Bench.empty());
                looks.send("deleted", "retrieve", sid, Bench.empty());
            }
        }
    }

    /** What is refused of a call that nobody answered. */
    private void over(Looks looks, String name, String sid, String ended) throws InterruptedException {
        if (UNANSWERED.contains(ended)) {
            looks.probe(name + ", completed", HANG_UP, "update", sid, status("completed"));
            looks.probe(name + ", redirect", REDIRECT, "update", sid, document());
            looks.status(name + " after the end", sid, bench.names().ended(), looks.effect());
        }
    }

    private boolean deletes() {
        return !bench.target().lacks().contains(Capabilities.DELETE);
    }

    private ObjectNode document() {
        return Bench.empty().put("Url", bench.placeholders().values().getOrDefault("hold", ""));
    }

    private ObjectNode callback() {
        return Bench.empty().put("StatusCallback", bench.placeholders().values().getOrDefault("callback", ""));
    }

    private static ObjectNode status(String status) {
        return Bench.empty().put("Status", status);
    }
}
