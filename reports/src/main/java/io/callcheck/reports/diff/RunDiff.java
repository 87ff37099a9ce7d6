package io.callcheck.reports.diff;

import io.callcheck.reports.diff.Change.Kind;
import io.callcheck.verdict.Outcome;
import io.callcheck.verdict.Run;
import io.callcheck.verdict.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What became of a target between two runs: a pure function of both.
 *
 * @param old the run before
 * @param current the run after
 * @param changes the cases whose outcome is not the same, in the order of the new run, those that are gone behind them
 */
public record RunDiff(Run old, Run current, List<Change> changes) {

    private record Key(String api, String operation, String clause, String name) {
        private static Key of(Verdict verdict) {
            return new Key(verdict.api(), verdict.operation(), verdict.clause(), verdict.caseName());
        }
    }

    /**
     * Compares two runs, case by case.
     *
     * @param old the run before
     * @param current the run after
     */
    public static RunDiff of(Run old, Run current) {
        Map<Key, Verdict> before = new LinkedHashMap<>();
        old.verdicts().forEach(v -> before.put(Key.of(v), v));
        List<Change> changes = new ArrayList<>();
        for (Verdict after : current.verdicts()) {
            Verdict then = before.remove(Key.of(after));
            if (then == null) {
                changes.add(new Change(old.leftOut(after.clause()) ? Kind.NOT_RUN : Kind.NEW, null, after));
                continue;
            }
            Kind kind = Change.between(then.outcome(), after.outcome());
            if (kind != null) {
                changes.add(new Change(kind, then, after));
            }
        }
        before.values()
                .forEach(gone ->
                        changes.add(new Change(current.leftOut(gone.clause()) ? Kind.NOT_RUN : Kind.GONE, gone, null)));
        return new RunDiff(old, current, List.copyOf(changes));
    }

    /** Whether something got worse; what only one of the runs judges counts neither way. */
    public boolean worse() {
        return changes.stream().anyMatch(c -> c.kind() == Kind.WORSE);
    }

    /** Whether both runs came to their end: what one of them did not reach may have got worse unseen. */
    public boolean isWhole() {
        return old.complete() && current.complete();
    }

    /** The changes of a kind. */
    public List<Change> of(Kind kind) {
        return changes.stream().filter(c -> c.kind() == kind).toList();
    }

    /** The clauses that are violated in the new run and were not in the old one, though it judged them. */
    public Set<String> newlyViolated() {
        Set<String> clauses = violated(current);
        clauses.removeAll(violated(old));
        clauses.retainAll(clauses(old));
        return clauses;
    }

    /** The clauses that were violated in the old run, and of which the new one sees a case hold and none broken. */
    public Set<String> noLongerViolated() {
        Set<String> clauses = violated(old);
        clauses.removeAll(violated(current));
        clauses.retainAll(clauses(current, v -> v.outcome() == Outcome.PASS));
        return clauses;
    }

    /** The clauses that only the new run judges, though the old one was asked for them. */
    public Set<String> newClauses() {
        Set<String> clauses = clauses(current);
        clauses.removeAll(clauses(old));
        clauses.removeIf(old::leftOut);
        return clauses;
    }

    /** The clauses that only the old run judges, though the new one was asked for them. */
    public Set<String> goneClauses() {
        Set<String> clauses = clauses(old);
        clauses.removeAll(clauses(current));
        clauses.removeIf(current::leftOut);
        return clauses;
    }

    /** The comparison for people, line by line; target text is in one line and shows what is invisible. */
    public List<String> lines() {
        return new DiffText(this).lines();
    }

    private static Set<String> violated(Run run) {
        return clauses(run, v -> v.outcome() == Outcome.FAIL);
    }

    private static Set<String> clauses(Run run) {
        return clauses(run, v -> true);
    }

    private static Set<String> clauses(Run run, Predicate<Verdict> which) {
        return run.verdicts().stream()
                .filter(which)
                .map(Verdict::clause)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
