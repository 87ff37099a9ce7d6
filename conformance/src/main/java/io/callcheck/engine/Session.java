package io.callcheck.engine;

import io.callcheck.cases.Bench;
import io.callcheck.cases.Case;
import io.callcheck.cases.Script;
import io.callcheck.exchange.CallBudget;
import io.callcheck.exchange.CallbackInbox;
import io.callcheck.exchange.Evidence;
import io.callcheck.exchange.Exchange;
import io.callcheck.exchange.Step;
import io.callcheck.exchange.Target;
import io.callcheck.exchange.Transcript;
import io.callcheck.exchange.Wire;
import io.callcheck.verdict.Run;
import io.callcheck.verdict.Verdict;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** One run against one target, from the plan to the verdicts. */
public final class Session implements AutoCloseable {
    private static final String UNKNOWN_CALL = "00000000-0000-4000-8000-000000000000";
    private static final int SCRIPTS = 4;
    private static final int SENDERS = 4;
    /** Longer than the hang-up of every open call takes, shorter than what kills a process after its signal. */
    private static final int END_SECONDS = 8;

    private final Target target;
    private final CallbackInbox inbox;
    private final Wire wire;
    private final List<Plan> plans;
    private final Map<Case, PlannedCase> planned = new LinkedHashMap<>();
    private final Verdicts verdicts = new Verdicts();
    private final ExecutorService scripts = Executors.newFixedThreadPool(SCRIPTS, work -> thread(work, "script"));
    private final ExecutorService senders = Executors.newFixedThreadPool(SENDERS, work -> thread(work, "sender"));
    private final AtomicInteger done = new AtomicInteger();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicBoolean interrupted = new AtomicBoolean();
    private final List<Exchange> exchanges = new ArrayList<>();

    private Session(Target target, CallbackInbox inbox, Predicate<String> only) {
        this.target = target;
        this.inbox = inbox;
        this.wire = new Wire(target, new CallBudget(target.limits().calls()));
        this.plans = Plan.of(target, inbox).stream().map(p -> p.only(only)).toList();
        for (Plan plan : plans) {
            plan.cases()
                    .forEach(c -> planned.put(
                            c, PlannedCase.of(plan.bench().catalogue().api(), c)));
        }
    }

    /**
     * Plans a run; nothing is sent.
     *
     * @param only the clause ids that are to be judged
     * @throws IOException when our own receiver cannot be opened
     */
    public static Session open(Target target, Predicate<String> only) throws IOException {
        return new Session(target, CallbackInbox.open(target.publicUrl()), only);
    }

    /** The cases, in the order of the report. */
    public List<PlannedCase> cases() {
        return List.copyOf(planned.values());
    }

    /** Runs the plan and returns everything that came of it; once. */
    public Run run(Listener listener) {
        Instant started = Instant.now();
        for (Plan plan : plans) {
            try {
                run(plan, listener);
            } catch (InterruptedException e) {
                interrupted.set(true);
                Thread.currentThread().interrupt();
            }
            hangUp(plan);
            for (Case of : plan.cases()) {
                complete(of, verdicts.unknown(plan.bench().catalogue().api(), of, "the run was cut short"), listener);
            }
        }
        return new RunMaker(target, wire, inbox, plans, planned, verdicts, exchanges).make(started, !interrupted.get());
    }

    /** Cuts the run short: what is judged stays, the calls are hung up, the rest is unknown. */
    public void interrupt() {
        interrupted.set(true);
        scripts.shutdownNow();
    }

    /** Returns when {@link #run} has returned, at most after the time that hanging up may take. */
    public void awaitEnd() {
        try {
            if (!ended.await(END_SECONDS, TimeUnit.SECONDS)) {
                scripts.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        ended.countDown();
        scripts.shutdownNow();
        senders.shutdownNow();
        inbox.close();
    }

    private void run(Plan plan, Listener listener) throws InterruptedException {
        Transcript first = new Transcript(plan.bench().catalogue().api(), wire, senders);
        Exchange door = first.send("first", "retrieve", plan.bench().onCall("retrieve", UNKNOWN_CALL, Bench.empty()));
        keep(first.evidence());
        if (door.answer() == null) {
            String reason = target.url(plan.bench().catalogue().api()) + " does not answer: " + door.problem();
            plan.cases()
                    .forEach(of -> complete(
                            of, verdicts.unknown(plan.bench().catalogue().api(), of, reason), listener));
            return;
        }
        List<Future<Evidence>> pending = new ArrayList<>();
        for (Script script : plan.scripts()) {
            pending.add(scripts.submit(() -> play(script, first.evidence())));
        }
        List<Step> all = new ArrayList<>(first.evidence().steps());
        for (int i = 0; i < pending.size(); i++) {
            Script script = plan.scripts().get(i);
            try {
                Evidence evidence = pending.get(i).get();
                keep(evidence);
                all.addAll(evidence.steps());
                judge(plan, script.cases(), evidence, listener);
            } catch (java.util.concurrent.ExecutionException | java.util.concurrent.CancellationException e) {
                String reason = "the kit broke in '" + script.name() + "': " + e.getCause();
                script.cases()
                        .forEach(of -> complete(
                                of, verdicts.unknown(plan.bench().catalogue().api(), of, reason), listener));
            }
        }
        judge(plan, plan.overall(), new Evidence(all), listener);
    }

    /** Plays a script; one that sent nothing is judged on the first exchange, which shows none of its steps. */
    private Evidence play(Script script, Evidence first) throws InterruptedException {
        Transcript transcript = new Transcript(script.api(), wire, senders);
        script.action().play(transcript);
        return transcript.isEmpty() ? first : transcript.evidence();
    }

    private void judge(Plan plan, List<Case> cases, Evidence evidence, Listener listener) {
        for (Case of : cases) {
            complete(of, verdicts.of(plan.bench().catalogue().api(), of, verdicts.judge(of, evidence)), listener);
        }
    }

    private void complete(Case of, Verdict verdict, Listener listener) {
        PlannedCase planned = this.planned.get(of);
        if (planned != null && planned.verdict().complete(verdict)) {
            listener.judged(verdict, done.incrementAndGet(), this.planned.size());
        }
    }

    private void keep(Evidence evidence) {
        for (Step step : evidence.steps()) {
            verdicts.number(step.exchange());
            if (exchanges.stream().noneMatch(e -> e.equals(step.exchange()))) {
                exchanges.add(step.exchange());
            }
        }
    }

    /** Ends every call that the run made and that was not seen to end. */
    private void hangUp(Plan plan) {
        for (String call : wire.budget().open(plan.bench().catalogue().api())) {
            wire.send(plan.bench().catalogue().api(), "update", plan.bench().hangUp(call));
            wire.budget().ended(call);
        }
    }

    private static Thread thread(Runnable work, String name) {
        Thread thread = new Thread(work, "callcheck-" + name);
        thread.setDaemon(true);
        return thread;
    }
}
