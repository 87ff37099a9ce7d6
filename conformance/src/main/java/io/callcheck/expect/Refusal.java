package io.callcheck.expect;

import io.callcheck.exchange.Answer;
import io.callcheck.exchange.Evidence;
import io.callcheck.exchange.Exchange;
import io.callcheck.exchange.Step;
import java.util.List;
import java.util.Optional;

/**
 * A wrong value is refused, with 400 or 422, while the same request with a lawful value is accepted. A refusal without
 * that control proves nothing: a server that refuses everything must not pass.
 *
 * @param probe the step that carries the wrong value
 * @param where the parameter
 * @param value the wrong value, for people
 * @param statusClause the clause of documented status codes, which an undocumented one breaks in this one's stead
 */
public record Refusal(String probe, String where, String value, String statusClause) implements Expectation {

    @Override
    public Judgement judge(Evidence evidence) {
        Optional<Step> sent = evidence.last(probe);
        if (sent.isEmpty()) {
            return new Judgement.Unseen(
                    "no lawful request was accepted that the wrong value could be put into", List.of());
        }
        Exchange exchange = sent.get().exchange();
        Exchange control = evidence.exchange(sent.get().control()).orElse(exchange);
        List<Exchange> both = List.of(exchange, control);
        Answer answer = exchange.answer();
        if (answer == null || Unanswered.putOff(exchange)) {
            return Unanswered.of(exchange, both).orElseThrow();
        }
        if (answer.success()) {
            return new Judgement.Broken(
                    List.of(new Finding(where, "refused with 400 or 422", value + " accepted with " + answer.status())),
                    both);
        }
        if (!control.accepted()) {
            return new Judgement.Unseen(
                    "the same request with a lawful value was answered with " + control.outcome(), both);
        }
        Optional<Exchange> over = over(evidence, exchange);
        if (over.isPresent()) {
            return tired(over.get(), "), so the refusal may be for that", List.of(exchange, control, over.get()));
        }
        if (exchange.refused()) {
            return new Judgement.Held(both);
        }
        if (answer.status() >= 500) {
            return new Judgement.Blocked(statusClause, "answered with " + answer.status(), both);
        }
        return new Judgement.Unseen("answered with " + answer.status() + ", which does not refuse a value", both);
    }

    /** Nothing can be said of a refusal when the plain request after it was not accepted either. */
    static Judgement tired(Exchange over, String ending, List<Exchange> cited) {
        return Unanswered.of(over, cited)
                .orElseGet(() -> new Judgement.Unseen(
                        "the call took no lawful request any more (" + over.outcome() + ending, cited));
    }

    /**
     * The plain request to the same address that was not accepted: the call took nothing any more. One that was accepted
     * after the exchange says that the call still took requests then, whatever became of it later.
     */
    static Optional<Exchange> over(Evidence evidence, Exchange exchange) {
        Optional<Exchange> over = Optional.empty();
        boolean after = false;
        for (Step step : evidence.steps()) {
            Exchange seen = step.exchange();
            after |= seen.equals(exchange);
            if (step.name().equals(Step.STILL)
                    && seen.sent().uri().equals(exchange.sent().uri())) {
                if (after && seen.accepted()) {
                    return Optional.empty();
                }
                over = seen.accepted() || over.isPresent() ? over : Optional.of(seen);
            }
        }
        return over;
    }
}
