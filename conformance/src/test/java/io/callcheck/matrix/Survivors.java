package io.callcheck.matrix;

import io.callcheck.cases.Case;
import java.util.Map;
import java.util.Set;

/** Cases that no fault of ours fails, each with the reason. */
final class Survivors {
    /** Patterns of case names, and why no fault fails them. */
    private static final Map<String, String> EXCUSED = Map.of();

    private Survivors() {}

    /**
     * Whether the case is one of acceptance whose value stands for the whole parameter too: refused, it is told as that
     * clause's violation, or as that of the plain request which carries it.
     */
    static boolean shared(Case of, Set<String> killed) {
        String clause = of.clause().id();
        String parameter = clause.substring(0, clause.lastIndexOf('.'));
        String accepted = parameter + ".accepted | " + of.name() + " | " + of.operation();
        return of.name().endsWith(" is accepted")
                && (killed.contains(accepted) || Sorts.told(parameter + ".accepted:refuses"));
    }

    /** Whether a case is among them. */
    static boolean excused(String key) {
        return EXCUSED.keySet().stream().anyMatch(key::matches);
    }
}
