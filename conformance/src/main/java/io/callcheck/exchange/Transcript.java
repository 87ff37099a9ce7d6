package io.callcheck.exchange;

import io.callcheck.spec.Api;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/** The steps of one script, written down as they happen. */
public final class Transcript {
    private final Api api;
    private final Wire wire;
    private final Company company;
    private final LongSupplier clock;
    private final List<Ahead<?>> ahead = new CopyOnWriteArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private Optional<Lingering> lingering = Optional.empty();

    /**
     * Those beside whom a script is played.
     *
     * @param senders send what may be sent side by side
     * @param beside do what a script needs later
     * @param quiet opens when those others are over that do not listen to the target: these make their calls at once
     * @param judged whether a clause, by its id, is judged in this run
     */
    public record Company(Executor senders, Executor beside, CountDownLatch quiet, Predicate<String> judged) {
        /** Those beside whom a script is played in a run of all clauses. */
        public Company(Executor senders, Executor beside, CountDownLatch quiet) {
            this(senders, beside, quiet, clause -> true);
        }

        /** Nobody: one thing is done after the other. */
        public static Company none(Executor senders) {
            return new Company(senders, never -> {}, new CountDownLatch(0));
        }
    }

    /** The transcript of a script. */
    public Transcript(Api api, Wire wire, Company company) {
        this(api, wire, company, System::nanoTime);
    }

    /** @param clock tells how old it is what was begun ahead */
    Transcript(Api api, Wire wire, Company company, LongSupplier clock) {
        this.api = api;
        this.wire = wire;
        this.company = company;
        this.clock = clock;
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
            pending.add(
                    CompletableFuture.supplyAsync(() -> wire.send(api, operation, asked.sent()), company.senders()));
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

    /**
     * Begins what the script will need later, such as a call in progress: coming into its state takes a call its time.
     *
     * @param lasting whether it keeps until then; else it is begun when it is taken
     */
    public <T> Ahead<T> ahead(boolean lasting, Callable<T> work) {
        Ahead<T> begun = new Ahead<>(work, clock);
        ahead.add(begun);
        if (lasting) {
            company.beside().execute(begun::begin);
        }
        return begun;
    }

    /**
     * Waits until the others make no more calls.
     *
     * @throws InterruptedException when the run is cut short
     */
    public void awaitQuiet() throws InterruptedException {
        company.quiet().await();
    }

    /** Whether a clause is judged in this run: what serves no other clause and takes time need not be played else. */
    public boolean judges(String clause) {
        return company.judged().test(clause);
    }

    /** The script is over: nothing of it goes on any more when this returns. */
    public void end() {
        ahead.forEach(Ahead::drop);
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
     * @param clauses those that say that it is not to come
     */
    public synchronized void linger(Duration longest, Set<String> clauses) {
        lingering = Optional.of(new Lingering(System.nanoTime(), longest, clauses));
    }

    /**
     * What may still come of a script's requests.
     *
     * @param since the moment of the last of them, by {@link System#nanoTime}
     * @param longest how long it may take
     * @param clauses those that say that it is not to come
     */
    public record Lingering(long since, Duration longest, Set<String> clauses) {}

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
