package io.callcheck.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callcheck.cases.Bench;
import io.callcheck.cases.PageLink;
import io.callcheck.exchange.Answer;
import io.callcheck.exchange.BirdTarget;
import io.callcheck.exchange.Exchange;
import io.callcheck.exchange.Sent;
import io.callcheck.exchange.SignalWireTarget;
import io.callcheck.exchange.Wire;
import io.callcheck.expect.BirdLists;
import io.callcheck.expect.Rfc2822;
import io.callcheck.expect.Rfc3339;
import io.callcheck.spec.Api;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks in the list for calls whose creation was never answered: to our numbers, from our number, begun since then and
 * not over.
 *
 * @param bench the API's bench
 * @param wire the way to the target
 */
record LostCalls(Bench bench, Wire wire) {
    /** The target's clock and ours may differ by so much. */
    private static final Duration CLOCKS = Duration.ofSeconds(10);

    /** An account may have more calls than anybody wants to read. */
    static final int PAGES = 20;

    private static final String LIMIT = "100";

    /**
     * What was found.
     *
     * @param ids the calls that are there
     * @param complete whether there are no others: the list was read to its end, or back to before they could have begun
     */
    record Found(List<String> ids, boolean complete) {
        /** Nobody could look. */
        static final Found UNKNOWN = new Found(List.of(), false);
    }

    /** The calls that began since then. */
    Found since(Instant began) {
        if (!bench.lacking("list").isEmpty()) {
            return Found.UNKNOWN;
        }
        Set<String> ids = new LinkedHashSet<>();
        List<Instant> dates = new ArrayList<>();
        Set<URI> asked = new HashSet<>();
        boolean doubtful = false;
        Optional<Sent> next = Optional.of(page(Bench.empty()));
        // Nobody follows links that lead round in a ring.
        while (next.isPresent() && asked.size() < PAGES && asked.add(next.get().uri())) {
            Exchange page = wire.sendLast(bench.catalogue().api(), "list", next.get());
            JsonNode calls = calls(page);
            if (!calls.isArray()) {
                break;
            }
            Instant earliest = began.plus(ahead(page)).minus(CLOCKS);
            for (JsonNode call : calls) {
                Optional<Instant> at = created(call);
                at.ifPresent(dates::add);
                if (at.filter(earliest::isAfter).isEmpty() && isOpen(call) && ours(call)) {
                    String id = call.path(bench.names().id()).asText("");
                    boolean found = at.isPresent() && !id.isEmpty();
                    doubtful |= !found;
                    ids.addAll(found ? List.of(id) : List.of());
                }
            }
            if (goBack(dates, earliest) || link(page).isEmpty()) {
                return new Found(List.copyOf(ids), !doubtful);
            }
            next = next(page);
        }
        return new Found(List.copyOf(ids), false);
    }

    /**
     * Whether a list that shows the newest calls first need not be read on. Calls that are made at once may change places;
     * a list in any other order has to be read to its end.
     */
    private static boolean goBack(List<Instant> dates, Instant earliest) {
        if (dates.isEmpty()) {
            return false;
        }
        Instant oldest = dates.get(0);
        for (Instant date : dates) {
            if (date.minus(CLOCKS).isAfter(oldest)) {
                return false;
            }
            oldest = date.isBefore(oldest) ? date : oldest;
        }
        return oldest.isBefore(dates.get(0).minus(CLOCKS)) && oldest.isBefore(earliest.minus(CLOCKS));
    }

    private Sent page(ObjectNode query) {
        return bench.requests()
                .of(bench.operation("list"), Map.of(), query.put(isBird() ? "limit" : "PageSize", LIMIT));
    }

    private JsonNode calls(Exchange page) {
        Answer answer = page.answer();
        return answer == null || !answer.success()
                ? MissingNode.getInstance()
                : answer.lenientJson().path(isBird() ? "results" : "calls");
    }

    /** What a page says of the next one, be it right or wrong; empty when there is none. */
    private String link(Exchange page) {
        JsonNode link = Bench.body(page).path(isBird() ? "nextPageToken" : "next_page_uri");
        return link.isNull() || link.isMissingNode() ? "" : link.isTextual() ? link.textValue() : link.toString();
    }

    private Optional<Sent> next(Exchange page) {
        return isBird()
                ? Optional.of(page(Bench.empty().put("pageToken", link(page))))
                : PageLink.of(page, "next_page_uri");
    }

    private boolean isBird() {
        return bench.catalogue().api() == Api.BIRD;
    }

    private boolean isOpen(JsonNode call) {
        return !bench.names().ended().contains(call.path("status").asText());
    }

    /** How far the target's clock is ahead of ours, by the date of its answer: RFC 9110, section 6.6.1. */
    private static Duration ahead(Exchange list) {
        return Optional.ofNullable(list.answer())
                .flatMap(answer -> answer.header("date"))
                .flatMap(Rfc2822::parse)
                .map(date -> Duration.between(list.at(), date.toInstant()))
                .orElse(Duration.ZERO);
    }

    private boolean ours(JsonNode call) {
        BirdTarget workspace = bench.target().bird();
        SignalWireTarget account = bench.target().signalwire();
        if (isBird()) {
            return workspace != null
                    && fits(call, workspace.from(), workspace.to().values());
        }
        return account != null && fits(call, account.from(), account.to().values());
    }

    /** Without a number of our own every call to our numbers may be ours. */
    private static boolean fits(JsonNode call, String from, Collection<String> to) {
        String caller = call.path("from").asText();
        boolean ours = from.isEmpty() || caller.isEmpty() || same(caller, from);
        return ours && to.stream().anyMatch(number -> same(call.path("to").asText(), number));
    }

    private static boolean same(String number, String other) {
        return BirdLists.digits(number).equals(BirdLists.digits(other));
    }

    private Optional<Instant> created(JsonNode call) {
        // A phone that rings is no less ours for a date in the other API's form.
        String text = call.path(isBird() ? "createdAt" : "date_created").asText();
        return Rfc3339.parse(text).or(() -> Rfc2822.parse(text).map(OffsetDateTime::toInstant));
    }
}
