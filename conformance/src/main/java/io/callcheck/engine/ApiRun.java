package io.callcheck.engine;

import io.callcheck.cases.Bench;
import io.callcheck.cases.Case;
import io.callcheck.cases.Script;
import io.callcheck.exchange.Evidence;
import io.callcheck.exchange.Exchange;
import io.callcheck.exchange.Step;
import io.callcheck.exchange.Transcript;
import io.callcheck.exchange.Wire;
import io.callcheck.expect.Judgement;
import io.callcheck.expect.Promptness;
import io.callcheck.spec.Api;
import io.callcheck.verdict.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;

/** The run of one API: its scripts are played side by side, their evidence is taken in the order of the plan. */
final class ApiRun {
    private static final String UNKNOWN_CALL = "00000000-0000-4000-8000-000000000000";

    private final Plan plan;
    private final Wire wire;
    private final ExecutorService scripts;
    private final ExecutorService listeners;
    private final ExecutorService senders;
    private final BiConsumer<Case, Verdict> completed;
    private final Verdicts verdicts = new Verdicts();
    private final List<Exchange> exchanges = Collections.synchronizedList(new ArrayList<>());
    private final List<Transcript.Lingering> lingering = new CopyOnWriteArrayList<>();
    private final Map<String, String> observed = new LinkedHashMap<>();
    private final Set<Exchange> kept = Collections.newSetFromMap(new IdentityHashMap<>());

    ApiRun(
            Plan plan,
            Wire wire,
            ExecutorService scripts,
            ExecutorService listeners,
            ExecutorService senders,
            BiConsumer<Case, Verdict> completed) {
        this.plan = plan;
        this.wire = wire;
        this.scripts = scripts;
        this.listeners = listeners;
        this.senders = senders;
        this.completed = completed;
    }

    Plan plan() {
        return plan;
    }

    /** What the target did where the contract leaves it free: what was sent, and the answer. */
    Map<String, String> observed() {
        return Map.copyOf(observed);
    }

    /** The exchanges in the order of their numbers. */
    List<Exchange> exchanges() {
        synchronized (exchanges) {
            return List.copyOf(exchanges);
        }
    }

    /** Runs the plan; every case has its verdict when it returns. */
    void run() {
        try {
            play();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RejectedExecutionException e) {
            // The session was interrupted: no further script begins.
            scripts.shutdownNow();
            listeners.shutdownNow();
        } finally {
            hangUp();
            unknown(plan.cases(), "the run was cut short");
        }
    }

    private Api api() {
        return plan.bench().catalogue().api();
    }

    private void play() throws InterruptedException {
        Transcript door = new Transcript(api(), wire, senders);
        Exchange first = door.send("first", "retrieve", plan.bench().onCall("retrieve", UNKNOWN_CALL, Bench.empty()));
        keep(door.evidence());
        if (first.answer() == null) {
            unknown(plan.cases(), plan.bench().target().url(api()) + " does not answer: " + first.problem());
            return;
        }
        List<Step> all = new ArrayList<>(door.evidence().steps());
        // Lists are asked for when there is something to list: the same order every time.
        play(plan.scripts().stream().filter(s -> !s.sends("list")).toList(), door.evidence(), all);
        hangUp();
        play(plan.scripts().stream().filter(s -> s.sends("list")).toList(), door.evidence(), all);
        linger(all);
        judge(plan.overall(), evidence(all));
    }

    private void play(List<Script> some, Evidence first, List<Step> all) throws InterruptedException {
        List<Future<Evidence>> pending = new ArrayList<>();
        for (Script script : some) {
            pending.add((plan.listens(script) ? listeners : scripts).submit(() -> played(script, first)));
        }
        for (int i = 0; i < pending.size(); i++) {
            try {
                Evidence evidence = pending.get(i).get();
                keep(evidence);
                all.addAll(evidence.steps());
                judge(some.get(i).cases(), evidence);
            } catch (ExecutionException | CancellationException e) {
                unknown(some.get(i).cases(), broken(some.get(i), e));
            }
        }
    }

    private Evidence evidence(List<Step> all) {
        return new Evidence(all, plan.bench().inbox().deliveries());
    }

    /** Gives what is not to come its time, as far as the run itself did not. */
    private void linger(List<Step> all) throws InterruptedException {
        for (Transcript.Lingering open : lingering) {
            Duration patience = Promptness.patience(evidence(all), open.longest());
            Duration left = patience.minusNanos(System.nanoTime() - open.since());
            plan.bench().inbox().await(Set.of(), came -> false, left);
        }
    }

    private String broken(Script script, Exception e) {
        return scripts.isShutdown()
                ? "the run was cut short"
                : "the kit broke in '" + script.name() + "': " + e.getCause();
    }

    /** Plays a script; one that sent nothing is judged on the first exchange, which shows none of its steps. */
    private Evidence played(Script script, Evidence first) throws InterruptedException {
        Transcript transcript = new Transcript(script.api(), wire, senders);
        script.action().play(transcript);
        transcript.lingering().ifPresent(lingering::add);
        return transcript.isEmpty() ? first : transcript.evidence();
    }

    private void judge(List<Case> cases, Evidence evidence) {
        List<Judgement> judgements =
                cases.parallelStream().map(of -> verdicts.judge(of, evidence)).toList();
        for (int i = 0; i < cases.size(); i++) {
            completed.accept(cases.get(i), verdicts.of(api(), cases.get(i), judgements.get(i)));
        }
    }

    private void unknown(List<Case> cases, String reason) {
        cases.forEach(of -> completed.accept(of, verdicts.unknown(api(), of, reason)));
    }

    private void keep(Evidence evidence) {
        for (Step step : evidence.steps()) {
            if (step.name().startsWith(Step.OBSERVED)) {
                String what = api().id() + "." + step.exchange().operation() + " "
                        + step.name().substring(Step.OBSERVED.length());
                observed.put(what, step.exchange().outcome());
            }
            if (kept.add(step.exchange())) {
                exchanges.add(step.exchange());
                verdicts.number(step.exchange());
            }
        }
    }

    /** Ends every call that the run made and that was not seen to end. */
    private void hangUp() {
        List<String> calls = new ArrayList<>(wire.budget().open(api()));
        wire.budget().lost(api()).ifPresent(at -> calls.addAll(new LostCalls(plan.bench(), wire).since(at)));
        List<CompletableFuture<Void>> pending = new ArrayList<>();
        for (String call : calls) {
            pending.add(CompletableFuture.runAsync(() -> hangUp(call), senders));
        }
        pending.forEach(CompletableFuture::join);
    }

    /** Any answer will do: a call that takes no hang-up is over. Without one it stays in the journal. */
    private void hangUp(String call) {
        if (wire.send(api(), "update", plan.bench().hangUp(call)).answer() != null) {
            wire.budget().ended(call);
        }
    }
}
