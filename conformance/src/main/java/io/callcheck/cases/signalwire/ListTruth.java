package io.callcheck.cases.signalwire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callcheck.cases.Bench;
import io.callcheck.exchange.Exchange;
import io.callcheck.exchange.Redaction;
import io.callcheck.exchange.Sent;
import io.callcheck.exchange.Transcript;
import io.callcheck.expect.Lists;
import io.callcheck.expect.Rfc2822;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Three calls of our own that have ended, and lists that must show them or not. Nobody else of the kit makes a call
 * meanwhile, so that two lists can be compared.
 */
final class ListTruth {
    /** A number that no call of ours comes from or goes to. */
    static final String NOBODY = "+15005559999";

    /** The list that shows every call of ours. */
    static final String ALL = "all";

    static final int PAGE = 2;
    static final List<String> REFUSED = List.of("refused timeout", "refused method", "refused handler");
    static final String STRANGER = "create of a stranger";
    /** What somebody else does on the account falls into every one of so many by chance only. */
    static final int ROUNDS = 3;

    static final String BEFORE = "before round";
    static final String MIDDLE = "middle of round";
    static final String END = "end of round";

    static final String FILTERED = "filtered walk";
    static final String TO_PREVIOUS = "back to the page before";
    static final String TO_FIRST = "back to the first page";

    static final String FIRST = "busy or else answered";
    static final String SECOND = "to be listed";
    static final String THIRD = "to be deleted";

    private static final int PAGES = 8;
    private static final int FILTERED_PAGES = 3;

    private final SignalWireBench side;
    private final Bench bench;

    ListTruth(SignalWireBench side) {
        this.side = side;
        this.bench = side.bench();
    }

    /** Plays it. */
    void play(Transcript transcript) throws InterruptedException {
        Looks looks = new Looks(bench, transcript);
        String destination = side.side().to().containsKey("busy") ? "busy" : "answered";
        List<String> sids = new ArrayList<>();
        bench.created(transcript, FIRST, side.create(destination, "hold")).ifPresent(sids::add);
        bench.created(transcript, SECOND, side.create("answered", "hold")).ifPresent(sids::add);
        if (sids.size() < 2 || !looks.found("found", sids.get(1))) {
            return;
        }
        long called = System.nanoTime();
        JsonNode first = ended(looks, FIRST, sids.get(0), called);
        JsonNode second = ended(looks, SECOND, sids.get(1), called);
        transcript.awaitQuiet();
        if (!over(first) || !over(second)) {
            // Whether they are listed is all that can be found out, and no third one is needed for it.
            looks.list(ALL, Looks.whole(), sids, true);
            return;
        }
        // Younger than every call of the others: what comes after it is told by that.
        bench.created(transcript, THIRD, side.create("answered", "hold")).ifPresent(sids::add);
        if (sids.size() < 3) {
            return;
        }
        JsonNode third = ended(looks, THIRD, sids.get(2), System.nanoTime());
        Exchange all = looks.list(ALL, Looks.whole(), sids, true);
        if (over(third) && sids.stream().allMatch(s -> Lists.shows(all, s))) {
            filters(looks, transcript, Lists.calls(all), first, second);
            if (bench.lacking("delete").isEmpty()) {
                looks.send("delete", "delete", sids.get(2), Bench.empty());
                gone(looks, sids.get(2));
            }
            walk(looks, transcript, Lists.calls(all).size());
        }
    }

    /** @param called when it was called */
    private JsonNode ended(Looks looks, String row, String sid, long called) throws InterruptedException {
        Set<String> ended = bench.names().ended();
        String status = looks.status(row, sid, union(ended, "in-progress"), looks.left(looks.outcome(), called));
        if (status.equals("in-progress")) {
            looks.send("hang up " + row, "update", sid, Bench.empty().put("Status", "completed"));
        }
        return looks.shows(
                row + " ended", sid, c -> ended.contains(c.path("status").asText()), looks.effect());
    }

    private static Set<String> union(Set<String> some, String more) {
        Set<String> all = new HashSet<>(some);
        all.add(more);
        return all;
    }

    private boolean over(JsonNode call) {
        return bench.names().ended().contains(call.path("status").asText());
    }

