package io.callcheck.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callcheck.cases.Bench;
import io.callcheck.exchange.Answer;
import io.callcheck.exchange.Exchange;
import io.callcheck.exchange.Step;
import io.callcheck.exchange.Wire;
import io.callcheck.spec.Api;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/** Ends the calls that the run of one API made and that were not seen to end. */
final class HangUps {
    private static final int NOT_FOUND = 404;

    private static final int GONE = 410;
    /** What a call is answered with that cannot be ended so, as it is over or not begun. */
    private static final Set<Integer> TAKES_NONE = Set.of(400, 409, 422);

    private static final String COMPLETED = "completed";
    /** A server may take the one for calls that are answered alone, the other for those that are not. */
    private static final List<String> ENDING = List.of(COMPLETED, "canceled");

    private final Bench bench;
    private final Wire wire;
    private final Executor senders;

    HangUps(Bench bench, Wire wire, Executor senders) {
        this.bench = bench;
        this.wire = wire;
        this.senders = senders;
    }

    /** Ends every call, those too whose creation was not answered. */
    void all() {
        end(wire.budget().open(api()));
        Optional<Instant> since = wire.budget().lost(api());
        if (since.isPresent() && !wire.isGivenUp(api())) {
            LostCalls.Found found = new LostCalls(bench, wire).since(since.get());
            wire.budget().found(api(), found.ids(), found.complete());
            end(wire.budget().open(api()).stream().filter(found.ids()::contains).toList());
        }
    }

    /** Ends the calls of scripts that are over: those of the others are still needed. */
    void of(List<Step> over) {
        Set<String> ids = over.stream()
                .map(Step::exchange)
                .filter(e -> e.operation().equals("create") && e.accepted())
                .map(this::id)
                .collect(Collectors.toSet());
        end(wire.budget().open(api()).stream().filter(ids::contains).toList());
    }

    private String id(Exchange created) {
        return Bench.body(created).path(bench.names().id()).asText();
    }

    private void end(List<String> calls) {
        List<String> left = calls;
        if (!calls.isEmpty() && wire.isGivenUp(api())) {
            // It may be back: one request tells.
            end(calls.get(0));
            left = wire.isGivenUp(api()) ? List.of() : calls.subList(1, calls.size());
        }
        left.stream()
                .map(call -> CompletableFuture.runAsync(() -> end(call), senders))
                .toList()
                .forEach(CompletableFuture::join);
    }

    /** A call that may go on stays in the journal. */
    private void end(String call) {
        boolean strict = bench.target().live();
        if (hungUp(bench, wire, call, strict) != Fate.OPEN) {
            wire.budget().ended(call);
        }
    }

    /**
     * Hangs up a call. What is not granted is tried by the other word for it, then the call is looked at: a phone may
     * ring.
     *
     * @param strict whether an answer that does not say that the call is over leaves it open; where no phones ring, any
     *     answer will do, for a call that takes no hang-up is mostly over
     */
    static Fate hungUp(Bench bench, Wire wire, String call, boolean strict) {
        Api api = bench.catalogue().api();
        for (String word : api == Api.SIGNALWIRE ? ENDING : List.of(COMPLETED)) {
            ObjectNode end = Bench.empty().put(bench.names().statusParameter(), word);
            Answer answer = wire.sendLast(api, "update", bench.onCall("update", call, end))
                    .answer();
            if (answer == null || answer.later()) {
                return Fate.OPEN;
            }
            if (answer.status() == NOT_FOUND) {
                return Fate.NOT_FOUND;
            }
            if (!strict || answer.success() || answer.status() == GONE) {
                return Fate.ENDED;
            }
            if (!TAKES_NONE.contains(answer.status())) {
                break;
            }
        }
        Exchange look = wire.sendLast(api, "retrieve", bench.onCall("retrieve", call, Bench.empty()));
        if (look.answer() == null) {
            return Fate.OPEN;
        }
        if (look.answer().status() == NOT_FOUND) {
            return Fate.NOT_FOUND;
        }
        boolean over = look.answer().status() == GONE
                || bench.names()
                        .ended()
                        .contains(Bench.body(look).path("status").asText());
        return over ? Fate.ENDED : Fate.OPEN;
    }

    private Api api() {
        return bench.catalogue().api();
    }
}
