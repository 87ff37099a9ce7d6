package io.callcheck.expect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Judges status callbacks. They are ordered by {@code SequenceNumber}, never by their arrival: a delivery may come
 * late, out of order and more than once. An answered call may be told as {@code answered}, {@code in-progress} or both.
 */
public final class StatusCallbacks {
    /** How a call ends that nobody took. */
    private static final Set<String> UNANSWERED = Set.of("busy", "no-answer");

    private static final Map<String, String> EVENTS = Map.of(
            "initiated", "initiated",
            "queued", "initiated",
            "ringing", "ringing",
            "answered", "answered",
            "in-progress", "answered");
    private static final List<String> ORDER = List.of("initiated", "ringing", "answered", "completed");
    private static final int TRIES = 3;

    private StatusCallbacks() {}

    /** The event that a delivery tells; empty for a status that is not listed, which breaks a clause of its own. */
    static String event(Told told) {
        String status = told.text("CallStatus");
        return Heard.ENDED.contains(status) ? "completed" : EVENTS.getOrDefault(status, "");
    }

    /** An event is told, if it happened. */
    public static Expectation told(Line line, String event) {
        return line.judged(heard -> {
            if (heard.told().stream().anyMatch(t -> event(t).equals(event))) {
                return new Judgement.Held(List.of(heard.created()));
            }
            return happened(heard, event) ? heard.silence("CallStatus", "the event " + event) : tooSoon(heard);
        });
    }

    /** No other events are told, though the call was seen to come to one of them and to its end. */
    public static Expectation only(Line line, Set<String> events) {
        return line.judged(heard -> {
            Judgement told = heard.each(t -> event(t).isEmpty() || events.contains(event(t))
                    ? List.of()
                    : List.of(new Finding(
                            "CallStatus", "only " + String.join(", ", new TreeSet<>(events)), t.text("CallStatus"))));
            boolean others = ORDER.stream().anyMatch(e -> !events.contains(e) && happened(heard, e));
            return told instanceof Judgement.Held && !others ? tooSoon(heard) : told;
        });
    }

    /** Whether an event was seen to happen in a call that is over. */
    private static boolean happened(Heard heard, String event) {
        Set<String> statuses = heard.statuses();
        return heard.end().isPresent()
                && switch (event) {
                    case "ringing" -> statuses.contains("ringing");
                    case "answered" -> statuses.contains("in-progress");
                    default -> true;
                };
    }

    private static Judgement tooSoon(Heard heard) {
        return new Judgement.Unseen(
                "the call was not seen to come so far: " + String.join(", ", heard.statuses()),
                List.of(heard.created()));
    }

    /** Everything comes by a method. */
    public static Expectation method(Line line, String method) {
        return line.judged(heard -> heard.method(method));
    }

    /** The parameters are where the method has them. */
    public static Expectation form(Line line) {
        return line.judged(heard -> heard.each(t -> {
            if (!t.form()) {
                return List.of(
                        t.delivery().method().equals("GET")
                                ? new Finding("query", "the parameters", "they are in the body")
                                : new Finding(
                                        "Content-Type",
                                        "application/x-www-form-urlencoded",
                                        t.delivery().header("content-type").orElse("no content type")));
            }
            String place = t.delivery().method().equals("GET") ? "query" : "body";
            return t.has("CallSid") ? List.of() : List.of(new Finding(place, "the parameters", "no CallSid"));
        }));
    }

    /** The call, its account and its ends are those of the call. */
    public static Expectation identity(Line line) {
        return line.judged(heard -> heard.identity(List.of("CallSid", "AccountSid", "To", "From")));
    }

    /** One number is one event. */
    public static Expectation unique(Line line) {
        return line.judged(heard -> {
            Map<String, Set<String>> events = new LinkedHashMap<>();
            for (Told t : heard.told()) {
                if (number(t).isPresent() && !event(t).isEmpty()) {
                    events.computeIfAbsent(t.text("SequenceNumber"), k -> new LinkedHashSet<>())
                            .add(event(t));
                }
            }
            if (events.isEmpty()) {
                return unnumbered(heard);
            }
            List<Finding> findings = new ArrayList<>();
            events.forEach((number, same) -> {
                if (same.size() > 1) {
                    findings.add(new Finding("SequenceNumber", "one event", number + " for " + same));
                }
            });
            return heard.verdict(findings);
        });
    }

