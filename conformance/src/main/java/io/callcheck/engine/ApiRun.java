package io.callcheck.engine;

import io.callcheck.cases.Bench;
import io.callcheck.cases.Case;
import io.callcheck.cases.Script;
import io.callcheck.exchange.Evidence;
import io.callcheck.exchange.Exchange;
import io.callcheck.exchange.Step;
import io.callcheck.exchange.Transcript;
import io.callcheck.expect.Judgement;
import io.callcheck.expect.Promptness;
import io.callcheck.spec.Api;
import io.callcheck.verdict.Run;
import io.callcheck.verdict.Unaccepted;
import io.callcheck.verdict.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The run of one API: its scripts are played side by side, their evidence is taken in the order of the plan. */
final class ApiRun {

    private final Plan plan;
    private final Stage stage;
    private final HangUps hangUps;
    private final BiConsumer<Case, Verdict> completed;
    private final Verdicts verdicts = new Verdicts();
    private final List<Exchange> exchanges = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, String> observed = new LinkedHashMap<>();
    private final Set<Exchange> kept = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<Exchange, String> made = new HashMap<>();
    private final List<Step> steps = new ArrayList<>();
    private final List<Held> held = new ArrayList<>();
    private final Set<String> broken = new HashSet<>();
    private final Map<Case, Verdict> settled = new HashMap<>();

