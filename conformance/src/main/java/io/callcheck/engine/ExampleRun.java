package io.callcheck.engine;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.callcheck.expect.Finding;
import io.callcheck.spec.Edition;
import io.callcheck.spec.Level;
import io.callcheck.verdict.Gate;
import io.callcheck.verdict.KitVersion;
import io.callcheck.verdict.Outcome;
import io.callcheck.verdict.Run;
import io.callcheck.verdict.Run.DeliveryInfo;
import io.callcheck.verdict.Run.ExchangeInfo;
import io.callcheck.verdict.Run.RequestInfo;
import io.callcheck.verdict.Run.ResponseInfo;
import io.callcheck.verdict.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run with a little of everything: a call that was made, looked at and told of by a callback, one clause that it broke,
 * one that it kept, one that was not seen and one that nobody judges. What is made of it has loaded what the page of a real
 * run is made with.
 */
final class ExampleRun {
    private static final String API = "signalwire";
    private static final String SID = "3f0a1b2c-4d5e-4f60-8a7b-9c0d1e2f3a4b";
    private static final String CALLS = "http://127.0.0.1/api/laml/2010-04-01/Accounts/a/Calls";
    private static final String BROKEN = "signalwire.retrieve.status";
    private static final String KEPT = "signalwire.retrieve.200.body.sid.type";
    private static final String UNSEEN = "signalwire.call.status.final";
    private static final String UNCHECKED = "signalwire.retrieve.200.body.price.type";

    private ExampleRun() {}

    /** The run, at a time. */
    static Run of(Instant now) {
        String at = now.toString();
        return new Run(
                new Run.Kit(KitVersion.read(), Edition.newestName(), Map.of(API, "")),
                new Run.TargetInfo("example", Map.of("limits.settle", "2s")),
                at,
                at,
                true,
                Gate.VIOLATIONS,
                new Run.Summary(Map.of(Outcome.FAIL, 1, Outcome.PASS, 1, Outcome.UNSEEN, 1), 3, 1, 2, 1, List.of(), 0),
                List.of(clause(BROKEN, null), clause(KEPT, null), clause(UNSEEN, null), clause(UNCHECKED, "unknown")),
                List.of(
                        verdict(BROKEN, Outcome.FAIL, List.of(new Finding("/status", "200", "500")), List.of(1, 0)),
                        verdict(KEPT, Outcome.PASS, List.of(), List.of(0)),
                        verdict(UNSEEN, Outcome.UNSEEN, List.of(), List.of())),
                Map.of("signalwire.create.200.body.status.enum", List.of("\"queued\"")),
                List.of(
                        exchange(at, "create", "POST", CALLS, "To=%2B15005550001&Url=http%3A%2F%2F127.0.0.1", 200),
                        exchange(at, "retrieve", "GET", CALLS + "/" + SID, "", 500)),
                List.of(new DeliveryInfo(
                        at, "POST", "/token/callback", fields("form"), "CallSid=" + SID + "&CallStatus=ringing")));
    }

    private static Run.ClauseInfo clause(String id, @Nullable String unchecked) {
        return new Run.ClauseInfo(
                id, API, Level.MUST, "A statement.", "Calls, Properties", "http://127.0.0.1/", unchecked);
    }

    private static Verdict verdict(String clause, Outcome outcome, List<Finding> findings, List<Integer> evidence) {
        String reason = outcome == Outcome.UNSEEN ? "no call was seen twice" : "";
        return new Verdict(clause, "a case", API, "retrieve", Level.MUST, outcome, "", reason, findings, evidence);
    }

    private static ExchangeInfo exchange(
            String at, String operation, String method, String url, String sent, int status) {
        String body = JsonNodeFactory.instance
                .objectNode()
                .put("sid", SID)
                .put("status", "queued")
                .put("duration", 0)
                .putNull("price")
                .toString();
        return new ExchangeInfo(
                API,
                operation,
                at,
                new RequestInfo(method, url, fields("form"), sent),
                new ResponseInfo(status, fields("json"), body, 1),
                null);
    }

    private static List<List<String>> fields(String type) {
        return List.of(List.of("Content-Type", "application/" + type));
    }
}
