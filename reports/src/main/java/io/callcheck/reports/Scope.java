package io.callcheck.reports;

import io.callcheck.verdict.Recorded;
import io.callcheck.verdict.Run;
import io.callcheck.verdict.Verdict;
import java.util.List;
import java.util.Optional;
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
 * @param recorded whether a recording was judged, which judges the clauses that it shows
 */
record Scope(int judged, int all, boolean complete, List<String> only, boolean recorded) {
    /** More of them are only counted. */
    private static final int NAMED = 6;

    /** The scope of a run. */
    static Scope of(Run run) {
        Optional<Recorded> recording = Recorded.of(run);
        if (recording.isPresent()) {
            return new Scope(recording.get().shown(), recording.get().all(), run.complete(), run.only(), true);
        }
        Set<String> judged = run.verdicts().stream().map(Verdict::clause).collect(Collectors.toSet());
        int all = (int) run.clauses().stream()
                .filter(c -> c.unchecked() == null || judged.contains(c.id()))
                .count();
        return new Scope(judged.size(), Math.max(all, judged.size()), run.complete(), run.only(), false);
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
