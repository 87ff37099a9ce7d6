package io.callcheck.verdict;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Decides on a run: a pure function. */
public final class Gate {
    /** Conformant. */
    public static final int CONFORMANT = 0;
    /** At least one violation. */
    public static final int VIOLATIONS = 1;
    /** The command line or a target file is wrong. */
    public static final int USAGE = 2;
    /** No violation, but something could not be found out. */
    public static final int UNKNOWN = 3;

    private Gate() {}

    /**
     * The exit code of a run: a violation outranks what could not be found out, and neither a run that saw nothing nor
     * too few verdicts nor an operation that was never seen to accept anything is green.
     *
     * @param outcomes verdicts by outcome
     * @param planned how many cases were planned
     * @param unaccepted operations under test of which no request was accepted
     */
    public static int exit(Map<Outcome, Integer> outcomes, int planned, Collection<String> unaccepted) {
        int verdicts = outcomes.values().stream().mapToInt(Integer::intValue).sum();
        if (outcomes.getOrDefault(Outcome.FAIL, 0) > 0) {
            return VIOLATIONS;
        }
        boolean seen = outcomes.getOrDefault(Outcome.PASS, 0) + outcomes.getOrDefault(Outcome.WARN, 0) > 0;
        if (outcomes.getOrDefault(Outcome.ERROR, 0) > 0
                || !seen
                || verdicts < planned
                || planned == 0
                || !unaccepted.isEmpty()) {
            return UNKNOWN;
        }
        return CONFORMANT;
    }

    /**
     * Judges a stored run: what is known does not gate, what the list of known failures keeps for nothing does.
     *
     * @param terms the baseline, level and edition
     */
    public static Judged judge(Run run, Terms terms) {
        List<Verdict> violations = new ArrayList<>();
        List<Verdict> known = new ArrayList<>();
        List<Verdict> outside = new ArrayList<>();
        for (Verdict verdict : run.verdicts()) {
            if (terms.gates(verdict)) {
                violations.add(verdict);
            } else if (terms.counts(verdict)) {
                known.add(verdict);
            } else if (verdict.outcome() == Outcome.FAIL) {
                outside.add(verdict);
            }
        }
        List<Baseline.Line> stale = terms.baseline().known().stream()
                .filter(l -> stale(l, run.verdicts()))
                .toList();
        List<Baseline.Line> expired = terms.baseline().known().stream()
                .filter(l -> l.expired(terms.today()) && !stale.contains(l) && !run.leftOut(l.clause()))
                .toList();
        int exit = violations.isEmpty() && stale.isEmpty() && expired.isEmpty() ? rest(run) : VIOLATIONS;
        Judged judged = new Judged(run, terms, exit, "", violations, known, outside, stale, expired);
        return new Judged(run, terms, exit, Words.of(judged), violations, known, outside, stale, expired);
    }

    /** The verdict in words, with nothing known beforehand. */
    public static String words(Run run) {
        return Words.of(judge(run, Terms.plain()));
    }

    /** The exit code of a run without its violations. */
    static int rest(Run run) {
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        outcomes.putAll(run.summary().outcomes());
        // A known violation is a case that was judged: what else the run could not find out stays so.
        int broken = run.summary().of(Outcome.FAIL);
        outcomes.remove(Outcome.FAIL);
        outcomes.merge(Outcome.WARN, broken, Integer::sum);
        int exit = exit(outcomes, run.summary().planned(), run.summary().unaccepted());
        return run.complete() && run.exit() != UNKNOWN ? exit : UNKNOWN;
    }

    /** A line is stale when this run saw its clause kept and nothing of it broken or unknown. */
    private static boolean stale(Baseline.Line line, List<Verdict> verdicts) {
        List<Outcome> outcomes =
                verdicts.stream().filter(line::about).map(Verdict::outcome).toList();
        return outcomes.contains(Outcome.PASS)
                && outcomes.stream().allMatch(o -> o == Outcome.PASS || o == Outcome.NOT_APPLICABLE);
    }
}
