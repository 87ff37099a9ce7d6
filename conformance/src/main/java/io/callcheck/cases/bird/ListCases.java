package io.callcheck.cases.bird;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callcheck.cases.Bench;
import io.callcheck.cases.Case;
import io.callcheck.cases.Script;
import io.callcheck.cases.Until;
import io.callcheck.exchange.Exchange;
import io.callcheck.exchange.Sent;
import io.callcheck.exchange.Transcript;
import io.callcheck.expect.BirdCalls;
import io.callcheck.expect.BirdFilters;
import io.callcheck.expect.BirdLists;
import io.callcheck.expect.Expectation;
import io.callcheck.expect.Judgement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The list of a channel while the kit alone makes calls, and what is refused makes none. */
final class ListCases {
    private static final int WHOLE = 100;
    private static final int PAGES = 10;
    /** What somebody else does on the account falls into every one of so many by chance only. */
    private static final int ROUNDS = 3;

    /** A number that no call of ours comes from or goes to. */
    private static final String NOBODY = "+15005559999";

    private static final String ALL = "all ";
    private static final List<String> CREATES = List.of("create one", "create two");
    private static final List<String> KEYS = List.of("create with a wrong key", "create without a key");
    private static final List<String> WRONG = List.of("create wrong", "create cut off");

    private final BirdBench side;
    private final Bench bench;
    private final BirdLists lists;
    private final BirdFilters filters;
    private final String to;

    private ListCases(BirdBench side) {
        this.side = side;
        this.bench = side.bench();
        BirdCalls calls = new BirdCalls(bench.soundness());
        this.lists = new BirdLists(calls, CREATES, ALL);
        this.filters = new BirdFilters(calls, ALL);
        this.to = side.plainCreate().path("to").asText();
    }

    /** The script. */
    static Script script(BirdBench side) {
        ListCases made = new ListCases(side);
        boolean lacking = !side.bench().lacking("list").isEmpty();
        return new Script(
                "two calls in the list",
                side.bench().catalogue().api(),
                Set.of("create", "list"),
                made.cases(),
                lacking ? transcript -> {} : made::play);
    }

    private List<Case> cases() {
        return new BirdCases(bench)
                .add("bird.create.listed", "create", "a created call is listed", offered(lists.listed("retrieve")))
                .add(
                        "bird.unauthorized.effect",
                        "create",
                        "a create with a wrong key makes no call",
                        offered(none(KEYS, "before ", "between ")))
                .addInvalid(
                        "bird.create.refused",
                        "create",
                        "wrong creates make no call",
                        offered(none(WRONG, "between ", "end ")))
                .add("bird.list.filters", "list", "id admits one call", offered(filters.byId("by id", "create one")))
                .add(
                        "bird.list.filters",
                        "list",
                        "status busy admits busy calls alone",
                        offered(filters.filtered("by status", "busy"::equals, "status")))
                .add(
                        "bird.list.filters",
                        "list",
                        "direction incoming admits incoming calls alone",
                        offered(filters.filtered("by direction", "incoming"::equals, "direction")))
                .add(
                        "bird.list.filters",
                        "list",
                        "startAt in the future admits no call",
                        offered(filters.filtered("by start", id -> false, "id")))
                .add(
                        "bird.list.filters",
                        "list",
                        "endAt in the past admits no call",
                        offered(filters.filtered("by end", id -> false, "id")))
                .add(
                        "bird.list.filters",
                        "list",
                        "to admits calls to an address alone",
                        offered(filters.byAddress(List.of("by to", "by to nobody"), "to")))
                .add(
                        "bird.list.filters",
                        "list",
                        "from admits calls from an address alone",
                        offered(filters.byAddress(List.of("by from", "by from nobody"), "from")))
                .add(
                        "bird.list.filters",
                        "list",
                        "type admits calls of a type alone",
                        offered(filters.byValue("by type", "type")))
                .add("bird.list.limit.effect", "list", "limit 1 gives one call", offered(lists.limited("limit")))
                .add("bird.list.paging", "list", "pages show every call once", offered(lists.paged("page ", "again")))
                .all();
    }

    private Expectation offered(Expectation expectation) {
        String lacking = bench.lacking("list");
        return lacking.isEmpty() ? expectation : evidence -> new Judgement.NotApplicable(lacking);
    }