    private void filters(Looks looks, Transcript transcript, List<JsonNode> all, JsonNode first, JsonNode second)
            throws InterruptedException {
        if (bench.target().allowInvalid()) {
            rounds(looks, transcript);
        }
        for (JsonNode call : List.of(first, second)) {
            String status = call.path("status").asText();
            if (status.equals("busy") || status.equals("completed")) {
                looks.list("Status " + status, whole("Status", status), sid(call), true);
            }
        }
        String to = second.path("to").asText();
        Exchange own = looks.list("To own", whole("To", to), sid(second), true);
        filtered(transcript, to, PageWalk.size(all, "to", to, Lists.calls(own).size()));
        looks.list("To nobody", whole("To", NOBODY));
        looks.list("From own", whole("From", second.path("from").asText()), sid(second), true);
        looks.list("From nobody", whole("From", NOBODY));
        looks.list("ParentCallSid", whole("ParentCallSid", second.path("sid").asText()));
        for (String member : List.of("StartTime", "EndTime")) {
            times(looks, member, second);
        }
        ObjectNode two = Bench.empty().put("PageSize", PAGE);
        Sent page = bench.requests().of(bench.operation("list"), Map.of(), two);
        transcript.send("page", "list", page);
        if (bench.target().allowInvalid()) {
            Sent unlinked = bench.requests()
                    .of(bench.operation("list"), Map.of(), two.deepCopy().put("Page", 1));
            transcript.sendAll("list", List.of(new Transcript.Asked("no token", "page", Set.of(), unlinked)));
        }
        looks.list("after", Looks.whole());
    }

    /** Lists, what is to make no call, and lists again, until nothing new comes of it. */
    private void rounds(Looks looks, Transcript transcript) {
        Sent create = bench.requests().of(bench.operation("create"), Map.of(), side.plainCreate());
        String wrong = "Basic " + Redaction.basic(side.side().account(), "not-the-token");
        boolean news = true;
        for (int round = 1; round <= ROUNDS && news; round++) {
            Exchange before = looks.list(BEFORE, round, Looks.whole());
            refused(transcript, " " + round);
            looks.list(MIDDLE, round, Looks.whole());
            transcript.send(STRANGER + " " + round, "create", create.header("Authorization", wrong));
            Exchange end = looks.list(END, round, Looks.whole());
            news = Lists.news(before, end);
        }
    }

    /** Creations that break one rule each. */
    private void refused(Transcript transcript, String round) {
        List<ObjectNode> bodies = new ArrayList<>();
        bodies.add(side.plainCreate().put("Timeout", 0));
        bodies.add(side.plainCreate().put("Method", "PUT"));
        bodies.add(side.plainCreate());
        bodies.get(2).remove("Url");
        for (int i = 0; i < bodies.size(); i++) {
            Sent sent = bench.requests().of(bench.operation("create"), Map.of(), bodies.get(i));
            transcript.send(REFUSED.get(i) + round, "create", sent);
        }
    }

    /** Lists that a known call is left out of, and lists that it is in: an empty one proves nothing alone. */
    private void times(Looks looks, String name, JsonNode known) throws InterruptedException {
        String member = name.equals("StartTime") ? "start_time" : "end_time";
        Optional<OffsetDateTime> time = Rfc2822.parse(known.path(member).asText());
        if (time.isPresent()) {
            String later = text(time.get().plusDays(2));
            String earlier = text(time.get().minusDays(2));
            looks.list(name + " after", whole(name + ">", later));
            looks.list(name + " before", whole(name + "<", earlier));
            looks.list(name + " since", whole(name + ">", earlier), sid(known), true);
            looks.list(name + " until", whole(name + "<", later), sid(known), true);
        }
    }

    private static String text(OffsetDateTime time) {
        return DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ROOT)
                .format(time);
    }

    private void gone(Looks looks, String sid) throws InterruptedException {
        looks.gone("gone", sid);
        looks.list("without it", Looks.whole(), List.of(sid), false);
    }

    /** Follows the links of about three pages, and from the second one those that lead back. */
    private void walk(Looks looks, Transcript transcript, int calls) {
        looks.list("before the walk", Looks.whole());
        PageWalk walk = new PageWalk(bench, transcript);
        List<Exchange> pages = walk.pages("walk", Bench.empty().put("PageSize", Math.max(1, (calls + 2) / 3)), PAGES);
        if (pages.size() > 1) {
            walk.follow(TO_PREVIOUS, pages.get(1), "previous_page_uri");
            walk.follow(TO_FIRST, pages.get(1), "first_page_uri");
        }
        looks.list("after the walk", Looks.whole());
    }

    /** Follows the links of some pages of a list by a filter; none of no size. */
    private void filtered(Transcript transcript, String to, int size) {
        if (size > 0) {
            ObjectNode query = Bench.empty().put("To", to).put("PageSize", size);
            new PageWalk(bench, transcript).pages(FILTERED, query, FILTERED_PAGES);
        }
    }

    private static ObjectNode whole(String name, String value) {
        return Looks.whole().put(name, value);
    }

    private static List<String> sid(JsonNode call) {
        return List.of(call.path("sid").asText());
    }
}
