package io.callcheck.reports;

import io.callcheck.verdict.Run;
import io.callcheck.verdict.Verdict;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How much of the kit a run judges.
 *
 * @param judged the clauses that have a verdict
 * @param all the clauses that cases judge
 * @param complete whether every planned case has its verdict
 */
record Scope(int judged, int all, boolean complete) {

    /** The scope of a run. */
    static Scope of(Run run) {
        Set<String> judged = run.verdicts().stream().map(Verdict::clause).collect(Collectors.toSet());
        int all = (int) run.clauses().stream()
                .filter(c -> c.unchecked() == null || judged.contains(c.id()))
                .count();
        return new Scope(judged.size(), Math.max(all, judged.size()), run.complete());
    }

    /** Whether the run was asked for less than everything; one that was cut short is another matter. */
    boolean partial() {
        return complete && judged < all;
    }

    /** {@code 134 of 1,141 clauses}. */
    String words() {
        return Figures.count(judged) + " of " + Figures.count(all, "clause", "clauses");
    }
}
