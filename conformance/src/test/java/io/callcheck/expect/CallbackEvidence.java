package io.callcheck.expect;

import io.callcheck.exchange.Answer;
import io.callcheck.exchange.Delivery;
import io.callcheck.exchange.Evidence;
import io.callcheck.exchange.Exchange;
import io.callcheck.exchange.Forms;
import io.callcheck.exchange.Header;
import io.callcheck.exchange.Sent;
import io.callcheck.exchange.Step;
import io.callcheck.spec.Api;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a run saw of a call and what came to its addresses, written down in its order; and the judgements that cite it.
 * Each word adds to a copy, so that one beginning serves many tests.
 *
 * @param now milliseconds since the beginning: when the next thing happens
 */
record CallbackEvidence(List<Step> steps, List<Delivery> deliveries, long now) implements Citing {
    static final String SID = "0c9d7b52-6e1a-4f38-8a4b-d2f5e9137c60";
    static final String ACCOUNT = "5a1f3c8e-2b47-4d9a-9c63-7e0d41b8f215";
    static final String OTHER = "6f2e9a14-83d7-4b50-b1c6-0a7e5d948f32";
    static final String TO = "+15005550001";
    static final String FROM = "+15005550000";
    static final String FORM = "application/x-www-form-urlencoded";

    private static final Instant BEGUN = Instant.parse("2025-10-14T09:30:00Z");
    private static final String CALLS = "http://127.0.0.1:1/Accounts/" + ACCOUNT + "/Calls";

    /** A run in which nothing has happened yet. */
    CallbackEvidence() {
        this(List.of(), List.of(), 0);
    }

    /** What follows happens so many milliseconds after the beginning. */
    CallbackEvidence at(long millis) {
        return new CallbackEvidence(steps, deliveries, millis);
    }

    /** The call was created, and is queued. */
    CallbackEvidence created(String step) {
        return answered(step, "create", 200, call(SID, "queued"));
    }

    /** A call was created with a form. */
    CallbackEvidence created(String step, String form, String answer) {
        return exchange(step, "create", "", form, 200, answer, 1);
    }

    /** The call was looked at, and had a status. */
    CallbackEvidence look(String step, String status) {
        return answered(step, "retrieve", 200, call(SID, status));
    }

    /** The call was looked at several times: {@code row 1}, {@code row 2} … */
    CallbackEvidence looks(String row, String... statuses) {
        CallbackEvidence seen = this;
        for (int i = 0; i < statuses.length; i++) {
            seen = seen.look(row + " " + (i + 1), statuses[i]);
        }
        return seen;
    }

    /** A request was answered. */
    CallbackEvidence answered(String step, String operation, int status, String body) {
        return answered(step, operation, status, body, 1);
    }

    /** A request was answered after so many milliseconds. */
    CallbackEvidence answered(String step, String operation, int status, String body, int millis) {
        boolean create = operation.equals("create");
        String form = create ? "To=" + Forms.escape(TO) + "&From=" + Forms.escape(FROM) : "";
        return exchange(step, operation, create ? "" : "/" + SID, form, status, body, millis);
    }

    /** A form was sent, and answered with an empty object. */
    CallbackEvidence sent(String step, String operation, String form, int status) {
        return exchange(step, operation, "", form, status, "{}", 1);
    }

    /** A request was not answered. */
    CallbackEvidence silent(String step, String operation, String problem) {
        Sent sent = new Sent("GET", URI.create(CALLS + "/" + SID), List.of(), "");
        return with(new Step(step, new Exchange(Api.SIGNALWIRE, operation, moment(), sent, null, problem)));
    }

    /** Form fields came to an address as a status callback. */
    CallbackEvidence heard(String token, String form) {
        return heard(token, "statusCallback", form);
    }

    /** Form fields came to an address by POST. */
    CallbackEvidence heard(String token, String purpose, String form) {
        return came(new Delivery(moment(), token, purpose, "POST", "/" + token, type(FORM), form));
    }

    /** An address was asked with a query. */
    CallbackEvidence got(String token, String purpose, String query) {
        return came(new Delivery(moment(), token, purpose, "GET", "/" + token + query, List.of(), ""));
    }

    /** Something else came. */
    CallbackEvidence came(Delivery delivery) {
        return new CallbackEvidence(
                steps, Stream.concat(deliveries.stream(), Stream.of(delivery)).toList(), now);
    }

    /** A call of an account as an answer shows it. */
    static String call(String sid, String status) {
        return "{\"sid\":\"%s\",\"account_sid\":\"%s\",\"to\":\"%s\",\"from\":\"%s\",\"status\":\"%s\"}"
                .formatted(sid, ACCOUNT, TO, FROM, status);
    }

    static List<Header> type(String mediaType) {
        return List.of(new Header("Content-Type", mediaType));
    }

    @Override
    public Evidence evidence() {
        return new Evidence(steps, deliveries);
    }

    private CallbackEvidence exchange(
            String step, String operation, String path, String form, int status, String body, int millis) {
        Sent sent = new Sent(path.isEmpty() ? "POST" : "GET", URI.create(CALLS + path), List.of(), form);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        Answer answer = new Answer(status, type("application/json"), bytes, false, millis * 1000L);
        return with(new Step(step, new Exchange(Api.SIGNALWIRE, operation, moment(), sent, answer, null)));
    }

    private CallbackEvidence with(Step step) {
        List<Step> more = new ArrayList<>(steps);
        more.add(step);
        return new CallbackEvidence(List.copyOf(more), deliveries, now);
    }

    private Instant moment() {
        return BEGUN.plusMillis(now);
    }
}
