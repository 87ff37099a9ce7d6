package io.callcheck.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.cases.Case;
import io.callcheck.cases.Script;
import io.callcheck.exchange.CallBudget;
import io.callcheck.exchange.CallJournal;
import io.callcheck.exchange.CallbackInbox;
import io.callcheck.exchange.Target;
import io.callcheck.exchange.Transcript;
import io.callcheck.exchange.Wire;
import io.callcheck.expect.Expectation;
import io.callcheck.expect.Judgement;
import io.callcheck.fixtures.ReferenceServer;
import io.callcheck.fixtures.Settings;
import io.callcheck.spec.Api;
import io.callcheck.testing.Targets;
import io.callcheck.verdict.Outcome;
import io.callcheck.verdict.Verdict;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What breaks in the kit is an error that says where, and no violation. */
@Timeout(60)
class ApiRunTest {
    @Test
    void aScriptThatBreaksSaysWhere() throws IOException {
        Verdict verdict = played(evidence -> new Judgement.Held(List.of()), transcript -> {
            throw new IllegalStateException("odd");
        });
        assertThat(verdict.outcome()).isEqualTo(Outcome.ERROR);
        assertThat(verdict.reason())
                .startsWith("the kit broke in 'breaks': java.lang.IllegalStateException: odd (at ApiRunTest.")
                .contains(", Stage.played:");
    }

    @Test
    void anExpectationThatBreaksSaysWhere() throws IOException {
        Verdict verdict = played(
                evidence -> {
                    throw new IllegalStateException("odd");
                },
                transcript -> {});
        assertThat(verdict.outcome()).isEqualTo(Outcome.ERROR);
        assertThat(verdict.reason())
                .startsWith("the kit broke while judging: java.lang.IllegalStateException: odd (at ApiRunTest.")
                .contains(", Verdicts.judge:");
    }

    /** The verdict of one case of one script. */
    private static Verdict played(Expectation expectation, Script.Action action) throws IOException {
        List<Verdict> verdicts = new ArrayList<>();
        ExecutorService pool = Executors.newCachedThreadPool();
        try (ReferenceServer server = ReferenceServer.start(Settings.defaults().withPort(0));
                CallbackInbox inbox = CallbackInbox.open(null)) {
            Target target = Targets.at(URI.create(server.baseUrl() + "/api/laml/2010-04-01"), "5s");
            Plan whole = Plan.of(
                            target,
                            inbox,
                            Choice.beginning(List.of("signalwire.")),
                            Contracts.of(List.of(Api.SIGNALWIRE)))
                    .get(0);
            Case of = new Case(whole.cases().get(0).clause(), "retrieve", "holds", expectation);
            Script script = new Script("breaks", Api.SIGNALWIRE, Set.of("retrieve"), List.of(of), action);
            Plan plan = new Plan(whole.bench(), whole.answers(), List.of(script), List.of());
            Wire wire = new Wire(target, new CallBudget(0, false, CallJournal.NONE));
            Stage stage = new Stage(plan, wire, pool, pool, Transcript.Company.none(pool));
            ApiRun run = new ApiRun(
                    plan, stage, new HangUps(plan.bench(), wire, pool), (judged, verdict) -> verdicts.add(verdict));
            run.run();
            run.end();
        } finally {
            pool.shutdownNow();
        }
        return verdicts.get(0);
    }
}
