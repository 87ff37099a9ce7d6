package io.callcheck.verdict;

import java.util.Collection;
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

    /** The verdict in words. */
    public static String words(Run run) {
        int unseen = run.summary().of(Outcome.UNSEEN);
        long broken = run.verdicts().stream()
                .filter(v -> v.outcome() == Outcome.FAIL)
                .map(Verdict::clause)
                .distinct()
                .count();
        String tail = unseen == 0 ? "" : ", with " + unseen + (unseen == 1 ? " case" : " cases") + " not seen";
        return switch (run.exit()) {
            case CONFORMANT -> "conformant" + tail;
            case VIOLATIONS ->
                "not conformant: " + broken + (broken == 1 ? " clause" : " clauses") + " violated" + tail;
            default -> "could not find out" + errors(run) + tail;
        };
    }

    private static String errors(Run run) {
        int errors = run.summary().of(Outcome.ERROR);
        return errors == 0 ? "" : ": " + errors + (errors == 1 ? " case" : " cases") + " in error";
    }
}
