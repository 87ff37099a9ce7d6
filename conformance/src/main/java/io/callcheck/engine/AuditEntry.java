package io.callcheck.engine;

import io.callcheck.exchange.Answer;
import io.callcheck.exchange.Exchange;
import io.callcheck.exchange.Header;
import io.callcheck.exchange.Sent;
import io.callcheck.exchange.SharedItems;
import io.callcheck.spec.Api;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One exchange as somebody else recorded it.
 *
 * @param at when it was sent
 * @param sent the request
 * @param answer the answer; null when none came
 * @param gap why it cannot be judged, for people: the recorder left something out; empty when it can be
 */
record AuditEntry(Instant at, Sent sent, @Nullable Answer answer, String gap) {

    /** The exchange, when it is known which operation it belongs to. */
    Exchange exchange(Api api, String operation) {
        return new Exchange(api, operation, at, sent, answer, answer == null ? "the recording has no answer" : null);
    }

    /**
     * An answer; its body is not empty unless it was.
     *
     * @param items of the recording
     */
    static Answer answer(int status, List<Header> headers, byte[] body, double millis, SharedItems items) {
        return new Answer(status, headers, body, false, Math.round(millis * 1000), items);
    }

    /**
     * A request.
     *
     * @throws AuditMalformed when the address is none
     */
    static Sent sent(String method, String url, List<Header> headers, String body) throws AuditMalformed {
        try {
            return new Sent(method, URI.create(url), headers, body);
        } catch (IllegalArgumentException e) {
            throw new AuditMalformed("request.url is not an address");
        }
    }
}
