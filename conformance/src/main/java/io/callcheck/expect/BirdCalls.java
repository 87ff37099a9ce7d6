package io.callcheck.expect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.callcheck.exchange.Answer;
import io.callcheck.exchange.Evidence;
import io.callcheck.exchange.Exchange;
import io.callcheck.exchange.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The calls that Bird's answers show; each answer is read once, however many laws ask. */
public final class BirdCalls {
    /** The statuses that a call never leaves. */
    static final Set<String> OVER = Set.of("completed", "no-answer", "busy", "failed", "cancelled");

    /** The statuses of a call that is not over. */
    static final Set<String> LIVE = Set.of("scheduled", "accepted", "starting", "ringing", "ongoing");

    private final Map<Exchange, List<Seen>> read = new ConcurrentHashMap<>();
    private final Soundness soundness;

    /** @param soundness what the laws may look at */
    public BirdCalls(Soundness soundness) {
        this.soundness = soundness;
    }

    /**
     * A call as one answer shows it.
     *
     * @param exchange the answer
     * @param where the JSON pointer to the call; empty for the whole body
     * @param call its members
     */
    record Seen(Exchange exchange, String where, JsonNode call) {

        /** Its id in lower case; empty when it has none. */
        String id() {
            return text("id").toLowerCase(Locale.ROOT);
        }

        /** A member that is text; empty when it is not. */
        String text(String member) {
            return call.path(member).isTextual() ? call.path(member).textValue() : "";
        }

        /** A time; nothing when it is absent, unset (the year 1) or no time at all, which other clauses judge. */
        Optional<Instant> time(String member) {
            return Rfc3339.parse(text(member));
        }

        /** What is wrong with a member. */
        Finding finding(String member, String expected) {
            String actual = call.path(member).isMissingNode()
                    ? "absent"
                    : call.path(member).toString();
            return new Finding(where + "/" + member, expected, actual);
        }
    }

    /** The calls of an answer that grants something; none of any other. */
    List<Seen> of(Exchange exchange) {
        return read.computeIfAbsent(exchange, this::look);
    }

    /** The calls of all answers, in the order of the evidence. */
    List<Seen> all(Evidence evidence) {
        List<Seen> all = new ArrayList<>();
        for (Step step : evidence.steps()) {
            all.addAll(of(step.exchange()));
        }
        return all;
    }

    /** The same without those that a list shows just as one did before: for laws of the members of a call alone. */
    List<Seen> different(Evidence evidence) {
        Repeats repeats = new Repeats();
        return all(evidence).stream()
                .filter(s -> s.where().isEmpty() || repeats.isNew(s.call()))
                .toList();
    }

    /** The segment of a request's path after another one, in lower case; empty when there is none. */
    static String segment(Exchange exchange, String after) {
        String[] segments = exchange.sent().uri().getPath().split("/", -1);
        for (int i = segments.length - 1; i > 0; i--) {
            if (segments[i - 1].equals(after)) {
                return segments[i].toLowerCase(Locale.ROOT);
            }
        }
        return "";
    }

    private List<Seen> look(Exchange exchange) {
        Answer answer = exchange.answer();
        JsonNode parsed = answer != null && answer.success() ? answer.json().value() : null;
        if (parsed == null) {
            return List.of();
        }
        JsonNode body = soundness.sound(exchange, parsed);
        if (!exchange.operation().equals("list")) {
            return body.isObject() ? List.of(new Seen(exchange, "", body)) : List.of();
        }
        List<Seen> results = new ArrayList<>();
        if (body.path("results") instanceof ArrayNode listed) {
            int place = 0;
            for (JsonNode call : listed) {
                if (call.isObject()) {
                    results.add(new Seen(exchange, "/results/" + place, call));
                }
                place++;
            }
        }
        return List.copyOf(results);
    }
}
