package io.callcheck.testing;

import io.callcheck.exchange.Answer;
import io.callcheck.exchange.Evidence;
import io.callcheck.exchange.Exchange;
import io.callcheck.exchange.Header;
import io.callcheck.exchange.Sent;
import io.callcheck.exchange.Step;
import io.callcheck.spec.Api;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Exchanges with the SignalWire API as if they had been on the wire. */
public final class Exchanges {
    private static final Instant THEN = Instant.parse("2025-10-14T09:30:05Z");
    private static final Sent SENT = new Sent("POST", URI.create("http://127.0.0.1:1/Calls"), List.of(), "");

    private Exchanges() {}

    /** An exchange that was answered with JSON. */
    public static Exchange answered(String operation, int status, String body) {
        return answered(operation, status, "application/json", body);
    }

    /** An exchange that was answered with an empty object. */
    public static Exchange answered(String operation, int status) {
        return answered(operation, status, "{}");
    }

    /** An exchange that was answered; an empty media type leaves the header out. */
    public static Exchange answered(String operation, int status, String mediaType, String body) {
        List<Header> headers = mediaType.isEmpty() ? List.of() : List.of(new Header("Content-Type", mediaType));
        Answer answer = new Answer(status, headers, body.getBytes(StandardCharsets.UTF_8), false, 1);
        return new Exchange(Api.SIGNALWIRE, operation, THEN, SENT, answer, null);
    }

    /** An exchange to which no answer came. */
    public static Exchange silent(String operation) {
        return new Exchange(Api.SIGNALWIRE, operation, THEN, SENT, null, "connection refused");
    }

    /** A step of an exchange. */
    public static Step step(String name, Exchange exchange) {
        return new Step(name, exchange);
    }

    /** A step with its control. */
    public static Step step(String name, String control, Exchange exchange) {
        return new Step(name, control, Set.of(), exchange);
    }

    /** A step that carries lawful values. */
    public static Step carrying(String name, Set<String> carries, Exchange exchange) {
        return new Step(name, "", carries, exchange);
    }

    /** Evidence of steps. */
    public static Evidence evidence(Step... steps) {
        return new Evidence(List.of(steps));
    }
}
