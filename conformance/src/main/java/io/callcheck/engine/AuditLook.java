package io.callcheck.engine;

import io.callcheck.exchange.Answer;
import io.callcheck.exchange.Exchange;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * An exchange and the call that it is about.
 *
 * @param exchange the exchange
 * @param call the call's id in lower case; empty when it is about none or many
 */
record AuditLook(Exchange exchange, String call) {

    /** When the answer was there. */
    Instant answered() {
        Answer answer = exchange.answer();
        return exchange.at().plus(answer == null ? 0 : answer.micros(), ChronoUnit.MICROS);
    }
}
