package io.callcheck.expect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.callcheck.exchange.Answer;
import io.callcheck.exchange.Evidence;
import io.callcheck.exchange.Exchange;
import io.callcheck.exchange.Step;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What became of a call: the last of a row of looks at it, whose steps are named {@code row 1}, {@code row 2} … */
public final class Outcomes {
    private static final Set<String> WAITING = Set.of("queued", "ringing");
    private static final String STATUS = "status";

    private Outcomes() {}

    /**
     * The last look shows one of the given statuses.
     *
     * @param row the name of the looks
     * @param cause the step that the looks follow upon, which has to be accepted for them to mean anything
     * @param wanted the statuses
     */
    public static Expectation becomes(String row, String cause, Set<String> wanted) {
        return evidence -> {
            Optional<Judgement> without = unaccepted(evidence, cause);
            return without.orElseGet(() -> last(evidence, row, wanted));
        };
    }

    /**
     * A request on a call that waits ends it. Refused it must not be either, when the same request is accepted of
     * another call and this one still waits.
     *
     * @param step the request
     * @param control the same request on a call in progress
     * @param row the looks after it
     */
    public static Expectation ends(String step, String control, String row, Set<String> wanted) {
        return evidence -> {
            Exchange sent = evidence.exchange(step).orElse(null);
            Exchange lawful = evidence.exchange(control).orElse(null);
            if (sent == null || !sent.refused() || lawful == null || !lawful.accepted()) {
                return becomes(row, step, wanted).judge(evidence);
            }
            String status = looks(evidence, row).stream()
                    .findFirst()
                    .map(e -> body(e).path(STATUS).asText())
                    .orElse("");
            List<Exchange> both = List.of(sent, lawful);
            return WAITING.contains(status)
                    ? new Judgement.Broken(
                            List.of(new Finding(STATUS, "accepted while " + status, "refused with " + sent.outcome())),
                            both)
                    : new Judgement.Unseen("the call did not wait any more", both);
        };
    }

    /**
     * The last look shows a member with its value.
     *
     * @param row the looks
     * @param create the step that created the call
     * @param member the member; as long as it is null, nothing is known
     * @param wanted its value
     */
    public static Expectation tells(String row, String create, String member, String wanted) {
        return evidence -> {
            Optional<Judgement> without = unaccepted(evidence, create);
            if (without.isPresent()) {
                return without.get();
            }
            List<Exchange> looks = looks(evidence, row);
            JsonNode value = looks.isEmpty()
                    ? MissingNode.getInstance()
                    : body(looks.get(looks.size() - 1)).path(member);
            List<Exchange> cited = looks.subList(Math.max(0, looks.size() - 1), looks.size());
            if (!value.isTextual() || !Set.of("human", "machine").contains(value.asText())) {
                return new Judgement.Unseen(member + " was never told", cited);
            }
            return value.asText().equals(wanted)
                    ? new Judgement.Held(cited)
                    : new Judgement.Broken(
                            List.of(new Finding("/" + member, '"' + wanted + '"', value.toString())), cited);
        };
    }

    /**
     * What is accepted of a call that lives is a violation only while another one like it still does: else both may
     * have ended by themselves.
     *
     * @param look the step that looked at the other call
     * @param living the statuses of one that lives
     */
    public static Expectation beside(Expectation refused, String look, Set<String> living) {
        return evidence -> {
            Judgement judgement = refused.judge(evidence);
            String status = evidence.exchange(look)
                    .map(e -> body(e).path(STATUS).asText())
                    .orElse("");
            return judgement instanceof Judgement.Broken && !living.contains(status)
                    ? new Judgement.Unseen("the call may have ended by itself", judgement.evidence())
                    : judgement;
        };
    }

    /** A call with a longer {@code Timeout} rings longer; each step of creation is the name of its row of looks too. */
    public static Expectation ringsLonger(String shorter, String longer) {
        return evidence -> RingTimes.compared(evidence, shorter, longer);
    }

