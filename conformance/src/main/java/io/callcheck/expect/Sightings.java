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
 * many laws ask: they are kept, which changes no judgement. An account with a history shows its old calls in every list:
 * what many laws ask of a sight is found once.
 */
public final class Sightings {
    private static final Set<String> ONE = Set.of("create", "retrieve", "update");

    private final String path;
    private final Soundness soundness;
    private Seen last = Seen.of(List.of(), List.of());

    /**
     * The sights in the steps of an evidence.
     *
     * @param all in the order of the evidence
     * @param different without those in which a list shows a call just as a list did before
     * @param calls by the sid of the call, as far as it is one; without calls whose sid another creation showed
     * @param shared whether there were such calls
     */
    private record Seen(
            List<Step> steps,
            List<Sighting> all,
            List<Sighting> different,
            Map<String, List<Sighting>> calls,
            boolean shared) {

        static Seen of(List<Step> steps, List<Sighting> all) {
            Repeats repeats = new Repeats();
            List<Sighting> different = all.stream()
                    .filter(s -> !s.listed() || repeats.isNew(s.call()))
                    .toList();
            Map<String, List<Sighting>> calls = new LinkedHashMap<>();
            Set<String> created = new HashSet<>();
            Set<String> twice = new HashSet<>();
            for (Sighting seen : all) {
                String sid = seen.text("sid");
                List<Sighting> call = calls.get(sid);
                if (call != null) {
                    call.add(seen);
                } else if (Sighting.isUuid(sid)) {
                    calls.put(sid, new ArrayList<>(List.of(seen)));
                }
                if (seen.exchange().operation().equals("create") && !created.add(sid)) {
                    twice.add(sid);
                }
            }
            // Two calls under one name are no call over time.
            boolean shared = calls.keySet().removeAll(twice);
            return new Seen(steps, all, different, calls, shared);
        }
    }

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
            seen(evidence).different().forEach(s -> law.look(s, tally));
            return tally.judgement("no answer showed it");
        };
    }

    /** A law of one call over time, judged on the sights of each call. */
    Expectation calls(String unseen, BiConsumer<List<Sighting>, Tally> law) {
        return evidence -> {
            Seen seen = seen(evidence);
            Tally tally = new Tally();
            seen.calls().values().forEach(call -> law.accept(call, tally));
            Judgement judgement = tally.judgement(unseen);
            return judgement instanceof Judgement.Unseen && seen.shared()
                    ? new Judgement.Blocked("signalwire.call.sid.unique", "several calls have the same sid", List.of())
                    : judgement;
        };
    }

    /** The sights in evidence, in its order. */
    List<Sighting> of(Evidence evidence) {
        return seen(evidence).all();
    }

    /** Laws are judged side by side: the second one waits for what the first one reads, instead of reading it too. */
    private synchronized Seen seen(Evidence evidence) {
        if (last.steps() != evidence.steps()) {
            last = Seen.of(evidence.steps(), look(evidence));
        }
        return last;
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
