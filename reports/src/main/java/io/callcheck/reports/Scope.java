package io.callcheck.reports;

import io.callcheck.verdict.Run;
import io.callcheck.verdict.Verdict;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How much of the kit a run judges.
 *
 * @param judged the clauses that have a verdict
 * @param all the clauses that cases judge
 * @param complete whether every planned case has its verdict
 * @param only how the ids of the clauses begin that the run was asked for; empty when that was all of them, or when an
 *     earlier kit made the run, which did not say
 */
record Scope(int judged, int all, boolean complete, List<String> only) {
    /** More of them are only counted. */
    private static final int NAMED = 6;

    /** The scope of a run. */
    static Scope of(Run run) {
        Set<String> judged = run.verdicts().stream().map(Verdict::clause).collect(Collectors.toSet());
        int all = (int) run.clauses().stream()
                .filter(c -> c.unchecked() == null || judged.contains(c.id()))
                .count();
        return new Scope(judged.size(), Math.max(all, judged.size()), run.complete(), run.only());
    }

    /** Whether the run was asked for less than everything; one that was cut short is another matter. */
    boolean partial() {
        return !only.isEmpty() || (complete && judged < all);
    }

    /** What was asked for: {@code signalwire.create, bird.list and 3 more}; empty when nobody said. */
    String asked() {
        int more = only.size() - NAMED;
        return String.join(", ", only.subList(0, Math.min(NAMED, only.size())))
                + (more > 0 ? " and " + Figures.count(more) + " more" : "");
    }

    /** {@code 134 of 1,141 clauses}. */
    String words() {
        return Figures.count(judged) + " of " + Figures.count(all, "clause", "clauses");
    }
}
