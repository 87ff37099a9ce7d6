package io.callcheck.engine;

import io.callcheck.verdict.Outcome;
import io.callcheck.verdict.Verdict;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Follows who blocks whom. Clauses that block one another in a ring would hide a violation from everybody: what is seen
 * then is that the kit could not find out.
 */
final class Blame {
    private final Map<String, List<Verdict>> byClause = new HashMap<>();

    private Blame(Collection<Verdict> verdicts) {
        for (Verdict verdict : verdicts) {
            byClause.computeIfAbsent(verdict.clause(), k -> new ArrayList<>()).add(verdict);
        }
    }

    /** The verdicts, those in a ring of blame in error. */
    static List<Verdict> settled(List<Verdict> verdicts) {
        Blame blame = new Blame(verdicts);
        return verdicts.stream().map(v -> blame.inRing(v) ? error(v) : v).toList();
    }

    private boolean inRing(Verdict verdict) {
        if (verdict.blockedBy().isEmpty()) {
            return false;
        }
        Set<String> reached = new HashSet<>();
        Deque<String> next = new ArrayDeque<>(List.of(verdict.blockedBy()));
        while (!next.isEmpty()) {
            String clause = next.pop();
            if (reached.add(clause)) {
                List<Verdict> of = byClause.getOrDefault(clause, List.of());
                // A clause with a verdict of its own, or one that this run does not judge, is an end of the chain.
                if (of.isEmpty() || of.stream().anyMatch(v -> v.blockedBy().isEmpty())) {
                    return false;
                }
                of.forEach(v -> next.add(v.blockedBy()));
            }
        }
        return true;
    }

    private static Verdict error(Verdict v) {
        return new Verdict(
                v.clause(),
                v.caseName(),
                v.api(),
                v.operation(),
                v.level(),
                Outcome.ERROR,
                v.blockedBy(),
                "blocked by " + v.blockedBy() + ", which is blocked by this: a mistake of the kit, please report it",
                v.findings(),
                v.evidence());
    }
}
