package io.callcheck.expect;

import io.callcheck.exchange.Answer;
import io.callcheck.exchange.Exchange;
import io.callcheck.exchange.Step;
import java.util.Optional;
import java.util.Set;

/** An answer to a stranger tells nothing of a call. */
public final class Leaks {
    private static final Disclosure OF_A_CALL = new Disclosure(
            Set.of(
                    "to",
                    "from",
                    "to_formatted",
                    "from_formatted",
                    "formatted_to",
                    "formatted_from",
                    "price",
                    "answered_by",
                    "parent_call_sid",
                    "phone_number_sid",
                    "forwarded_from",
                    "caller_name",
                    "sip_result_code"),
            Set.of("direction", "duration", "price_unit", "date_created", "date_updated", "start_time", "end_time"));

    private Leaks() {}

    /** No answer of 401 holds a call. */
    public static Expectation unauthorized() {
        return evidence -> {
            Tally tally = new Tally();
            for (Step step : evidence.steps()) {
                Exchange exchange = step.exchange();
                Answer answer = exchange.answer();
                if (answer != null && answer.status() == 401) {
                    Optional<Finding> told = OF_A_CALL.in(exchange);
                    told.ifPresentOrElse(finding -> tally.broken(finding, exchange), () -> tally.held(exchange));
                }
            }
            return tally.judgement("no answer was a 401");
        };
    }
}