    ApiRun(Plan plan, Stage stage, HangUps hangUps, BiConsumer<Case, Verdict> completed) {
        this.plan = plan;
        this.stage = stage;
        this.hangUps = hangUps;
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

    /** Runs the plan; every case has its verdict when it returns, but those that rest on waiting. */
    void run() {
        try {
            play();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RejectedExecutionException e) {
            // The session was interrupted: no further script begins.
            stage.close();
        } finally {
            stage.quiet();
            hangUps.all();
        }
    }

    /**
     * Looks once more, alone, at what rests on waiting.
     *
     * @param fresh makes the plan anew, with addresses of its own, for a target whose effects take so long at most
     */
    void lookAgain(Function<Duration, Plan> fresh) {
        List<Held> waited = SecondLook.worth(held, plan, made);
        if (waited.isEmpty() || stage.closed()) {
            return;
        }
        try {
            Transcript door = opened();
            if (door.evidence().steps().get(0).exchange().answer() != null) {
                Plan again = fresh.apply(SecondLook.settle(plan, steps));
                SecondLook look = new SecondLook(again, verdicts, script -> alone(script, door.evidence()), broken);
                try {
                    look.at(waited);
                } finally {
                    settled.putAll(look.settled());
                    hangUps.all();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RejectedExecutionException | CancellationException e) {
            // The session was interrupted: what was seen first stays.
            stage.close();
        }
    }

    /** Gives every case its verdict that has none yet; a target that was away meanwhile may be back to hang up. */
    void end() {
        held.forEach(h -> completed.accept(h.of(), settled.getOrDefault(h.of(), h.first())));
        unknown(plan.cases(), Run.CUT_SHORT);
        hangUps.all();
    }

    private Optional<Evidence> alone(Script script, Evidence first) throws InterruptedException {
        try {
            Evidence evidence = stage.alone(script, first).get();
            if (cutShort(evidence)) {
                throw new CancellationException();
            }
            keep(evidence);
            return Optional.of(evidence);
        } catch (ExecutionException e) {
            if (stage.closed()) {
                throw new CancellationException();
            }
            return Optional.empty();
        }
    }

    private Transcript opened() {
        Transcript door = stage.transcript();
        door.send("first", "retrieve", plan.bench().onCall("retrieve", Unaccepted.NO_CALL, Bench.empty()));
        keep(door.evidence());
        return door;
    }

    private Api api() {
        return plan.bench().catalogue().api();
    }

    private void play() throws InterruptedException {
        if (stage.closed()) {
            return;
        }
        Transcript door = opened();
        Exchange first = door.evidence().steps().get(0).exchange();
        if (first.answer() == null && !stage.closed()) {
            unknown(plan.cases(), plan.bench().target().url(api()) + " does not answer: " + first.problem());
        }
        if (first.answer() == null) {
            return;
        }
        steps.addAll(door.evidence().steps());
        // Lists are asked for when there is something to list, and nobody makes a call any more.
        List<Script> lists =
                plan.scripts().stream().filter(s -> s.sends("list")).toList();
        List<Script> others = new ArrayList<>(plan.scripts());
        others.removeAll(lists);
        Map<Script, Future<Evidence>> listening = stage.begin(others, plan::listens, door.evidence());
        Map<Script, Future<Evidence>> calling = stage.begin(others, s -> !plan.listens(s), door.evidence());
        Map<Script, Future<Evidence>> own = stage.begin(lists, s -> s.sends("create"), door.evidence());
        take(calling);
        hangUps.of(steps);
        stage.quiet();
        Map<Script, Future<Evidence>> looking = stage.begin(lists, s -> !s.sends("create"), door.evidence());
        take(listening);
        take(own);
        take(looking);
        hangUps.all();
        if (stage.closed()) {
            return;
        }
        linger();
        judge(plan.overall(), soFar(), "");
    }

    private void take(Map<Script, Future<Evidence>> pending) throws InterruptedException {
        for (Map.Entry<Script, Future<Evidence>> entry : pending.entrySet()) {
            Script script = entry.getKey();
            try {
                Evidence evidence = entry.getValue().get();
                keep(evidence);
                steps.addAll(evidence.steps());
                evidence.steps().forEach(step -> made.putIfAbsent(step.exchange(), script.name()));
                if (cutShort(evidence)) {
                    unknown(script.cases(), Run.CUT_SHORT);
                } else {
                    judge(script.cases(), evidence, script.name());
                }
            } catch (ExecutionException | CancellationException e) {
                unknown(script.cases(), broken(script, e));
            }
        }
    }

    /** Half of it may read as what the target did not do. */
    private static boolean cutShort(Evidence evidence) {
        return evidence.steps().stream().anyMatch(step -> step.exchange().cutShort());
    }

    private Evidence soFar() {
        return new Evidence(steps, plan.bench().inbox().deliveries());
    }

    /** Gives what is not to come its time, as far as the run itself did not. */
    private void linger() throws InterruptedException {
        Set<String> judged = plan.cases().stream().map(c -> c.clause().id()).collect(Collectors.toSet());
        for (Transcript.Lingering open : stage.lingering()) {
            if (Collections.disjoint(judged, open.clauses())) {
                continue;
            }
            Duration patience = Promptness.patience(soFar(), open.longest());
            Duration left = patience.minusNanos(System.nanoTime() - open.since());
            plan.bench().inbox().await(Set.of(), came -> false, left);
        }
    }

    private String broken(Script script, Exception e) {
        return stage.closed()
                ? Run.CUT_SHORT
                : "the kit broke in '" + script.name() + "': "
                        + Breakage.told(Objects.requireNonNullElse(e.getCause(), e));
    }

    /** @param script the name of the script that the evidence is of; empty when it is that of the run */
    private void judge(List<Case> cases, Evidence evidence, String script) {
        List<Judgement> judgements =
                cases.parallelStream().map(of -> verdicts.judge(of, evidence)).toList();
        for (int i = 0; i < cases.size(); i++) {
            Case of = cases.get(i);
            Judgement judgement = judgements.get(i);
            Verdict verdict = verdicts.of(api(), of, judgement);
            if (judgement.waited()) {
                Set<String> own = script.isEmpty()
                        ? SecondLook.scripts(judgement, e -> Optional.ofNullable(made.get(e)))
                        : Set.of(script);
                held.add(new Held(of, verdict, !script.isEmpty(), own));
            } else {
                if (judgement instanceof Judgement.Broken) {
                    broken.add(of.clause().id());
                }
                completed.accept(of, verdict);
            }
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
}
