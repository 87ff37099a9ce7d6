package io.callcheck.expect;

import java.util.List;
import java.util.Optional;

/** Judges what status callbacks tell of how long a call lasted. It may be absent: the published sample has none. */
public final class CallDurations {
    private CallDurations() {}

    /** Nothing tells how long the call lasted while it lasts. */
    public static Expectation notBefore(Line line) {
        return line.judged(heard -> {
            List<Told> before = heard.told().stream()
                    .filter(t -> !StatusCallbacks.event(t).isEmpty()
                            && !StatusCallbacks.event(t).equals("completed"))
                    .toList();
            return before.isEmpty()
                    ? new Judgement.Unseen("nothing was told before the end", List.of(heard.created()))
                    : heard.verdict(before.stream()
                            .filter(t -> t.has("CallDuration"))
                            .map(t -> new Finding(
                                    "CallDuration", "absent from " + t.text("CallStatus"), t.text("CallDuration")))
                            .distinct()
                            .toList());
        });
    }

    /**
     * What is told of how long an answered call lasted is what the call shows, to within a second. A call that shows
     * nothing yet, or more than its own dates leave room for, is a matter of other clauses.
     */
    public static Expectation figure(Line line) {
        return line.judged(heard -> {
            Optional<Sighting> over = heard.looks()
                    .filter(s -> s.text("status").equals("completed"))
                    .filter(s -> s.call().path("duration").longValue() > 0)
                    .reduce((first, last) -> last);
            List<Told> told = heard.told().stream()
                    .filter(t -> StatusCallbacks.event(t).equals("completed"))
                    .filter(t -> t.text("CallDuration").matches("\\d{1,9}"))
                    .toList();
            if (over.isEmpty() || told.isEmpty()) {
                return new Judgement.Unseen("the call does not show or tell how long it was", List.of(heard.created()));
            }
            Tally bound = new Tally();
            Ordering.duration().look(over.get(), bound);
            if (bound.judgement("") instanceof Judgement.Broken) {
                return new Judgement.Blocked(
                        "signalwire.call.duration.bound",
                        "the call itself shows another duration than its dates",
                        List.of(over.get().exchange()));
            }
            long lasted = over.get().call().path("duration").longValue();
            return heard.verdict(told.stream()
                    .map(t -> t.text("CallDuration"))
                    .filter(text -> Math.abs(Long.parseLong(text) - lasted) > 1)
                    .distinct()
                    .map(text -> new Finding("CallDuration", lasted + " to within a second", text))
                    .toList());
        });
    }
}