    /** The numbers rise as the call goes on; equal ones are another clause. */
    public static Expectation rising(Line line) {
        return line.judged(heard -> {
            List<Finding> findings = new ArrayList<>();
            boolean compared = false;
            for (Told earlier : heard.told()) {
                for (Told later : heard.told()) {
                    Optional<Long> first = number(earlier);
                    Optional<Long> second = number(later);
                    if (rank(earlier) >= 0 && rank(earlier) < rank(later) && first.isPresent() && second.isPresent()) {
                        compared = true;
                        if (first.get() > second.get()) {
                            findings.add(new Finding(
                                    "SequenceNumber",
                                    "rising from " + earlier.text("CallStatus") + " to " + later.text("CallStatus"),
                                    first.get() + " and then " + second.get()));
                        }
                    }
                }
            }
            return compared ? heard.verdict(findings.stream().distinct().toList()) : unnumbered(heard);
        });
    }

    /** What is told of the end is what the call ended with. */
    public static Expectation end(Line line) {
        return line.judged(heard -> {
            String end = heard.end().orElse("");
            List<Told> last = heard.told().stream()
                    .filter(t -> event(t).equals("completed"))
                    .toList();
            if (end.isEmpty() || last.isEmpty()) {
                return new Judgement.Unseen("the end was not seen or not told", List.of(heard.created()));
            }
            return heard.verdict(last.stream()
                    .map(t -> t.text("CallStatus"))
                    .filter(status -> !status.equals(end))
                    .distinct()
                    .map(status -> new Finding("CallStatus", end, status))
                    .toList());
        });
    }

    /**
     * A delivery that fails is tried three times in all at most. A target that repeats deliveries which did not fail
     * may do so here too: then the tries cannot be told from the repetitions.
     */
    public static Expectation retries(Line line) {
        return line.judged(heard -> {
            Map<String, Long> counts = counts(heard.told());
            List<Told> others = heard.evidence().deliveries().stream()
                    .filter(d ->
                            d.purpose().equals("statusCallback") && !d.token().equals(line.token()))
                    .map(Told::of)
                    .toList();
            boolean repeats = counts(others).values().stream().anyMatch(n -> n > 1);
            if (counts.isEmpty() || repeats) {
                return new Judgement.Unseen(
                        repeats ? "deliveries are repeated that did not fail" : "nothing came",
                        List.of(heard.created()));
            }
            return heard.verdict(counts.entrySet().stream()
                    .filter(e -> e.getValue() > TRIES)
                    .map(e -> new Finding("deliveries", "at most 3 of one event", e.getValue() + " of " + e.getKey()))
                    .toList());
        });
    }

    /** How often each event came to each address. */
    private static Map<String, Long> counts(List<Told> told) {
        return told.stream()
                .collect(Collectors.groupingBy(
                        t -> String.join(
                                " ",
                                t.delivery().token(),
                                t.text("CallSid"),
                                "SequenceNumber=" + t.text("SequenceNumber"),
                                t.text("CallStatus")),
                        Collectors.counting()));
    }

    /**
     * The call that nobody wants to hear of goes on until it is hung up.
     *
     * @param hangUp the step that hangs it up, when it goes on
     * @param control the step that hangs up another call, when that goes on where this one ended
     */
    public static Expectation undisturbed(Line line, String hangUp, String control) {
        return line.judged(heard -> {
            if (heard.told().isEmpty()) {
                return new Judgement.Unseen("nothing came that could fail", List.of(heard.created()));
            }
            boolean asked = heard.evidence().step(hangUp).isPresent();
            String end = heard.end().orElse("");
            if (!asked && (end.isEmpty() || UNANSWERED.contains(end))) {
                return new Judgement.Unseen("the call was not answered", List.of(heard.created()));
            }
            if (!asked && heard.evidence().step(control).isEmpty()) {
                return new Judgement.Unseen("other calls end by themselves as soon", List.of(heard.created()));
            }
            boolean sound = asked && (end.isEmpty() || end.equals("completed"));
            return heard.verdict(
                    sound
                            ? List.of()
                            : List.of(new Finding("status", "in-progress until it is hung up", "ended as " + end)));
        });
    }

    /** After an update nothing of what happens then comes to the address before. */
    public static Expectation left(Line line, String update) {
        return line.judged(heard -> {
            boolean updated = heard.evidence()
                    .exchange(update)
                    .filter(CallCallbacks::inTime)
                    .isPresent();
            return updated && heard.end().isPresent()
                    ? heard.verdict(heard.told().stream()
                            .filter(t -> event(t).equals("completed"))
                            .map(t -> new Finding("StatusCallback", "told at the new address", "told at the old one"))
                            .distinct()
                            .toList())
                    : new Judgement.Unseen(
                            "the call was not updated in time, or did not end", List.of(heard.created()));
        });
    }

    private static int rank(Told told) {
        return ORDER.indexOf(event(told));
    }

    private static Optional<Long> number(Told told) {
        String text = told.text("SequenceNumber");
        return text.matches("-?\\d{1,15}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    private static Judgement unnumbered(Heard heard) {
        return new Judgement.Unseen("no two events came with their numbers", List.of(heard.created()));
    }
}
