package io.callcheck.cases;

import io.callcheck.exchange.Answer;
import io.callcheck.exchange.Exchange;
import io.callcheck.expect.AccountReasons;
import io.callcheck.expect.Expectation;
import io.callcheck.expect.Finding;
import io.callcheck.expect.Judgement;
import io.callcheck.expect.Unanswered;
import io.callcheck.spec.Keywords;
import io.callcheck.spec.Operation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The plain lawful request is accepted; an account that refuses for reasons of its own is no violation. */
final class Plain {
    private Plain() {}

    /** The step that looks at the call after its lawful request was refused. */
    static final String AFTER = "after";

    /** The refused request once more, where another creation showed the same call: another script acts upon it too. */
    static final String SHARED = "shared";

    /**
     * The step is accepted.
     *
     * @param operation what the step does: a status that is not documented for it breaks another clause
     * @param names what the API calls the members of a call; null when the end of a call is no reason to refuse
     * @param excuse what else a refusal may be for that says nothing of the contract
     */
    static Expectation accepted(
            String step,
            Operation operation,
            Bench.@Nullable Names names,
            Function<Exchange, Optional<String>> excuse) {
        return evidence -> {
            Exchange exchange = evidence.exchange(step).orElse(null);
            if (exchange == null) {
                List<Exchange> last = List.of(
                        evidence.steps().get(evidence.steps().size() - 1).exchange());
                return new Judgement.Unseen("no call came into the state that it needs", last);
            }
            Answer answer = exchange.answer();
            Optional<Judgement> unknown = Unanswered.of(exchange);
            if (answer == null || unknown.isPresent()) {
                return unknown.orElseThrow();
            }
            if (answer.success()) {
                return new Judgement.Held(List.of(exchange));
            }
            if (evidence.exchange(SHARED).isPresent()) {
                return new Judgement.Unseen("several creations showed this one call", List.of(exchange));
            }
            Exchange after = evidence.exchange(AFTER).orElse(null);
            if (after != null && names != null) {
                List<Exchange> both = List.of(exchange, after);
                if (names.ended().contains(Bench.body(after).path("status").asText())) {
                    return new Judgement.Unseen("the call was over by then", both);
                }
                if (another(after, names)) {
                    return new Judgement.Unseen("another call was shown, so that this one may have been over", both);
                }
            }
            Optional<String> reason = AccountReasons.of(exchange).or(() -> excuse.apply(exchange));
            if (reason.isPresent()) {
                return new Judgement.Unknown(reason.get(), List.of(exchange));
            }
            if (!operation.answers().containsKey(answer.status())) {
                return new Judgement.Blocked(
                        operation.clause(Keywords.STATUS), "answered with " + answer.status(), List.of(exchange));
            }
            return new Judgement.Broken(
                    List.of(new Finding(
                            "status",
                            "accepted",
                            answer.status() + " " + answer.text().strip())),
                    List.of(exchange));
        };
    }

    /** Whether a look shows another call than it was a look at. */
    private static boolean another(Exchange look, Bench.Names names) {
        String shown = Bench.body(look).path(names.id()).asText().toLowerCase(Locale.ROOT);
        return !look.sent().uri().getPath().toLowerCase(Locale.ROOT).contains(shown);
    }
}
