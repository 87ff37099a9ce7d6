package io.callcheck.expect;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * The way of a call from status to status. Source: SignalWire Compatibility API, Calls, the table of statuses: queued,
 * ringing, in-progress, completed; a call that was not answered ends canceled, busy, failed or no-answer.
 */
public final class Transitions {
    private static final Map<String, Integer> RANK = Map.of(
            "queued", 0,
            "ringing", 1,
            "in-progress", 2,
            "completed", 3,
            "canceled", 3,
            "busy", 3,
            "failed", 3,
            "no-answer", 3);
    private static final int OVER = 3;
    /** What may follow on a call in progress: a call that nobody answered cannot be one that was answered. */
    private static final Set<String> AFTER_ANSWER = Set.of("in-progress", "completed", "failed");

    private Transitions() {}

    /** Whether a status is one that the documents list. */
    static boolean listed(String status) {
        return RANK.containsKey(status);
    }

    /** Whether a call with that status is over. */
    static boolean over(String status) {
        return RANK.getOrDefault(status, 0) == OVER;
    }

    /** A call that lives moves forward only. */
    public static Expectation forward(Sightings sightings) {
        return course(
                sightings,
                (before, now) -> over(before) || (rank(before) <= rank(now) && lawful(before, now)),
                "not after ");
    }

    /** A call that is over stays as it is. */
    public static Expectation last(Sightings sightings) {
        return sightings.calls(
                "no call was seen after its end",
                (call, tally) -> Course.eachAfter(told(call), s -> rank(s.text("status")), (before, seen) -> {
                    if (over(before.text("status"))) {
                        count(tally, before, seen, before.text("status").equals(seen.text("status")), "still ");
                    }
                }));
    }

    private static Expectation course(Sightings sightings, BiPredicate<String, String> lawful, String words) {
        return sightings.calls(
                "no call was seen twice",
                (call, tally) -> Course.eachAfter(
                        told(call),
                        s -> rank(s.text("status")),
                        (before, seen) -> count(
                                tally, before, seen, lawful.test(before.text("status"), seen.text("status")), words)));
    }

    private static void count(Tally tally, Sighting before, Sighting seen, boolean lawful, String words) {
        if (lawful) {
            tally.held(seen.exchange());
        } else {
            tally.broken(
                    seen.finding("status", words + before.call().path("status")), seen.exchange(), before.exchange());
        }
    }

    private static boolean lawful(String before, String now) {
        return !before.equals("in-progress") || AFTER_ANSWER.contains(now);
    }

    private static int rank(String status) {
        return RANK.getOrDefault(status, 0);
    }

    /** What was told of a call itself: a list may lag behind, and a command may be answered before it has its effect. */
    private static List<Sighting> told(List<Sighting> call) {
        return call.stream()
                .filter(s -> !s.listed() && !s.commanded() && listed(s.text("status")))
                .toList();
    }
}