    /** A created call can be retrieved: one look of the row shows it. */
    public static Expectation found(String row, String create) {
        return evidence -> {
            Optional<Judgement> without = unaccepted(evidence, create);
            if (without.isPresent()) {
                return without.get();
            }
            String sid = evidence.exchange(create)
                    .map(e -> body(e).path("sid").asText())
                    .orElse("");
            List<Exchange> looks = looks(evidence, row);
            if (!Sighting.isUuid(sid)) {
                String clause = "signalwire.call.sid." + (sid.isEmpty() ? "required" : "format");
                return new Judgement.Blocked(clause, "the created call has no sid to look for", looks);
            }
            Optional<Exchange> seen = looks.stream().filter(Exchange::accepted).findFirst();
            if (seen.isPresent()) {
                return new Judgement.Held(List.of(seen.get()));
            }
            Exchange last = looks.isEmpty() ? null : looks.get(looks.size() - 1);
            Answer answer = last == null ? null : last.answer();
            if (last == null || answer == null) {
                return new Judgement.Unknown("no answer to the look at it", looks);
            }
            if (Unanswered.putOff(last)) {
                return Unanswered.of(last).orElseThrow();
            }
            return answer.status() == 404
                    ? Judgement.Broken.late(new Finding(STATUS, "200", "404, at every look"), List.of(last))
                    : new Judgement.Unseen("answered with " + answer.status(), List.of(last));
        };
    }

    /** The looks of a row, in order. */
    static List<Exchange> looks(Evidence evidence, String row) {
        return evidence.steps().stream()
                .filter(s -> s.name().startsWith(row + " ")
                        && s.name().substring(row.length() + 1).matches("\\d+"))
                .map(Step::exchange)
                .toList();
    }

    /** The body of an answer; missing when it is no JSON. */
    static JsonNode body(Exchange exchange) {
        JsonNode value =
                exchange.answer() == null ? null : exchange.answer().json().value();
        return value == null ? MissingNode.getInstance() : value;
    }

    /** Why nothing can be said when a step was not accepted. */
    static Optional<Judgement> unaccepted(Evidence evidence, String step) {
        Exchange exchange = evidence.exchange(step).orElse(null);
        if (exchange == null) {
            return Optional.of(new Judgement.Unseen("no call came into the state that it needs", List.of()));
        }
        if (exchange.accepted()) {
            return Optional.empty();
        }
        return Unanswered.of(exchange)
                .or(() -> Optional.of(new Judgement.Unseen(
                        "'" + step + "' was answered with " + exchange.outcome(), List.of(exchange))));
    }

    /** How calls end that nobody ends. */
    private static final Set<String> BY_ITSELF = Set.of("no-answer", "busy", "failed");

    private static final Set<String> ENDED_BY_UPDATE = Set.of("canceled", "completed");

    private static Judgement last(Evidence evidence, String row, Set<String> wanted) {
        List<Exchange> looks = looks(evidence, row);
        if (looks.isEmpty()) {
            return new Judgement.Unseen("nobody looked at the call", List.of());
        }
        Exchange last = looks.get(looks.size() - 1);
        List<Exchange> cited = List.of(last);
        if (!last.accepted()) {
            return Unanswered.of(last)
                    .orElseGet(() -> new Judgement.Blocked(
                            "signalwire.create.retrievable", "answered with " + last.outcome(), cited));
        }
        JsonNode call = body(last);
        String status = call.path(STATUS).asText();
        if (!last.sent().uri().getPath().contains(call.path("sid").asText("none"))) {
            return new Judgement.Blocked("signalwire.call.sid.path", "another call was shown", cited);
        }
        if (!Transitions.listed(status)) {
            return new Judgement.Blocked("signalwire.call.status.enum", "its status is no listed value", cited);
        }
        if (wanted.contains(status)) {
            return new Judgement.Held(cited);
        }
        if (status.equals("completed") && wanted.contains("in-progress")) {
            return new Judgement.Unseen("the call was over before it was seen in progress", cited);
        }
        if (BY_ITSELF.contains(status) && ENDED_BY_UPDATE.containsAll(wanted)) {
            return new Judgement.Unseen(
                    "the call ended by itself (" + status + ") before the update took effect", cited);
        }
        // What is over stays as it is; anything else may still have become what it had to.
        boolean late = !Transitions.over(status);
        Finding finding = new Finding(
                "/" + STATUS,
                "one of " + new TreeSet<>(wanted),
                '"' + status + '"' + (late ? " at the last look" : ""));
        return new Judgement.Broken(List.of(finding), cited, late);
    }
}
