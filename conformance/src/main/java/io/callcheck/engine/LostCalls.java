package io.callcheck.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callcheck.cases.Bench;
import io.callcheck.exchange.BirdTarget;
import io.callcheck.exchange.Exchange;
import io.callcheck.exchange.SignalWireTarget;
import io.callcheck.exchange.Wire;
import io.callcheck.expect.BirdLists;
import io.callcheck.expect.Rfc2822;
import io.callcheck.spec.Api;
import java.time.DateTimeException;
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

    /** Their ids. */
    List<String> since(Instant began) {
        List<String> ids = new ArrayList<>();
        if (!bench.lacking("list").isEmpty()) {
            return ids;
        }
        boolean bird = bench.catalogue().api() == Api.BIRD;
        ObjectNode query = Bench.empty().put(bird ? "limit" : "PageSize", "100");
        Exchange list = wire.sendLast(
                bench.catalogue().api(), "list", bench.requests().of(bench.operation("list"), Map.of(), query));
        for (JsonNode call : Bench.body(list).path(bird ? "results" : "calls")) {
            String id = call.path(bench.names().id()).asText("");
            boolean since = created(call, bird)
                    .filter(at -> at.plus(CLOCKS).isAfter(began))
                    .isPresent();
            boolean over = bench.names().ended().contains(call.path("status").asText());
            if (!id.isEmpty() && since && !over && ours(call, bird)) {
                ids.add(id);
            }
        }
        return ids;
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
        if (!bird) {
            return Rfc2822.parse(call.path("date_created").asText()).map(OffsetDateTime::toInstant);
        }
        try {
            return Optional.of(
                    OffsetDateTime.parse(call.path("createdAt").asText()).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
