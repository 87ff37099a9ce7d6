package io.callcheck.reports;

import io.callcheck.verdict.Outcome;
import io.callcheck.verdict.Run;
import io.callcheck.verdict.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The life of one call: its requests, the states that they showed and its callbacks, in the order of their time.
 *
 * @param api the API's id
 * @param id the call's id
 * @param states the states that answers showed, one after the other; empty where none did
 * @param counts how many requests and callbacks, in words
 * @param broken whether something of it broke a clause
 * @param events in order
 */
record CallLife(String api, String id, String states, String counts, boolean broken, List<Event> events) {
    private static final long ROOM = 300_000;
    private static final int EVENTS = 60;
    private static final int EVENT = 150;

    /**
     * Something that happened, or the same several times in a row.
     *
     * @param at since the call's first event: {@code 0.412 s}
     * @param ours whether we sent it; otherwise the target did
     * @param what in words
     * @param result the status of the answer; empty for a callback
     * @param state the call's state that it shows; empty where it shows none
     * @param times how many times in a row, for people; empty for once
     * @param href the link to the exchange; empty where it is not on the page
     * @param broken whether it broke a clause
     */
    record Event(
            String at,
            boolean ours,
            String what,
            String result,
            String state,
            String times,
            String href,
            boolean broken) {}

    /** The lives that the page has room for: those with something broken first, then by time. */
    static List<CallLife> all(Run run, Exchanges exchanges) {
        Set<Integer> broken = new HashSet<>();
        for (Verdict verdict : run.verdicts()) {
            boolean red = verdict.outcome() == Outcome.FAIL || verdict.outcome() == Outcome.WARN;
            if (red && !verdict.evidence().isEmpty()) {
                broken.add(verdict.evidence().get(0));
            }
        }
        Map<String, List<CallEvent>> calls = new LinkedHashMap<>();
        CallEvent.all(run)
                .forEach(e ->
                        calls.computeIfAbsent(e.call(), k -> new ArrayList<>()).add(e));
        List<CallLife> lives = new ArrayList<>();
        calls.forEach((id, events) -> {
            // A call that no answer ever spoke of is none: it was asked for to be refused.
            if (events.stream().anyMatch(CallEvent::proves)) {
                lives.add(of(id, events, broken, exchanges));
            }
        });
        lives.sort(Comparator.comparing(l -> !l.broken()));
        Budget budget = new Budget(ROOM);
        return lives.stream()
                .takeWhile(l ->
                        budget.take(l.toString(), " ".repeat(EVENT * l.events().size())))
                .toList();
    }

    private static CallLife of(String id, List<CallEvent> events, Set<Integer> broken, Exchanges exchanges) {
        List<CallEvent> sorted =
                events.stream().sorted(Comparator.comparing(CallEvent::at)).toList();
        List<String> states = new ArrayList<>();
        List<Event> shown = new ArrayList<>();
        for (int i = 0; i < sorted.size(); ) {
            CallEvent first = sorted.get(i);
            boolean red = broken.contains(first.exchange());
            int next = i + 1;
            while (next < sorted.size()
                    && !red
                    && sorted.get(next).like(first)
                    && !broken.contains(sorted.get(next).exchange())) {
                next++;
            }
            if (shown.size() < EVENTS) {
                shown.add(new Event(
                        Figures.seconds(sorted.get(0).at(), first.at()),
                        first.ours(),
                        Wording.cut(first.what()),
                        first.result(),
                        first.state(),
                        next == i + 1 ? "" : "×" + (next - i),
                        exchanges.shown(first.exchange())
                                ? Anchor.exchange(first.exchange()).href()
                                : "",
                        red));
            }
            String state = first.ours() ? first.state() : "";
            if (!state.isEmpty()
                    && (states.isEmpty() || !states.get(states.size() - 1).equals(state))) {
                states.add(state);
            }
            i = next;
        }
        int requests = (int) sorted.stream().filter(CallEvent::ours).count();
        int callbacks = sorted.size() - requests;
        return new CallLife(
                sorted.get(0).api(),
                id,
                String.join(" → ", states.subList(0, Math.min(states.size(), 8))),
                Figures.count(requests, "request", "requests")
                        + (callbacks == 0 ? "" : ", " + Figures.count(callbacks, "callback", "callbacks")),
                shown.stream().anyMatch(Event::broken),
                shown);
    }

    /** Where a person looks for the call by its first letters. */
    String shortId() {
        return id.length() <= 13 ? id : id.substring(0, 13) + "…";
    }
}
