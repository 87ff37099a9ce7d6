package io.callcheck.expect;

import io.callcheck.exchange.Answer;
import io.callcheck.exchange.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Judges the status codes of answers. */
public final class Statuses {
    /**
     * Any server may answer so about the message itself, and what stands before it about its absence: RFC 9110 and
     * RFC 6585. Not so 500, by which a server says that it met what it did not expect.
     */
    private static final Set<Integer> TRANSPORT = Set.of(408, 413, 414, 429, 431, 502, 503, 504);

    private Statuses() {}

    /**
     * Every answer of an operation has a documented status. Any 2xx passes here: the exact code of success is a clause
     * of its own. Not seen where no request of the operation was accepted.
     */
    public static Expectation documented(String operation, Set<Integer> documented) {
        return evidence -> {
            List<Exchange> answers = evidence.of(operation).stream()
                    .filter(e ->
                            e.answer() != null && !TRANSPORT.contains(e.answer().status()))
                    .toList();
            Judgement judgement = each(
                    answers,
                    answer -> answer.success() || documented.contains(answer.status())
                            ? List.of()
                            : List.of(new Finding(
                                    "status", "one of " + new TreeSet<>(documented), "" + answer.status())));
            // A server that knows no address at all answers 404 to everything, and that says nothing of the operation.
            return judgement instanceof Judgement.Held && answers.stream().noneMatch(Exchange::accepted)
                    ? new Judgement.Unseen("no request of it was accepted", answers)
                    : judgement;
        };
    }

    /** Every success of an operation has exactly the documented status. */
    public static Expectation success(String operation, int documented) {
        return evidence -> {
            List<Exchange> successes =
                    evidence.of(operation).stream().filter(Exchange::accepted).toList();
            return each(
                    successes,
                    answer -> answer.status() == documented
                            ? List.of()
                            : List.of(new Finding("status", "" + documented, "" + answer.status())));
        };
    }

    /**
     * A step is answered with one of the given status codes, while its control is accepted.
     *
     * @param step the step
     * @param control the step that must be accepted for the answer to mean anything
     * @param allowed the lawful status codes
     * @param statusClause the clause of documented status codes, which a 5xx breaks in this one's stead
     */
    public static Expectation oneOf(String step, String control, Set<Integer> allowed, String statusClause) {
        return evidence -> {
            Exchange exchange = evidence.exchange(step).orElse(null);
            Exchange lawful = evidence.exchange(control).orElse(null);
            if (exchange == null || lawful == null) {
                return new Judgement.Unseen("it was never sent", List.of());
            }
            List<Exchange> both = List.of(exchange, lawful);
            Answer answer = exchange.answer();
            if (answer == null || Unanswered.putOff(exchange)) {
                return Unanswered.of(exchange, both).orElseThrow();
            }
            if (answer.success()) {
                return new Judgement.Broken(List.of(finding(allowed, answer)), both);
            }
            if (!lawful.accepted()) {
                return new Judgement.Unseen("the lawful request beside it was answered with " + lawful.outcome(), both);
            }
            if (allowed.contains(answer.status())) {
                return new Judgement.Held(both);
            }
            return answer.status() >= 500
                    ? new Judgement.Blocked(statusClause, "answered with " + answer.status(), both)
                    : new Judgement.Broken(List.of(finding(allowed, answer)), both);
        };
    }

    private static Finding finding(Set<Integer> allowed, Answer answer) {
        return new Finding("status", "one of " + new TreeSet<>(allowed), "" + answer.status());
    }

    private interface Check {
        List<Finding> of(Answer answer);
    }

    private static Judgement each(List<Exchange> exchanges, Check check) {
        List<Finding> findings = new ArrayList<>();
        List<Exchange> bad = new ArrayList<>();
        List<Exchange> good = new ArrayList<>();
        for (Exchange exchange : exchanges) {
            if (exchange.answer() != null) {
                List<Finding> found = check.of(exchange.answer());
                findings.addAll(found);
                (found.isEmpty() ? good : bad).add(exchange);
            }
        }
        if (!findings.isEmpty()) {
            return new Judgement.Broken(findings.stream().distinct().toList(), bad);
        }
        return good.isEmpty() ? new Judgement.Unseen("no such answer came", List.of()) : new Judgement.Held(good);
    }
}
