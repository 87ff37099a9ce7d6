package io.callcheck.exchange;

import io.callcheck.spec.Api;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** The steps of one script, written down as they happen, in the order of their sending. */
public final class Transcript {
    private final Api api;
    private final Wire wire;
    private final Executor senders;
    private final List<Step> steps = new ArrayList<>();
    private Optional<Lingering> lingering = Optional.empty();

    public Transcript(Api api, Wire wire, Executor senders) {
        this.api = api;
        this.wire = wire;
        this.senders = senders;
    }

    /** Sends one request and writes it down. */
    public Exchange send(String step, String operation, Sent sent) {
        return add(new Step(step, wire.send(api, operation, sent)));
    }

    /**
     * A request that is to be sent beside others.
     *
     * @param name the step's name
     * @param control the step's control; empty for none
     * @param carries the lawful values that it carries
     * @param sent the request
     */
    public record Asked(String name, String control, Set<String> carries, Sent sent) {}

    /** Sends requests that do not disturb each other side by side, and writes them down in the given order. */
    public List<Exchange> sendAll(String operation, List<Asked> requests) {
        List<CompletableFuture<Exchange>> pending = new ArrayList<>();
        for (Asked asked : requests) {
            pending.add(CompletableFuture.supplyAsync(() -> wire.send(api, operation, asked.sent()), senders));
        }
        List<Exchange> exchanges = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            Asked asked = requests.get(i);
            exchanges.add(add(new Step(
                    asked.name(),
                    asked.control(),
                    asked.carries(),
                    pending.get(i).join())));
        }
        return exchanges;
    }

    /** Writes down an exchange that was made otherwise. */
    public synchronized Exchange add(Step step) {
        steps.add(step);
        return step.exchange();
    }

    /**
     * Keeps the run from ending before what is not to come had time to come: the script itself waits for nothing.
     *
     * @param longest from now
     */
    public synchronized void linger(Duration longest) {
        lingering = Optional.of(new Lingering(System.nanoTime(), longest));
    }

    /**
     * What may still come of a script's requests.
     *
     * @param since the moment of the last of them, by {@link System#nanoTime}
     * @param longest how long it may take
     */
    public record Lingering(long since, Duration longest) {}

    /** What may still come; nothing when nothing does. */
    public synchronized Optional<Lingering> lingering() {
        return lingering;
    }

    /** Whether anything was sent. */
    public synchronized boolean isEmpty() {
        return steps.isEmpty();
    }

    /** What was seen so far. */
    public synchronized Evidence evidence() {
        return new Evidence(steps);
    }

    /** The API that it speaks to. */
    public Api api() {
        return api;
    }

    /** The way to the target. */
    public Wire wire() {
        return wire;
    }
}
