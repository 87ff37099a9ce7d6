package io.callcheck.reports;

import io.callcheck.expect.Finding;
import io.callcheck.spec.Edition;
import io.callcheck.spec.Level;
import io.callcheck.verdict.Baseline;
import io.callcheck.verdict.Gate;
import io.callcheck.verdict.Judged;
import io.callcheck.verdict.Outcome;
import io.callcheck.verdict.Recorded;
import io.callcheck.verdict.Run;
import io.callcheck.verdict.Run.ClauseInfo;
import io.callcheck.verdict.Run.DeliveryInfo;
import io.callcheck.verdict.Run.ExchangeInfo;
import io.callcheck.verdict.Run.RequestInfo;
import io.callcheck.verdict.Run.ResponseInfo;
import io.callcheck.verdict.Terms;
import io.callcheck.verdict.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds runs for tests. */
final class Runs {
    private final List<ClauseInfo> clauses = new ArrayList<>();
    private final List<Verdict> verdicts = new ArrayList<>();
    private final List<ExchangeInfo> exchanges = new ArrayList<>();
    private final List<DeliveryInfo> deliveries = new ArrayList<>();
    private final Map<String, List<String>> observed = new LinkedHashMap<>();
    private String target = "acme-gateway";
    private final Map<String, String> settings =
            new LinkedHashMap<>(Map.of("signalwire.url", "https://acme.test/api", "signalwire.token", "[redacted]"));
    private int unfinished;
    private List<String> only = List.of();
    private List<String> unaccepted = List.of();
    private int left;

    /** A run with one case of every outcome. */
    static Runs ofEveryOutcome() {
        Runs runs = new Runs();
        runs.exchange(create("Timeout=601&To=%2B15550100"), answer(201, "{\"sid\":\"a\",\"status\":\"queued\"}"));
        runs.exchange(create("Timeout=600&To=%2B15550100"), answer(201, "{\"sid\":\"b\",\"status\":\"queued\"}"));
        runs.clause("signalwire.create.Timeout.maximum", Level.MUST, "`Timeout` is at most 600.");
        runs.broken(
                "create",
                Outcome.FAIL,
                "601 is refused",
                new Finding("Timeout", "refused with 400 or 422", "601 accepted with 201"),
                0,
                1);
        runs.clause("signalwire.create.success", Level.SHOULD, "A call that was created is answered with 200.");
        runs.broken("create", Outcome.WARN, "a success is 200", new Finding("status", "200", "201"), 1);
        runs.clause("signalwire.call.status.enum", Level.MUST, "`status` is one of `queued`, `ringing`.");
        runs.passed("create", "status is a listed value", 0);
        runs.clause("signalwire.call.end_time.format", Level.MUST, "`end_time` is an RFC 2822 date in GMT.");
        runs.open("create", Outcome.UNSEEN, "end_time is a date", "no answer showed it");
        runs.clause("signalwire.retrieve.status", Level.MUST, "`retrieve` has documented status codes.");
        runs.exchange(new RequestInfo("GET", "https://acme.test/Calls/a.json", headers("Basic"), ""), null);
        runs.open("retrieve", Outcome.ERROR, "the status is documented", "no answer: connection refused", 2);
        runs.clause("signalwire.createStream.Url.accepted", Level.MUST, "A lawful `Url` is accepted.");
        runs.open("createStream", Outcome.NOT_APPLICABLE, "a stream begins", "the target lacks streams");
        runs.unchecked("signalwire.create.Timeout.default", "what rings cannot be seen from outside");
        runs.observed.put("signalwire.call.status.enum", List.of("\"queued\""));
        // Not a clause: what a target does where the documentation is silent.
        runs.observed.put("bird.update status null", List.of("422"));
        runs.deliveries.add(new DeliveryInfo(
                "2026-11-21T03:10:58Z", "POST", "/in/7f", List.of(List.of("Content-Type", "text/plain")), "hello"));
        return runs;
    }

    /** A run in which nothing was broken, but no creation was accepted. */
    static Runs unaccepted() {
        Runs runs = new Runs().exchange(create("To=%2B15550100"), answer(501, ""));
        runs.clause("signalwire.create.To.required", Level.MUST, "x").passed("create", "x", 0);
        runs.unaccepted = List.of("signalwire.create");
        return runs;
    }

    static RequestInfo create(String body) {
        return new RequestInfo("POST", "https://acme.test/api/Accounts/x/Calls", headers("Basic"), body);
    }

    static List<List<String>> headers(String scheme) {
        return List.of(
                List.of("Accept", "application/json"),
                List.of("Authorization", scheme + " [redacted]"),
                List.of("Content-Type", "application/x-www-form-urlencoded"));
    }

    static ResponseInfo answer(int status, String body) {
        return new ResponseInfo(status, List.of(List.of("content-type", "application/json")), body, 4.2);
    }

