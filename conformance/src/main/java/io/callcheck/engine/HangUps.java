package io.callcheck.engine;

import io.callcheck.cases.Bench;
import io.callcheck.exchange.Exchange;
import io.callcheck.exchange.Step;
import io.callcheck.exchange.Wire;
import io.callcheck.spec.Api;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/** Ends the calls that the run of one API made and that were not seen to end. */
final class HangUps {
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
        List<String> calls = new ArrayList<>(wire.budget().open(api()));
        wire.budget().lost(api()).ifPresent(at -> calls.addAll(new LostCalls(bench, wire).since(at)));
        end(calls);
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
        calls.stream()
                .map(call -> CompletableFuture.runAsync(() -> end(call), senders))
                .toList()
                .forEach(CompletableFuture::join);
    }

    /** A call that may go on stays in the journal. */
    private void end(String call) {
        if (over(wire.sendLast(api(), "update", bench.hangUp(call)))) {
            wire.budget().ended(call);
        }
    }

    /** Any answer will do, for a call that takes no hang-up is over: but not that the target wants to be asked later. */
    static boolean over(Exchange hangUp) {
        return hangUp.answer() != null && !hangUp.answer().later();
    }

    private Api api() {
        return bench.catalogue().api();
    }
}
