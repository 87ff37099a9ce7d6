package io.callcheck.expect;

import io.callcheck.exchange.Evidence;
import io.callcheck.exchange.Exchange;
import io.callcheck.exchange.Step;
import io.callcheck.expect.BirdCalls.Seen;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The laws of the status of a Bird call over its life. Every call is asked about by one script alone, one question
 * after the other, so the order of the evidence is the order of its life. That is so no longer where an id is given
 * twice, or another call is shown than was asked for: such answers are left to the clauses that they break.
 */
public final class BirdStatuses {
    private static final List<String> COURSE = List.of("scheduled", "accepted", "starting", "ringing", "ongoing");

    private BirdStatuses() {}

    /**
     * A call that is not over never goes back. Answers to updates are not looked at: they may show the status from
     * before; nor are lists, which may lag behind.
     */
    public static Expectation forward(BirdCalls calls) {
        return evidence -> {
            BirdTally tally = new BirdTally();
            Map<String, Integer> furthest = new HashMap<>();
            Set<String> shared = shared(calls, evidence);
            for (Step step : evidence.steps()) {
                Exchange exchange = step.exchange();
                if (!exchange.operation().equals("create")
                        && !exchange.operation().equals("retrieve")) {
                    continue;
                }
                for (Seen seen : calls.of(exchange)) {
                    String status = seen.text("status");
                    int place = BirdCalls.OVER.contains(status) ? COURSE.size() : COURSE.indexOf(status);
                    if (!own(seen, shared) || place < 0) {
                        continue;
                    }
                    int before = furthest.getOrDefault(seen.id(), -1);
                    // What comes after the end is a clause of its own.
                    if (place < before && before < COURSE.size()) {
                        tally.broken(seen.finding("status", "not before " + COURSE.get(before)), exchange);
                    } else if (before >= 0 && before < COURSE.size()) {
                        tally.held(exchange);
                    }
                    furthest.put(seen.id(), Math.max(place, before));
                }
            }
            return tally.judgement("no call was seen twice in its life");
        };
    }

    /** A call that is over stays so. After a further update of it that is a matter of another clause. */
    public static Expectation lasting(BirdCalls calls) {
        return evidence -> {
            BirdTally tally = new BirdTally();
            Map<String, String> ended = new HashMap<>();
            Set<String> touched = new HashSet<>(shared(calls, evidence));
            for (Step step : evidence.steps()) {
                Exchange exchange = step.exchange();
                if (exchange.operation().equals("update") && ended.containsKey(BirdCalls.segment(exchange, "calls"))) {
                    touched.add(BirdCalls.segment(exchange, "calls"));
                }
                if (!exchange.operation().equals("retrieve")) {
                    continue;
                }
                for (Seen seen : calls.of(exchange)) {
                    String status = seen.text("status");
                    String before = ended.getOrDefault(seen.id(), "");
                    boolean over = BirdCalls.OVER.contains(status);
                    if (!own(seen, touched)) {
                        continue;
                    }
                    if (before.isEmpty() && over) {
                        ended.put(seen.id(), status);
                    } else if (!before.isEmpty() && status.equals(before)) {
                        tally.held(exchange);
                    } else if (!before.isEmpty() && (over || BirdCalls.LIVE.contains(status))) {
                        tally.broken(seen.finding("status", before + " as before"), exchange);
                    }
                }
            }
            return tally.judgement("no call was looked at again after its end");
        };
    }

    /** A call that comes in is never accepted or scheduled. */
    public static Expectation incoming(BirdCalls calls) {
        return evidence -> {
            BirdTally tally = new BirdTally();
            for (Seen seen : calls.all(evidence)) {
                String status = seen.text("status");
                if (!seen.text("direction").equals("incoming") || status.isEmpty()) {
                    continue;
                }
                if (status.equals("accepted") || status.equals("scheduled")) {
                    tally.broken(
                            seen.finding("status", "neither accepted nor scheduled of an incoming call"),
                            seen.exchange());
                } else {
                    tally.held(seen.exchange());
                }
            }
            return tally.judgement("no incoming call was seen");
        };
    }

    /** Whether an answer shows the call that it was asked for, or the call that it made. */
    private static boolean own(Seen seen, Set<String> shared) {
        boolean asked = seen.exchange().operation().equals("create")
                || seen.id().equals(BirdCalls.segment(seen.exchange(), "calls"));
        return asked && !seen.id().isEmpty() && !shared.contains(seen.id());
    }

    /** The ids that more than one create gave. */
    private static Set<String> shared(BirdCalls calls, Evidence evidence) {
        Set<String> given = new HashSet<>();
        Set<String> shared = new HashSet<>();
        for (Exchange exchange : evidence.of("create")) {
            calls.of(exchange).stream().filter(s -> !given.add(s.id())).forEach(s -> shared.add(s.id()));
        }
        return shared;
    }
}
