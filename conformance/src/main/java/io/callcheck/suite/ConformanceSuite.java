package io.callcheck.suite;

import io.callcheck.engine.PlannedCase;
import io.callcheck.engine.Results;
import io.callcheck.engine.Session;
import io.callcheck.exchange.CallJournal;
import io.callcheck.exchange.Target;
import io.callcheck.exchange.TargetException;
import io.callcheck.verdict.Gate;
import io.callcheck.verdict.Judged;
import io.callcheck.verdict.Terms;
import io.callcheck.verdict.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.opentest4j.TestAbortedException;

/**
 * The suite: a tree of tests by API and operation, one for each case. The engine does the work; each test only waits
 * for its verdict. A FAIL that gates is a failed test, ERROR one in error; UNSEEN, NOT_APPLICABLE and what is known to fail are
 * aborted; a WARN passes, unless SHOULD gates too.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public class ConformanceSuite {
    private @Nullable TargetSource source;
    private @Nullable Session session;
    private final List<CaseReporter> reporters = ServiceLoader.load(CaseReporter.class).stream()
            .map(ServiceLoader.Provider::get)
            .toList();
    private Terms terms = Terms.plain();
    private CallJournal journal = CallJournal.NONE;
    private @Nullable CompletableFuture<Results> results;

    /** Begins the run. */
    @BeforeAll
    void begin() {
        TargetSource found = ServiceLoader.load(TargetSource.class)
                .findFirst()
                .orElseThrow(() -> new CaseError("no TargetSource is on the class path: nothing says what to test"));
        source = found;
        try {
            Target target = found.target();
            Terms given = Terms.of(target.settings(), found.directory());
            CallJournal open = CallJournal.in(found.folder());
            journal = open;
            Session opened = Session.open(target, open, clause -> true);
            session = opened;
            terms = given;
            Runtime.getRuntime().addShutdownHook(new Thread(() -> cut(opened)));
            results = CompletableFuture.supplyAsync(() -> run(found, opened, given));
        } catch (TargetException e) {
            throw new CaseError("exit=2: " + e.getMessage());
        } catch (IOException e) {
            throw new CaseError("exit=2: " + e.getMessage());
        }
    }

    /** The tree of cases. */
    @TestFactory
    Stream<DynamicNode> conformance() {
        Map<String, Map<String, List<DynamicTest>>> tree = new LinkedHashMap<>();
        for (PlannedCase planned : session == null ? List.<PlannedCase>of() : session.cases()) {
            tree.computeIfAbsent(planned.api().title(), k -> new LinkedHashMap<>())
                    .computeIfAbsent(planned.of().operation(), k -> new ArrayList<>())
                    .add(DynamicTest.dynamicTest(planned.of().name(), () -> await(planned)));
        }
        return tree.entrySet().stream()
                .map(api -> DynamicContainer.dynamicContainer(
                        api.getKey(),
                        api.getValue().entrySet().stream()
                                .map(operation ->
                                        DynamicContainer.dynamicContainer(operation.getKey(), operation.getValue()))));
    }

    /** Ends the run and tells how it went. */
    @AfterAll
    void end() throws IOException {
        Results left = results == null ? null : results.join();
        if (left != null && source != null && session != null) {
            source.finished(left);
            session.close();
            journal.close();
        }
        if (source != null) {
            source.close();
        }
        if (left != null) {
            whole(left);
        }
    }

    /** What no single case shows: a stale baseline, an operation that never accepted anything, a report not written. */
    private static void whole(Results left) {
        Judged judged = left.judged();
        if (!judged.stale().isEmpty() || !judged.expired().isEmpty()) {
            throw new AssertionError(judged.words());
        }
        if (left.exit() == Gate.UNKNOWN) {
            throw new CaseError("exit=3: " + judged.words() + String.join("; ", left.problems()));
        }
    }

    /** When the build is stopped: the calls are hung up, and what was judged by then is written. */
    private static void cut(Session session) {
        session.interrupt();
        session.awaitEnd();
    }

    private static Results run(TargetSource source, Session session, Terms terms) {
        try {
            return Results.write(session.run(source.listener()), terms, source.folder());
        } catch (IOException e) {
            throw new CaseError("the results could not be written: " + e.getMessage());
        }
    }

    private void await(PlannedCase planned) {
        Verdict verdict = planned.verdict().join();
        Session opened = session;
        if (opened != null) {
            reporters.forEach(r -> r.reached(planned, verdict, () -> opened.evidence(verdict)));
        }
        if (terms.gates(verdict)) {
            throw new CaseFailure(verdict);
        }
        switch (verdict.outcome()) {
            case FAIL ->
                throw new TestAbortedException("does not gate: " + verdict.clause() + " is a known failure"
                        + " or no clause of edition " + terms.edition().name());
            case ERROR -> throw new CaseError(verdict.clause() + ": could not be found out: " + verdict.reason());
            case UNSEEN, NOT_APPLICABLE -> throw new TestAbortedException(verdict.outcome() + ": " + verdict.reason());
            default -> {
                // PASS; a WARN stands in the report and gates only when asked to.
            }
        }
    }
}
