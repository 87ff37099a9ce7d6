package io.callcheck.expect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callcheck.exchange.Answer;
import io.callcheck.exchange.Evidence;
import io.callcheck.exchange.Exchange;
import io.callcheck.exchange.Header;
import io.callcheck.exchange.Sent;
import io.callcheck.exchange.Step;
import io.callcheck.spec.Api;
import io.callcheck.testing.Samples;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What was seen of the calls of one account, step by step as a script plays it, and the judgements that cite its steps.
 * A request goes out each second, and is answered after ten milliseconds.
 */
final class CallEvidence implements Citing {
    static final String ACCOUNT = "9c3b1e52-7d44-4f0a-8b16-2e5a90d7c1f3";
    static final String STRANGER = "11111111-7d44-4f0a-8b16-2e5a90d7c1f3";
    static final String A = "aaaaaaaa-1111-4222-8333-444444444444";
    static final String B = "bbbbbbbb-1111-4222-8333-444444444444";
    static final String C = "cccccccc-1111-4222-8333-444444444444";

    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    private static final List<Header> JSON = List.of(new Header("Content-Type", "application/json"));

    private final List<Step> steps = new ArrayList<>();

    /** A call; its members in the manner of JSON, with single quotes. */
    static ObjectNode call(String sid, String members) {
        String first = "'sid':'" + sid + "'";
        return Samples.object(("{" + first + (members.isEmpty() ? "" : ", ") + members + "}").replace('\'', '"'));
    }

    CallEvidence create(String step, JsonNode call) {
        return create(step, "", call);
    }

    CallEvidence create(String step, String form, JsonNode call) {
        return add(step, "create", "", form, 200, call.toString());
    }

    /** A look at a call by its own sid. */
    CallEvidence look(String step, JsonNode call) {
        return look(step, call.path("sid").asText(), call);
    }

    CallEvidence look(String step, String asked, JsonNode call) {
        return add(step, "retrieve", "/" + asked, "", 200, call.toString());
    }

    CallEvidence update(String step, String form, JsonNode call) {
        return add(step, "update", "/" + call.path("sid").asText(), form, 200, call.toString());
    }

    /** A list whose last page this is. */
    CallEvidence list(String step, JsonNode... calls) {
        return add(
                step, "list", "", "", 200, paged(calls).putNull("next_page_uri").toString());
    }

    /** A list by a query whose last page this is. */
    CallEvidence asked(String step, String query, JsonNode... calls) {
        String page = paged(calls).putNull("next_page_uri").toString();
        return add(step, "list", query.isEmpty() ? "" : "?" + query, "", 200, page);
    }

    /** A list that has a next page. */
    CallEvidence page(String step, JsonNode... calls) {
        return page(step, "", calls);
    }

    /** A list by a query that has a next page. */
    CallEvidence page(String step, String query, JsonNode... calls) {
        return add(
                step,
                "list",
                query.isEmpty() ? "" : "?" + query,
                "",
                200,
                paged(calls).put("next_page_uri", "/next?Page=1").toString());
    }

    /** Any answer on a path below the calls of the account. */
    CallEvidence answered(String step, String operation, String below, int status, String body) {
        return add(step, operation, below, "", status, body.replace('\'', '"'));
    }

    /** A request with a form that was answered. */
    CallEvidence sent(String step, String operation, String form, int status, String body) {
        return add(step, operation, "", form, status, body.replace('\'', '"'));
    }

    CallEvidence silent(String step, String operation) {
        steps.add(new Step(
                step, new Exchange(Api.SIGNALWIRE, operation, now(), request("", ""), null, "nothing within 5 s")));
        return this;
    }

    CallEvidence step(Step step) {
        steps.add(step);
        return this;
    }

    @Override
    public Evidence evidence() {
        return new Evidence(steps);
    }

    /** The exchange of a step. */
    Exchange of(String step) {
        return evidence().exchange(step).orElseThrow();
    }

    /** A violation that was seen on the wire. */
    Judgement broken(String where, String expected, String actual, String... cited) {
        return broken(new Finding(where, expected, actual), cited);
    }

    /** A violation by something that did not come in time. */
    Judgement late(String where, String expected, String actual, String... cited) {
        return late(new Finding(where, expected, actual), cited);
    }

    private CallEvidence add(String step, String operation, String below, String form, int status, String body) {
        Answer answer = new Answer(status, JSON, body.getBytes(StandardCharsets.UTF_8), false, 10_000);
        steps.add(new Step(step, new Exchange(Api.SIGNALWIRE, operation, now(), request(below, form), answer, null)));
        return this;
    }

    private Instant now() {
        return START.plusSeconds(steps.size());
    }

    private static Sent request(String below, String form) {
        String path = "/api/laml/2010-04-01/Accounts/" + ACCOUNT + "/Calls" + below;
        return new Sent("POST", URI.create("http://127.0.0.1:1" + path), List.of(), form);
    }

    private static ObjectNode paged(JsonNode... calls) {
        ObjectNode page = Samples.object("{}");
        ArrayNode items = page.putArray("calls");
        items.addAll(List.of(calls));
        return page;
    }
}
