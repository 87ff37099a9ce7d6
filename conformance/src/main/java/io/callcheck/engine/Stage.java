package io.callcheck.engine;

import io.callcheck.cases.Script;
import io.callcheck.exchange.Evidence;
import io.callcheck.exchange.Transcript;
import io.callcheck.exchange.Wire;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Predicate;

/** Where the scripts of one API are played, side by side. */
final class Stage {
    private final Plan plan;
    private final Wire wire;
    private final ExecutorService scripts;
    private final ExecutorService listeners;
    private final Transcript.Company company;
    private final List<Transcript.Lingering> lingering = new CopyOnWriteArrayList<>();

    Stage(Plan plan, Wire wire, ExecutorService scripts, ExecutorService listeners, Transcript.Company company) {
        this.plan = plan;
        this.wire = wire;
        this.scripts = scripts;
        this.listeners = listeners;
        this.company = company;
    }

    /** What is not to come after the scripts played so far, and how long each of them would wait for it. */
    List<Transcript.Lingering> lingering() {
        return List.copyOf(lingering);
    }

    /** Nobody makes calls any more that a list could show by chance. */
    void quiet() {
        company.quiet().countDown();
    }

    /** No further script begins: the session was interrupted. */
    boolean closed() {
        return scripts.isShutdown();
    }

    /** Lets no further script begin. */
    void close() {
        scripts.shutdownNow();
        listeners.shutdownNow();
    }

    /** A transcript that sends through this stage. */
    Transcript transcript() {
        return new Transcript(plan.bench().catalogue().api(), wire, company);
    }

    /**
     * Begins to play some scripts.
     *
     * @param first the evidence of a script that sends nothing
     */
    Map<Script, Future<Evidence>> begin(List<Script> all, Predicate<Script> which, Evidence first) {
        Map<Script, Future<Evidence>> pending = new LinkedHashMap<>();
        for (Script script : all) {
            if (which.test(script)) {
                pending.put(script, begin(script, first));
            }
        }
        return pending;
    }

    /** Once the session is interrupted no further script begins; those that began are waited for all the same. */
    private Future<Evidence> begin(Script script, Evidence first) {
        try {
            return (plan.listens(script) ? listeners : scripts).submit(() -> played(script, first));
        } catch (RejectedExecutionException e) {
            CompletableFuture<Evidence> never = new CompletableFuture<>();
            never.cancel(false);
            return never;
        }
    }

    /**
     * Begins to play a script when nothing else is played.
     *
     * @throws RejectedExecutionException when the session was interrupted
     */
    Future<Evidence> alone(Script script, Evidence first) {
        return scripts.submit(() -> played(script, first));
    }

    /** Plays a script; one that sent nothing is judged on the first exchange, which shows none of its steps. */
    private Evidence played(Script script, Evidence first) throws InterruptedException {
        Transcript transcript = transcript();
        try {
            script.action().play(transcript);
        } finally {
            transcript.end();
        }
        transcript.lingering().ifPresent(lingering::add);
        if (transcript.isEmpty()) {
            return first;
        }
        Evidence evidence = transcript.evidence();
        // While other scripts wait: at the end everybody would wait for it.
        evidence.steps().forEach(step -> plan.answers().assess(step.exchange()));
        return evidence;
    }
}
