package io.callcheck.suite;

import io.callcheck.engine.PlannedCase;
import io.callcheck.engine.Results;
import io.callcheck.engine.Session;
import io.callcheck.exchange.TargetException;
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
 * for its verdict. FAIL is a failed test, ERROR one in error, UNSEEN and NOT_APPLICABLE are aborted, WARN passes.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public class ConformanceSuite {
    private @Nullable TargetSource source;
    private @Nullable Session session;
    private @Nullable CompletableFuture<Results> results;

    /** Begins the run. */
    @BeforeAll
    void begin() {
        TargetSource found = ServiceLoader.load(TargetSource.class)
                .findFirst()
                .orElseThrow(() -> new CaseError("no TargetSource is on the class path: nothing says what to test"));
        source = found;
        try {
            Session opened = Session.open(found.target(), clause -> true);
            session = opened;
            Runtime.getRuntime().addShutdownHook(new Thread(() -> cut(opened)));
            results = CompletableFuture.supplyAsync(() -> run(found, opened));
        } catch (TargetException e) {
            throw new CaseError("exit=2: " + e.getMessage());
        } catch (IOException e) {
            throw new CaseError("our own receiver could not be opened: " + e.getMessage());
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
    void end() {
        if (results != null && source != null && session != null) {
            source.finished(results.join());
            session.close();
        }
        if (source != null) {
            source.close();
        }
    }

    /** When the build is stopped: the calls are hung up, and what was judged by then is written. */
    private static void cut(Session session) {
        session.interrupt();
        session.awaitEnd();
    }

    private static Results run(TargetSource source, Session session) {
        try {
            return Results.write(session.run(source.listener()), source.folder());
        } catch (IOException e) {
            throw new CaseError("the results could not be written: " + e.getMessage());
        }
    }

    private static void await(PlannedCase planned) {
        Verdict verdict = planned.verdict().join();
        switch (verdict.outcome()) {
            case FAIL -> throw new CaseFailure(verdict);
            case ERROR -> throw new CaseError(verdict.clause() + ": could not be found out: " + verdict.reason());
            case UNSEEN, NOT_APPLICABLE -> throw new TestAbortedException(verdict.outcome() + ": " + verdict.reason());
            default -> {
                // PASS; a WARN stands in the report and gates only when asked to.
            }
        }
    }
}
