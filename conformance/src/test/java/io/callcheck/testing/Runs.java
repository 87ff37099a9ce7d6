package io.callcheck.testing;

import io.callcheck.expect.Finding;
import io.callcheck.spec.Level;
import io.callcheck.verdict.Outcome;
import io.callcheck.verdict.Run;
import io.callcheck.verdict.Verdict;
import java.util.List;
import java.util.Map;

/** A run made by hand that holds every kind of thing that a run can hold. */
public final class Runs {
    private static final String MOMENT = "2025-10-14T09:30:05.123456Z";
    private static final String TIMEOUT = "signalwire.create.Timeout.maximum";
    private static final List<List<String>> HEADERS = List.of(List.of("Accept", "application/json"));

    private Runs() {}

    /** The run. */
    public static Run every() {
        return new Run(
                new Run.Kit("0.1.0", "2026.1", Map.of("signalwire", "0123456789abcdef".repeat(4))),
                new Run.TargetInfo("mine", Map.of("signalwire.token", "[redacted]", "live", "false")),
                MOMENT,
                "2025-10-14T09:30:06Z",
                true,
                1,
                new Run.Summary(Map.of(Outcome.FAIL, 1, Outcome.UNSEEN, 1, Outcome.PASS, 1), 3, 2, 3, 877),
                List.of(
                        new Run.ClauseInfo(
                                TIMEOUT,
                                "signalwire",
                                Level.MUST,
                                "`Timeout` is at most 600.",
                                "Calls, create",
                                "https://example.com/create",
                                null),
                        new Run.ClauseInfo(
                                "signalwire.create.Timeout.default",
                                "signalwire",
                                Level.SHOULD,
                                "`Timeout` is 60 when it is not sent.",
                                "Calls, create",
                                null,
                                "it does not show")),
                List.of(
                        verdict(Outcome.FAIL, "", "", List.of(new Finding("Timeout", "refused", "accepted")), 0),
                        verdict(Outcome.UNSEEN, "signalwire.create.status", "answered with 500", List.of(), 2),
                        unstable(verdict(
                                Outcome.PASS, "", "first: ERROR, no answer; tried again, alone: PASS", List.of(), 1))),
                Map.of(
                        "signalwire.call.status.enum",
                        List.of("\"completed\"", "\"queued\""),
                        "signalwire.update an unknown parameter",
                        List.of("200")),
                List.of(exchange(200), exchange(422), exchange(0)),
                List.of(new Run.DeliveryInfo(MOMENT, "POST", "/0f/callback?x=1", HEADERS, "CallStatus=completed")),
                List.of("signalwire.create."));
    }

    /** The same verdict of a case that came out otherwise before. */
    public static Verdict unstable(Verdict verdict) {
        return new Verdict(
                verdict.clause(),
                verdict.caseName(),
                verdict.api(),
                verdict.operation(),
                verdict.level(),
                verdict.outcome(),
                verdict.blockedBy(),
                verdict.reason(),
                verdict.findings(),
                verdict.evidence(),
                true);
    }

    private static Verdict verdict(
            Outcome outcome, String blockedBy, String reason, List<Finding> findings, int evidence) {
        return new Verdict(
                TIMEOUT,
                "Timeout=601 is refused " + evidence,
                "signalwire",
                "create",
                Level.MUST,
                outcome,
                blockedBy,
                reason,
                findings,
                List.of(evidence));
    }

    private static Run.ExchangeInfo exchange(int status) {
        return new Run.ExchangeInfo(
                "signalwire",
                "create",
                MOMENT,
                new Run.RequestInfo("POST", "http://127.0.0.1:1/Calls", HEADERS, "Timeout=601"),
                status == 0 ? null : new Run.ResponseInfo(status, HEADERS, "{}", 1.25),
                status == 0 ? "connection refused" : null);
    }
}
