package io.callcheck.engine;

import io.callcheck.cases.Case;
import io.callcheck.exchange.CallBudget;
import io.callcheck.exchange.CallJournal;
import io.callcheck.exchange.CallbackInbox;
import io.callcheck.exchange.Redaction;
import io.callcheck.exchange.Target;
import io.callcheck.exchange.Transcript;
import io.callcheck.exchange.Wire;
import io.callcheck.spec.Api;
import io.callcheck.verdict.Run;
import io.callcheck.verdict.Verdict;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** One run against one target, from the plan to the verdicts. */
public final class Session implements AutoCloseable {
    /** Scripts mostly wait for calls to come into a state. */
    private static final int SCRIPTS = 32;

    /** A live account may have many other things to do than our calls. */
    private static final int LIVE_SCRIPTS = 8;

    /** Scripts that listen to the target do little else, and keep none of the others waiting. */
    private static final int LISTENERS = 24;

    /** For each API: the long series of one does not keep the other waiting. */
    private static final int SENDERS = 4;

    /** Longer than the answers under way and the hang-up of every open call take. */
    private static final int END_SECONDS = 30;

    private final Target target;
    private final CallbackInbox inbox;
    private final Contracts contracts;
    private final Wire wire;
    private final List<Plan> plans;
    private final List<String> only;
    private final Map<Case, PlannedCase> planned = new LinkedHashMap<>();
    private final ExecutorService apis = Executors.newFixedThreadPool(Api.values().length, w -> thread(w, "api"));
    private final ExecutorService scripts;
    private final ExecutorService listeners = Executors.newFixedThreadPool(LISTENERS, w -> thread(w, "listener"));
    private final ExecutorService beside = Executors.newCachedThreadPool(w -> thread(w, "beside"));
    private final Map<Api, ExecutorService> senders = new EnumMap<>(Api.class);
    private final List<ApiRun> running = new CopyOnWriteArrayList<>();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicBoolean interrupted = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);

    private Session(Target target, CallbackInbox inbox, CallJournal journal, Choice only, Contracts contracts) {
        this.target = target;
        this.contracts = contracts;
        this.inbox = inbox;
        this.scripts = Executors.newFixedThreadPool(target.live() ? LIVE_SCRIPTS : SCRIPTS, w -> thread(w, "script"));
        CompletableFuture<List<Plan>> reading =
                CompletableFuture.supplyAsync(() -> Plan.of(target, inbox, only, contracts), apis);
        this.wire = new Wire(target, new CallBudget(target.limits().calls(), target.live(), journal));
        wire.warmUp(inbox.nowhere());
        List<Plan> whole = planned(reading);
        this.only = Selection.of(whole, only, target.apis());
        this.plans = whole.stream().map(p -> p.only(only)).toList();
        for (Plan plan : plans) {
            plan.cases()
                    .forEach(c -> planned.put(
                            c, PlannedCase.of(plan.bench().catalogue().api(), c)));
        }
    }

    private static List<Plan> planned(CompletableFuture<List<Plan>> reading) {
        try {
            return reading.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /**
     * Plans a run; nothing is sent to the target.
     *
     * @param only the clauses that are to be judged
     * @throws IOException when our own receiver cannot be opened
     */
    public static Session open(Target target, Choice only) throws IOException {
        return open(target, CallJournal.NONE, only);
    }

    /**
     * Plans a run; nothing is sent to the target.
     *
     * @param journal where the open calls are written down
     * @param only the clauses that are to be judged
     * @throws IOException when our own receiver cannot be opened
     */
    public static Session open(Target target, CallJournal journal, Choice only) throws IOException {
        return open(
                target,
                journal,
                only,
                Contracts.of(target.apis().stream().filter(only::concerns).toList()));
    }

    /**
     * Plans a run; nothing is sent to the target.
     *
     * @param journal where the open calls are written down
     * @param only the clauses that are to be judged
     * @param contracts those of its APIs
     * @throws IOException when our own receiver cannot be opened
     */
    public static Session open(Target target, CallJournal journal, Choice only, Contracts contracts)
            throws IOException {
        journal.belongsTo(target);
        CallbackInbox inbox = CallbackInbox.open(target.publicUrl(), target.listen());
        try {
            return new Session(target, inbox, journal, only, contracts);
        } catch (RuntimeException e) {
            inbox.close();
            throw e;
        }
    }

    /** Hangs up a call that an earlier run left. */
    public Fate hangUp(Api api, String call) {
        return plans.stream()
                .map(Plan::bench)
                .filter(b -> b.catalogue().api() == api)
                .findFirst()
                .map(b -> HangUps.hungUp(b, wire, call, true))
                .orElse(Fate.OPEN);
    }

    /** Calls that an earlier run asked for since then and that nobody knows. */
    LostCalls.Found lost(Api api, Instant since) {
        return plans.stream()
                .map(Plan::bench)
                .filter(b -> b.catalogue().api() == api)
                .findFirst()
                .map(b -> new LostCalls(b, wire).since(since))
                .orElse(LostCalls.Found.UNKNOWN);
    }

    /** The exchanges that a verdict of this session rests on, credentials replaced. */
    public List<Run.ExchangeInfo> evidence(Verdict verdict) {
        Redaction redaction = wire.redaction();
        return running.stream()
                .filter(r -> r.plan().bench().catalogue().api().id().equals(verdict.api()))
                .flatMap(r -> verdict.evidence().stream().map(r.exchanges()::get))
                .map(e -> RunMaker.info(e, redaction))
                .toList();
    }

    /** How many creations were sent. */
    public int creations() {
        return wire.budget().creations();
    }

    /** The cases, in the order of the report. */
    public List<PlannedCase> cases() {
        return List.copyOf(planned.values());
    }

    /** Runs the plan and returns everything that came of it; once. */
    public Run run(Listener listener) {
        Instant started = Instant.now();
        List<ApiRun> runs = new ArrayList<>();
        List<CompletableFuture<Void>> pending = new ArrayList<>();
        for (Plan plan : plans) {
            if (plan.cases().isEmpty()) {
                continue;
            }
            Api api = plan.bench().catalogue().api();
            ExecutorService own = senders.computeIfAbsent(
                    api, a -> Executors.newFixedThreadPool(SENDERS, w -> thread(w, a.id() + "-sender")));
            // On a live account no call is made before it is needed.
            Executor ahead = target.live() ? never -> {} : beside;
            Set<String> judged = plan.cases().stream().map(c -> c.clause().id()).collect(Collectors.toSet());
            Transcript.Company company = new Transcript.Company(own, ahead, new CountDownLatch(1), judged::contains);
            Stage stage = new Stage(plan, wire, scripts, listeners, company);
            HangUps hangUps = new HangUps(plan.bench(), wire, own);
            ApiRun run = new ApiRun(plan, stage, hangUps, (of, verdict) -> complete(of, verdict, listener));
            runs.add(run);
            running.add(run);
            pending.add(CompletableFuture.runAsync(run::run, apis));
        }
        try {
            pending.forEach(CompletableFuture::join);
            lookAgain(runs);
        } finally {
            runs.forEach(ApiRun::end);
        }
        return new RunMaker(target, wire, inbox, runs, planned, only).make(started, !interrupted.get());
    }

    /** One API after the other, when nothing else goes on: what comes late then is not late for the kit's own doing. */
    private void lookAgain(List<ApiRun> runs) {
        for (ApiRun run : runs) {
            Choice alone = Choice.beginning(
                    List.of(Choice.all(run.plan().bench().catalogue().api())));
            run.lookAgain(settle ->
                    Plan.of(target.settling(settle), inbox, alone, contracts).get(0));
        }
    }

    /** Cuts the run short: what is judged stays, the calls are hung up, the rest is unknown. */
    public void interrupt() {
        if (ended.getCount() > 0) {
            interrupted.set(true);
            wire.stop();
            // What never began is cancelled too, else its result would be waited for.
            for (ExecutorService pool : List.of(scripts, listeners, beside)) {
                for (Runnable waiting : pool.shutdownNow()) {
                    if (waiting instanceof Future<?> future) {
                        future.cancel(true);
                    }
                }
            }
        }
    }

    /** Returns when the session is closed, at most after the time that hanging up may take. */
    public void awaitEnd() {
        try {
            // An answer under way is waited for as long as answers are.
            long answer = target.limits().timeout().multipliedBy(2).toSeconds();
            if (!ended.await(END_SECONDS + answer, TimeUnit.SECONDS)) {
                apis.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        ended.countDown();
        apis.shutdownNow();
        scripts.shutdownNow();
        listeners.shutdownNow();
        beside.shutdownNow();
        senders.values().forEach(ExecutorService::shutdownNow);
        inbox.close();
    }

    /** Nobody sees a verdict before the credentials are taken out of it. */
    private void complete(Case of, Verdict reached, Listener listener) {
        Verdict verdict = reached.withTexts(wire.redaction()::text);
        PlannedCase known = planned.get(of);
        if (known != null && known.verdict().complete(verdict)) {
            listener.judged(verdict, done.incrementAndGet(), planned.size());
        }
    }

    private static Thread thread(Runnable work, String name) {
        Thread thread = new Thread(work, "callcheck-" + name);
        thread.setDaemon(true);
        return thread;
    }
}
