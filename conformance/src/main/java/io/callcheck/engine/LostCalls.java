package io.callcheck.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callcheck.cases.Bench;
import io.callcheck.exchange.Answer;
import io.callcheck.exchange.BirdTarget;
import io.callcheck.exchange.Exchange;
import io.callcheck.exchange.SignalWireTarget;
import io.callcheck.exchange.Wire;
import io.callcheck.expect.BirdLists;
import io.callcheck.expect.Rfc2822;
import io.callcheck.expect.Rfc3339;
import io.callcheck.spec.Api;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    /** Their ids; nothing when they cannot be looked for. */
    Optional<List<String>> since(Instant began) {
        boolean bird = bench.catalogue().api() == Api.BIRD;
        if (!bench.lacking("list").isEmpty()) {
            return Optional.empty();
        }
        ObjectNode query = Bench.empty().put(bird ? "limit" : "PageSize", "100");
        Exchange list = wire.sendLast(
                bench.catalogue().api(), "list", bench.requests().of(bench.operation("list"), Map.of(), query));
        Answer answer = list.answer();
        JsonNode calls = answer == null || !answer.success()
                ? MissingNode.getInstance()
                : answer.lenientJson().path(bird ? "results" : "calls");
        if (!calls.isArray()) {
            return Optional.empty();
        }
        Instant there = began.plus(ahead(list));
        List<String> ids = new ArrayList<>();
        for (JsonNode call : calls) {
            String id = call.path(bench.names().id()).asText("");
            boolean since = created(call, bird)
                    .filter(at -> at.plus(CLOCKS).isAfter(there))
                    .isPresent();
            boolean over = bench.names().ended().contains(call.path("status").asText());
            if (!id.isEmpty() && since && !over && ours(call, bird)) {
                ids.add(id);
            }
        }
        return Optional.of(ids);
    }

    /** How far the target's clock is ahead of ours, by the date of its answer: RFC 9110, section 6.6.1. */
    private static Duration ahead(Exchange list) {
        return Optional.ofNullable(list.answer())
                .flatMap(answer -> answer.header("date"))
                .flatMap(Rfc2822::parse)
                .map(date -> Duration.between(list.at(), date.toInstant()))
                .orElse(Duration.ZERO);
    }

    private boolean ours(JsonNode call, boolean bird) {
        BirdTarget workspace = bench.target().bird();
        SignalWireTarget account = bench.target().signalwire();
        if (bird) {
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

    private static Optional<Instant> created(JsonNode call, boolean bird) {
        // A phone that rings is no less ours for a date in the other API's form.
        String text = call.path(bird ? "createdAt" : "date_created").asText();
        return Rfc3339.parse(text).or(() -> Rfc2822.parse(text).map(OffsetDateTime::toInstant));
    }
}