    private void play(Transcript transcript) throws InterruptedException {
        transcript.awaitQuiet();
        Sent create = bench.requests().of(bench.operation("create"), Map.of(), side.plainCreate());
        boolean news = true;
        for (int round = 1; round <= ROUNDS && news; round++) {
            news = refused(transcript, create, " " + round);
        }
        List<String> ids = new ArrayList<>();
        for (String step : CREATES) {
            Exchange made = transcript.send(step, "create", create);
            String id = Bench.body(made).path("id").asText("");
            if (!made.accepted() || id.isEmpty()) {
                return;
            }
            ids.add(id);
        }
        boolean listed = Until.yes(bench.target().limits().settle(), number -> {
            transcript.send(ALL + number, "list", list(Map.of("limit", "" + WHOLE)));
            return lists.complete(transcript.evidence());
        });
        if (!listed) {
            ids.forEach(
                    id -> transcript.send("retrieve " + id, "retrieve", bench.onCall("retrieve", id, Bench.empty())));
        }
        filters(
                transcript,
                Bench.body(transcript.evidence().exchange(CREATES.get(0)).orElseThrow()));
        pages(transcript);
        transcript.send("again", "list", list(Map.of("limit", "" + WHOLE)));
    }

    /** Lists, what is to make no call, and lists again; whether anything new came of it. */
    private boolean refused(Transcript transcript, Sent create, String round) {
        Exchange before = transcript.send("before" + round, "list", list(Map.of("limit", "" + WHOLE)));
        transcript.send(KEYS.get(0) + round, "create", create.header("Authorization", LifeCycleCases.WRONG_KEY));
        transcript.send(KEYS.get(1) + round, "create", create.header("Authorization", ""));
        transcript.send("between" + round, "list", list(Map.of("limit", "" + WHOLE)));
        if (bench.target().allowInvalid()) {
            ObjectNode wrong = side.plainCreate().put("maxDuration", "callcheck");
            transcript.send(WRONG.get(0) + round, "create", create.body(wrong.toString()));
            transcript.send(
                    WRONG.get(1) + round,
                    "create",
                    create.body(LifeCycleCases.broken(LifeCycleCases.TRUNCATED, side.plainCreate())));
        }
        Exchange end = transcript.send("end" + round, "list", list(Map.of("limit", "" + WHOLE)));
        return lists.news(before, end);
    }

    private Expectation none(List<String> steps, String before, String after) {
        List<String> requests = new ArrayList<>();
        List<BirdLists.Window> windows = new ArrayList<>();
        for (int round = 1; round <= ROUNDS; round++) {
            for (String step : steps) {
                requests.add(step + " " + round);
            }
            windows.add(new BirdLists.Window(before + round, after + round));
        }
        return lists.noneOf(requests, windows, "end ", to);
    }

    /**
     * Each filter alone, but {@code duration}: whether it asks for calls that last as long, at least or at most is stated
     * nowhere.
     *
     * @param call one that was created
     */
    private void filters(Transcript transcript, JsonNode call) {
        Map<String, Map<String, String>> queries = new LinkedHashMap<>();
        queries.put("by id", Map.of("id", call.path("id").asText()));
        queries.put("by status", Map.of("status", "busy"));
        queries.put("by direction", Map.of("direction", "incoming"));
        String tomorrow = Instant.now()
                .truncatedTo(ChronoUnit.SECONDS)
                .plus(1, ChronoUnit.DAYS)
                .toString();
        queries.put("by start", Map.of("startAt", tomorrow));
        queries.put("by end", Map.of("endAt", "2001-01-01T00:00:00Z"));
        for (String end : List.of("to", "from")) {
            if (call.path(end).isTextual() && !call.path(end).asText().isEmpty()) {
                queries.put("by " + end, Map.of(end, call.path(end).asText()));
            }
            queries.put("by " + end + " nobody", Map.of(end, NOBODY));
        }
        queries.put("by type", Map.of("type", call.path("type").asText().equals("webrtc") ? "sip" : "webrtc"));
        queries.put("limit", Map.of("limit", "1"));
        List<Transcript.Asked> asked = new ArrayList<>();
        queries.forEach((step, query) -> asked.add(new Transcript.Asked(step, "", Set.of(), list(query))));
        transcript.sendAll("list", asked);
    }

    /** Three pages where the whole list fits into one answer. */
    private void pages(Transcript transcript) {
        int held = Bench.body(transcript.evidence().exchange(ALL + 1).orElseThrow())
                .path("results")
                .size();
        Map<String, String> query = new LinkedHashMap<>();
        query.put("limit", "" + Math.max(1, (held + 2) / 3));
        for (int number = 1; number <= PAGES; number++) {
            Exchange page = transcript.send("page " + number, "list", list(query));
            String token = BirdLists.token(page);
            if (token.isEmpty()) {
                return;
            }
            query.put("pageToken", token);
        }
    }

    private Sent list(Map<String, String> query) {
        ObjectNode members = Bench.empty();
        query.forEach(members::put);
        return bench.requests().of(bench.operation("list"), Map.of(), members);
    }
}
