package io.callcheck.verdict;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.callcheck.spec.Level;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All verdicts of one session and everything that they rest on: what {@code run.json} holds. It stays raw: a baseline,
 * a level or an edition is applied afterwards and never stored in it.
 *
 * @param kit the kit that made it
 * @param target the server under test
 * @param startedAt RFC 3339
 * @param finishedAt RFC 3339
 * @param complete whether every planned case has its verdict
 * @param exit the exit code: 0 conformant, 1 violations, 3 could not find out
 * @param summary the totals
 * @param clauses every clause of the tested APIs
 * @param verdicts in the order of the plan
 * @param observed what the target was seen doing: by clause id of an enum the values as JSON, and by a request that the
 *     contract leaves free the status of its answer
 * @param exchanges what the verdicts' indices point to
 * @param deliveries what the target sent to us
 * @param only how the ids of the clauses begin that the run was asked to judge; empty when it was for all of them
 */
public record Run(
        Kit kit,
        TargetInfo target,
        String startedAt,
        String finishedAt,
        boolean complete,
        int exit,
        Summary summary,
        List<ClauseInfo> clauses,
        List<Verdict> verdicts,
        Map<String, List<String>> observed,
        List<ExchangeInfo> exchanges,
        List<DeliveryInfo> deliveries,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @JsonSetter(nulls = Nulls.SET)
        List<String> only) {
    /** The reason of a verdict that only says that the run ended before the case was judged. */
    public static final String CUT_SHORT = "the run was cut short";

    private static final int LONGEST = 160;

    public Run {
        only = only == null ? List.of() : List.copyOf(only);
    }

    /** A run that was asked for every clause. */
    public Run(
            Kit kit,
            TargetInfo target,
            String startedAt,
            String finishedAt,
            boolean complete,
            int exit,
            Summary summary,
            List<ClauseInfo> clauses,
            List<Verdict> verdicts,
            Map<String, List<String>> observed,
            List<ExchangeInfo> exchanges,
            List<DeliveryInfo> deliveries) {
        this(
                kit,
                target,
                startedAt,
                finishedAt,
                complete,
                exit,
                summary,
                clauses,
                verdicts,
                observed,
                exchanges,
                deliveries,
                List.of());
    }

    /** Whether a clause was left out of the run on purpose: of what becomes of it, the run says nothing. */
    public boolean leftOut(String clause) {
        return !only.isEmpty() && verdicts.stream().noneMatch(v -> v.clause().equals(clause));
    }

    /** How many cases were judged: in a run that was cut short, those that had their turn. */
    public int reached() {
        return (int) verdicts.stream()
                .filter(v -> v.outcome() != Outcome.ERROR || !v.reason().equals(CUT_SHORT))
                .count();
    }

    /** The verdicts of cases that came out otherwise at the second look. */
    public List<Verdict> unstable() {
        return verdicts.stream().filter(Verdict::unstable).toList();
    }

    /**
     * The kit.
     *
     * @param version its version
     * @param edition the edition of its clauses
     * @param digests SHA-256 of the documents, by API
     */
    public record Kit(String version, String edition, Map<String, String> digests) {}

    /**
     * The target.
     *
     * @param name for people
     * @param settings what took effect, credentials replaced
     */
    public record TargetInfo(String name, Map<String, String> settings) {}

    /**
     * The totals.
     *
     * @param outcomes verdicts by outcome
     * @param planned how many cases were planned
     * @param callsCreated how many calls the target created
     * @param requestsSent how many requests were sent
     * @param millis how long it took
     * @param unaccepted the operations under test of which no request was accepted, such as {@code bird.list}
     * @param callsLeft how many calls may still be going on
     */
    public record Summary(
            Map<Outcome, Integer> outcomes,
            int planned,
            int callsCreated,
            int requestsSent,
            long millis,
            @JsonSetter(nulls = Nulls.SET) List<String> unaccepted,
            @JsonSetter(nulls = Nulls.SET) int callsLeft) {
        public Summary {
            unaccepted = unaccepted == null ? List.of() : List.copyOf(unaccepted);
        }

        /** The totals of a run in which every operation accepted something. */
        public Summary(Map<Outcome, Integer> outcomes, int planned, int callsCreated, int requestsSent, long millis) {
            this(outcomes, planned, callsCreated, requestsSent, millis, List.of(), 0);
        }

        /** That calls may still be going on, for people; empty when none is. */
        public String left() {
            return callsLeft == 0
                    ? ""
                    : (callsLeft == 1 ? "1 call" : callsLeft + " calls")
                            + " may still be going on: the target did not end them, or did not tell their ids";
        }

        /** How many verdicts have an outcome. */
        public int of(Outcome outcome) {
            return outcomes.getOrDefault(outcome, 0);
        }
    }

    /**
     * A clause as the report shows it.
     *
     * @param id its id
     * @param api the API's id
     * @param level its level
     * @param statement its sentence
     * @param source where it is stated
     * @param url the public address of that; null where none is known
     * @param unchecked why no case judges it; null when cases do
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ClauseInfo(
            String id,
            String api,
            Level level,
            String statement,
            String source,
            @JsonSetter(nulls = Nulls.SET) @Nullable String url,
            @JsonSetter(nulls = Nulls.SET) @Nullable String unchecked) {}

    /**
     * An exchange as the report shows it, credentials replaced.
     *
     * @param api the API's id
     * @param operation the operation's id
     * @param at RFC 3339
     * @param request what was sent
     * @param response what came; null when nothing did
     * @param problem why nothing came; null when something did
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ExchangeInfo(
            String api,
            String operation,
            String at,
            RequestInfo request,
            @JsonSetter(nulls = Nulls.SET) @Nullable ResponseInfo response,
            @JsonSetter(nulls = Nulls.SET) @Nullable String problem) {

        /** What came of it in a word or two: the status, or why none came. */
        public String result() {
            if (response != null) {
                return Integer.toString(response.status());
            }
            return "no answer" + (problem == null ? "" : ": " + problem);
        }
    }

    /**
     * A request.
     *
     * @param method the HTTP method
     * @param url the absolute address
     * @param headers name and value, in order
     * @param body its text; empty for none
     */
    public record RequestInfo(String method, String url, List<List<String>> headers, String body) {

        /** Its first line for people, cut where it is too long: {@code POST https://example.com/calls}. */
        public String line() {
            String line = method + " " + url;
            return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
        }
    }

    /**
     * An answer.
     *
     * @param status the HTTP status code
     * @param headers name and value, in order
     * @param body its text, cut at 16 KiB
     * @param millis how long it took
     */
    public record ResponseInfo(int status, List<List<String>> headers, String body, double millis) {}

    /**
     * A request that the target sent to us.
     *
     * @param at RFC 3339
     * @param method the HTTP method
     * @param uri path and query
     * @param headers name and value, in order
     * @param body its text
     */
    public record DeliveryInfo(String at, String method, String uri, List<List<String>> headers, String body) {}
}
