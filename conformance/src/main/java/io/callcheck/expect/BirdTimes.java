package io.callcheck.expect;

import io.callcheck.expect.BirdCalls.Seen;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The laws of the times of a Bird call. Nothing is judged more closely than to a second. */
public final class BirdTimes {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private BirdTimes() {}

    /** The time of creation of a call is the same in every answer. */
    public static Expectation createdConstant(BirdCalls calls) {
        return evidence -> {
            BirdTally tally = new BirdTally();
            Map<String, Instant> first = new HashMap<>();
            for (Seen seen : calls.all(evidence)) {
                Instant created = seen.time("createdAt").orElse(null);
                if (created == null || seen.id().isEmpty()) {
                    continue;
                }
                Instant before = first.putIfAbsent(seen.id(), created);
                if (before != null && Duration.between(before, created).abs().compareTo(SECOND) >= 0) {
                    tally.broken(seen.finding("createdAt", "\"" + before + "\" as before"), seen.exchange());
                } else if (before != null) {
                    tally.held(seen.exchange());
                }
            }
            return tally.judgement("no call was shown twice with a time of creation");
        };
    }

    /** The time of the last change is not before that of the creation. */
    public static Expectation updatedAfterCreated(BirdCalls calls) {
        return inOrder(calls, List.of("createdAt", "updatedAt"));
    }

    /** The times of a call's life follow each other, as far as they are there. */
    public static Expectation lifeInOrder(BirdCalls calls) {
        return inOrder(calls, List.of("createdAt", "ringingAt", "answeredAt", "endedAt"));
    }

    private static Expectation inOrder(BirdCalls calls, List<String> members) {
        return evidence -> {
            BirdTally tally = new BirdTally();
            for (Seen seen : calls.different(evidence)) {
                String before = "";
                Instant earlier = Instant.MIN;
                for (String member : members) {
                    Instant time = seen.time(member).orElse(null);
                    if (time == null) {
                        continue;
                    }
                    if (Duration.between(time, earlier).compareTo(SECOND) >= 0) {
                        tally.broken(
                                seen.finding(member, "not before " + before + " \"" + earlier + "\""), seen.exchange());
                    } else if (!before.isEmpty()) {
                        tally.held(seen.exchange());
                    }
                    before = member;
                    earlier = time;
                }
            }
            return tally.judgement("no call was shown with two of " + members);
        };
    }

    /**
     * The duration of a call that was answered is the time from then to its end, to within a second; to within two
     * where a time has no fraction, since it may have been cut off.
     */
    public static Expectation duration(BirdCalls calls) {
        return evidence -> {
            BirdTally tally = new BirdTally();
            for (Seen seen : calls.different(evidence)) {
                Optional<Instant> answered = seen.time("answeredAt");
                Optional<Instant> ended = seen.time("endedAt");
                if (answered.isEmpty()
                        || ended.isEmpty()
                        || ended.get().isBefore(answered.get())
                        || !seen.call().path("duration").isIntegralNumber()) {
                    continue;
                }
                double talked = Duration.between(answered.get(), ended.get()).toMillis() / 1000.0;
                boolean fine = seen.text("answeredAt").contains(".")
                        && seen.text("endedAt").contains(".");
                double off = Math.abs(seen.call().path("duration").asDouble() - talked);
                if (off > (fine ? 1.0 : 2.0)) {
                    tally.broken(seen.finding("duration", "the " + talked + " s from answer to end"), seen.exchange());
                } else {
                    tally.held(seen.exchange());
                }
            }
            return tally.judgement("no call was shown that was answered and has ended");
        };
    }
}
