package io.callcheck.expect;

import com.fasterxml.jackson.databind.JsonNode;
import io.callcheck.exchange.Answer;
import io.callcheck.exchange.Evidence;
import io.callcheck.exchange.Exchange;
import io.callcheck.exchange.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Every sight of a call of one SignalWire account in the accepted answers of a run. Answers are parsed once, however
 * many laws ask: they are kept, which changes no judgement.
 */
public final class Sightings {
    private static final Set<String> ONE = Set.of("create", "retrieve", "update");

    private final String path;
    private final Soundness soundness;
    private volatile Seen last = new Seen(List.of(), List.of());

    private record Seen(List<Step> steps, List<Sighting> sightings) {}

    /**
     * The sights of an account's calls.
     *
     * @param account answers on another account's path are no evidence for the laws of a call
     * @param soundness what the laws may look at
     */
    public Sightings(String account, Soundness soundness) {
        this.path = "/Accounts/" + account + "/Calls";
        this.soundness = soundness;
    }

    /** A law of one sight of a call, judged on each. */
    public Expectation each(Law law) {
        return evidence -> {
            Tally tally = new Tally();
            of(evidence).forEach(s -> law.look(s, tally));
            return tally.judgement("no answer showed it");
        };
    }

    /** A law of one call over time, judged on the sights of each call. */
    Expectation calls(String unseen, BiConsumer<List<Sighting>, Tally> law) {
        return evidence -> {
            Map<String, List<Sighting>> calls = new LinkedHashMap<>();
            Set<String> created = new HashSet<>();
            Set<String> twice = new HashSet<>();
            for (Sighting seen : of(evidence)) {
                if (Sighting.isUuid(seen.text("sid"))) {
                    calls.computeIfAbsent(seen.text("sid"), k -> new ArrayList<>())
                            .add(seen);
                    if (seen.exchange().operation().equals("create") && !created.add(seen.text("sid"))) {
                        twice.add(seen.text("sid"));
                    }
                }
            }
            // Two calls under one name are no call over time.
            calls.keySet().removeAll(twice);
            Tally tally = new Tally();
            calls.values().forEach(call -> law.accept(call, tally));
            Judgement judgement = tally.judgement(unseen);
            return judgement instanceof Judgement.Unseen && !twice.isEmpty()
                    ? new Judgement.Blocked("signalwire.call.sid.unique", "several calls have the same sid", List.of())
                    : judgement;
        };
    }

    /** The sights in evidence, in its order. */
    List<Sighting> of(Evidence evidence) {
        Seen seen = last;
        if (seen.steps() != evidence.steps()) {
            seen = new Seen(evidence.steps(), look(evidence));
            last = seen;
        }
        return seen.sightings();
    }

    /** A law of one sight of a call. */
    @FunctionalInterface
    public interface Law {
        /** Counts what the sight says; nothing when it does not show what the law speaks of. */
        void look(Sighting seen, Tally tally);
    }

    private List<Sighting> look(Evidence evidence) {
        List<Sighting> found = new ArrayList<>();
        for (Step step : evidence.steps()) {
            Exchange exchange = step.exchange();
            Answer answer = exchange.answer();
            if (answer == null
                    || !answer.success()
                    || !exchange.sent().uri().getPath().contains(path)) {
                continue;
            }
            JsonNode parsed = answer.json().value();
            JsonNode body = parsed == null ? null : soundness.sound(exchange, parsed);
            if (body != null && ONE.contains(exchange.operation()) && body.isObject()) {
                found.add(new Sighting(exchange, "", body));
            } else if (body != null && exchange.operation().equals("list")) {
                int place = 0;
                for (JsonNode call : body.path("calls")) {
                    found.add(new Sighting(exchange, "/calls/" + place++, call));
                }
            }
        }
        return List.copyOf(found);
    }
}
