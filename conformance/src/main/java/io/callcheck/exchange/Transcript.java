package io.callcheck.exchange;

import io.callcheck.spec.Api;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** The steps of one script, written down as they happen, in the order of their sending. */
public final class Transcript {
    private final Api api;
    private final Wire wire;
    private final Executor senders;
    private final List<Step> steps = new ArrayList<>();

    public Transcript(Api api, Wire wire, Executor senders) {
        this.api = api;
        this.wire = wire;
        this.senders = senders;
    }

    /** Sends one request and writes it down. */
    public Exchange send(String step, String operation, Sent sent) {
        return add(step, wire.send(api, operation, sent));
    }

    /** Sends requests that do not disturb each other side by side, and writes them down in the given order. */
    public void sendAll(String operation, Map<String, Sent> requests) {
        Map<String, CompletableFuture<Exchange>> pending = new LinkedHashMap<>();
        requests.forEach((step, sent) ->
                pending.put(step, CompletableFuture.supplyAsync(() -> wire.send(api, operation, sent), senders)));
        pending.forEach((step, future) -> add(step, future.join()));
    }

    /** Writes down an exchange that was made otherwise. */
    public synchronized Exchange add(String step, Exchange exchange) {
        steps.add(new Step(step, exchange));
        return exchange;
    }

    /** Whether anything was sent. */
    public synchronized boolean isEmpty() {
        return steps.isEmpty();
    }

    /** What was seen so far. */
    public synchronized Evidence evidence() {
        return new Evidence(steps);
    }

    /** The way to the target. */
    public Wire wire() {
        return wire;
    }
}
