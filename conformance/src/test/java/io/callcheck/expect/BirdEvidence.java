package io.callcheck.expect;

import io.callcheck.exchange.Answer;
import io.callcheck.exchange.Evidence;
import io.callcheck.exchange.Exchange;
import io.callcheck.exchange.Sent;
import io.callcheck.exchange.Step;
import io.callcheck.spec.Api;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a script saw of Bird's API as if it had been on the wire, one request a second. JSON is written with single
 * quotes. What is expected of it is written with the names of its steps.
 */
final class BirdEvidence implements Citing {
    static final String FIRST = "9a2d7e4c-1b86-4f05-a3c9-e67d08b5f142";
    static final String SECOND = "b7d90e13-52ac-4c6f-8e01-3fa96d2c7b84";
    static final String THIRD = "e05b3f97-4d1c-48a6-82f7-6c9d0a1b35e8";
    static final String CHANNEL = "40f6c9b1-8e2d-4a73-95b0-d3e81c7f6a29";

    /** The status of a request to which no answer came. */
    static final int SILENT = 0;

    private static final Instant START = Instant.parse("2024-03-01T00:00:00Z");

    private final List<Step> steps = new ArrayList<>();
    private String channel = CHANNEL;
    private String sent = "";

    /** A call with further members. */
    static String call(String id, String members) {
        return "{'id':'" + id + "'" + (members.isEmpty() ? "" : "," + members) + "}";
    }

    /** A list of calls. */
    static String calls(String... calls) {
        return "{'results':[" + String.join(",", calls) + "]}";
    }

    /** A list of calls of which there are more. */
    static String calls(List<String> calls, String token) {
        return "{'results':[" + String.join(",", calls) + "],'nextPageToken':'" + token + "'}";
    }

    /** The body of the next request. */
    BirdEvidence sending(String body) {
        this.sent = body;
        return this;
    }

    /** The channel of all requests from here on. */
    BirdEvidence on(String other) {
        this.channel = other;
        return this;
    }

    BirdEvidence create(String step, String body) {
        return create(step, 201, body);
    }

    BirdEvidence create(String step, int status, String body) {
        return exchange(step, "create", "/calls", status, body);
    }

    BirdEvidence look(String step, String call, String body) {
        return look(step, call, 200, body);
    }

    BirdEvidence look(String step, String call, int status, String body) {
        return exchange(step, "retrieve", "/calls/" + call, status, body);
    }

    BirdEvidence update(String step, String call, int status) {
        return update(step, call, status, "{}");
    }

    BirdEvidence update(String step, String call, int status, String body) {
        return exchange(step, "update", "/calls/" + call, status, body);
    }

    BirdEvidence list(String step, String query, String body) {
        return list(step, query, 200, body);
    }

    BirdEvidence list(String step, String query, int status, String body) {
        return exchange(step, "list", query.isEmpty() ? "/calls" : "/calls?" + query, status, body);
    }

    private BirdEvidence exchange(String step, String operation, String path, int status, String body) {
        URI uri = URI.create("http://127.0.0.1:1/workspaces/w1/channels/" + channel + path);
        Sent request = new Sent(operation, uri, List.of(), json(sent));
        sent = "";
        byte[] bytes = json(body).getBytes(StandardCharsets.UTF_8);
        Answer answer = status == SILENT ? null : new Answer(status, List.of(), bytes, false, 1000);
        String problem = status == SILENT ? "connection refused" : null;
        Instant at = START.plusSeconds(steps.size());
        steps.add(new Step(step, new Exchange(Api.BIRD, operation, at, request, answer, problem)));
        return this;
    }

    private static String json(String quoted) {
        return quoted.replace('\'', '"');
    }

    @Override
    public Evidence evidence() {
        return new Evidence(steps);
    }

    Exchange at(String step) {
        return evidence().exchange(step).orElseThrow(() -> new AssertionError("no step is called " + step));
    }
}