    Runs exchange(RequestInfo request, @Nullable ResponseInfo response) {
        return exchange("create", request, response);
    }

    Runs exchange(String operation, RequestInfo request, @Nullable ResponseInfo response) {
        exchanges.add(new ExchangeInfo(
                "signalwire",
                operation,
                "2026-11-21T03:10:55Z",
                request,
                response,
                response == null ? "connection refused" : null));
        return this;
    }

    Runs clause(String id, Level level, String statement) {
        return clause(
                new ClauseInfo(id, api(id), level, statement, "Calls, create", "https://example.test/create", null));
    }

    Runs clause(ClauseInfo clause) {
        clauses.add(clause);
        return this;
    }

    Runs unchecked(String id, String reason) {
        return clause(new ClauseInfo(id, api(id), Level.MUST, "`Timeout` is 60.", "Calls, create", null, reason));
    }

    private static String api(String clause) {
        int dot = clause.indexOf('.');
        return dot < 0 ? clause : clause.substring(0, dot);
    }

    Runs passed(String operation, String name, Integer... evidence) {
        return verdict(operation, Outcome.PASS, name, "", "", List.of(), evidence);
    }

    Runs broken(String operation, Outcome outcome, String name, Finding finding, Integer... evidence) {
        return verdict(operation, outcome, name, "", "", List.of(finding), evidence);
    }

    Runs open(String operation, Outcome outcome, String name, String reason, Integer... evidence) {
        return verdict(operation, outcome, name, "", reason, List.of(), evidence);
    }

    Runs blocked(String operation, String name, String by) {
        return verdict(operation, Outcome.UNSEEN, name, by, "it was not accepted", List.of());
    }

    /** A verdict of the clause that was added last. */
    Runs verdict(
            String operation,
            Outcome outcome,
            String name,
            String blockedBy,
            String reason,
            List<Finding> findings,
            Integer... evidence) {
        ClauseInfo clause = clauses.get(clauses.size() - 1);
        verdicts.add(new Verdict(
                clause.id(),
                name,
                clause.api(),
                operation,
                clause.level(),
                outcome,
                blockedBy,
                reason,
                findings,
                List.of(evidence)));
        return this;
    }

    Runs observed(String clause, List<String> values) {
        observed.put(clause, values);
        return this;
    }

    Runs delivery(DeliveryInfo delivery) {
        deliveries.add(delivery);
        return this;
    }

    Runs dropClauses() {
        clauses.clear();
        return this;
    }

    Runs target(String name) {
        target = name;
        return this;
    }

    /** The verdict that was added last is that of a second look. */
    Runs unstable() {
        int last = verdicts.size() - 1;
        Verdict first = verdicts.get(last);
        verdicts.set(
                last,
                new Verdict(
                        first.clause(),
                        first.caseName(),
                        first.api(),
                        first.operation(),
                        first.level(),
                        first.outcome(),
                        first.blockedBy(),
                        first.reason(),
                        first.findings(),
                        first.evidence(),
                        true));
        return this;
    }

    /** The run is an audit of a recording. */
    Runs recorded(String note) {
        settings.put(Recorded.ENTRIES, "7");
        if (!note.isEmpty()) {
            settings.put(Recorded.NOTE, note);
        }
        return this;
    }

    /** What the run was asked for. */
    Runs only(String... beginnings) {
        only = List.of(beginnings);
        return this;
    }

    /** So many calls may still be going on. */
    Runs left(int calls) {
        left = calls;
        return this;
    }

    /** So many planned cases have no verdict. */
    Runs unfinished(int cases) {
        unfinished = cases;
        return this;
    }

    Run run() {
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        verdicts.forEach(v -> outcomes.merge(v.outcome(), 1, Integer::sum));
        int planned = verdicts.size() + unfinished;
        return new Run(
                new Run.Kit("0.1.0", "2026.1", Map.of("signalwire", "3f".repeat(32))),
                new Run.TargetInfo(target, settings),
                "2026-11-21T03:10:54.120Z",
                "2026-11-21T03:11:06.530Z",
                unfinished == 0,
                Gate.exit(outcomes, planned, unaccepted),
                new Run.Summary(outcomes, planned, 17, 412, 12_410, unaccepted, left),
                clauses,
                verdicts,
                observed,
                exchanges,
                deliveries,
                only);
    }

    /** The run, judged with nothing known, by an edition that holds all its clauses. */
    Judged judged() {
        return judged(Baseline.NONE, Level.MUST);
    }

    Judged judged(Baseline baseline, Level level) {
        Map<String, String> all = new LinkedHashMap<>();
        verdicts.forEach(v -> all.put(v.clause(), ""));
        return judged(baseline, level, new Edition("2026.1", all));
    }

    Judged judged(Baseline baseline, Level level, Edition edition) {
        return Gate.judge(run(), new Terms(baseline, level, edition, LocalDate.of(2026, 11, 21)));
    }
}
