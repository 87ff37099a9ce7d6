package io.callcheck.expect;

import io.callcheck.exchange.Answer;
import io.callcheck.exchange.Exchange;
import java.util.Optional;
import java.util.Set;

/** An answer to a wrong key tells nothing of a call. */
public final class BirdLeaks {
    private static final Disclosure OF_A_CALL = new Disclosure(
            Set.of("from", "to", "ringingAt", "answeredAt", "hangupSource", "originator", "receiver", "callFlow"),
            Set.of("channelId", "direction", "createdAt", "updatedAt", "endedAt", "duration"));

    private BirdLeaks() {}

    /** No body of a 401 or 403 holds a call. */
    public static Expectation none(String operation) {
        return evidence -> {
            BirdTally tally = new BirdTally();
            for (Exchange exchange : evidence.of(operation)) {
                Answer answer = exchange.answer();
                if (answer == null || (answer.status() != 401 && answer.status() != 403)) {
                    continue;
                }
                Optional<Finding> told = OF_A_CALL.in(exchange);
                told.ifPresentOrElse(finding -> tally.broken(finding, exchange), () -> tally.held(exchange));
            }
            return tally.judgement("no key was refused with 401 or 403");
        };
    }
}
