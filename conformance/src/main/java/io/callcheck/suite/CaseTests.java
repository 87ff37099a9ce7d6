package io.callcheck.suite;

import io.callcheck.engine.PlannedCase;
import io.callcheck.engine.Results;
import io.callcheck.engine.Session;
import io.callcheck.verdict.Gate;
import io.callcheck.verdict.Judged;
import io.callcheck.verdict.Terms;
import io.callcheck.verdict.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.TestAbortedException;

/**
 * The cases of a session as tests, each of which only waits for its verdict. A FAIL that gates is a failed test, ERROR
 * one in error; UNSEEN, NOT_APPLICABLE and what is known to fail are aborted; a WARN passes, unless SHOULD gates too.
 *
 * @param session the session
 * @param terms what it is judged by
 * @param reporters who hears of each case
 */
record CaseTests(Session session, Terms terms, List<CaseReporter> reporters) {

    static CaseTests of(Session session, Terms terms) {
        return new CaseTests(
                session,
                terms,
                ServiceLoader.load(CaseReporter.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList());
    }

    /** The tree of tests: API, operation, clause, and below it its cases. */
    Stream<DynamicNode> tree() {
        return branches(
                session.cases(),
                planned -> planned.api().title(),
                ofApi -> branches(
                        ofApi,
                        planned -> planned.of().operation(),
                        ofOperation -> branches(
                                ofOperation, planned -> planned.of().clause().id(), this::leaves)));
    }

    private Stream<DynamicNode> leaves(List<PlannedCase> cases) {
        return cases.stream()
                .map(planned -> DynamicTest.dynamicTest(planned.of().name(), () -> await(planned)));
    }

    /** A container for each key, in the order in which they come. */
    private static Stream<DynamicNode> branches(
            List<PlannedCase> cases,
            Function<PlannedCase, String> key,
            Function<List<PlannedCase>, Stream<DynamicNode>> below) {
        Map<String, List<PlannedCase>> groups = new LinkedHashMap<>();
        cases.forEach(planned -> groups.computeIfAbsent(key.apply(planned), k -> new ArrayList<>())
                .add(planned));
        return groups.entrySet().stream()
                .map(group -> DynamicContainer.dynamicContainer(group.getKey(), below.apply(group.getValue())));
    }

    /** What no single case shows: a stale baseline, an operation that never accepted anything, a report not written. */
    static void whole(Results results) {
        Judged judged = results.judged();
        if (!judged.stale().isEmpty() || !judged.expired().isEmpty()) {
            throw new AssertionError(judged.words());
        }
        if (results.exit() == Gate.UNKNOWN) {
            throw new CaseError("exit=3: " + judged.words() + String.join("; ", results.problems()));
        }
    }

    private void await(PlannedCase planned) {
        Verdict verdict = planned.verdict().join();
        reporters.forEach(r -> r.reached(planned, verdict, () -> session.evidence(verdict)));
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
