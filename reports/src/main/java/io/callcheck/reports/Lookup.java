package io.callcheck.reports;

import io.callcheck.verdict.Outcome;
import io.callcheck.verdict.ReadingOrder;
import io.callcheck.verdict.Run;
import io.callcheck.verdict.Run.ClauseInfo;
import io.callcheck.verdict.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what belongs together in a run, each in one step. */
final class Lookup {
    private final Map<String, ClauseInfo> clauses = new LinkedHashMap<>();
    private final Map<String, List<Verdict>> byClause = new HashMap<>();
    private final Map<String, List<Verdict>> blocked = new HashMap<>();

    Lookup(Run run) {
        Map<String, ClauseInfo> known = new LinkedHashMap<>();
        run.clauses().forEach(c -> known.putIfAbsent(c.id(), c));
        for (Verdict verdict : run.verdicts()) {
            known.computeIfAbsent(verdict.clause(), id -> unknown(id, verdict));
            byClause.computeIfAbsent(verdict.clause(), k -> new ArrayList<>()).add(verdict);
            if (!verdict.blockedBy().isEmpty()) {
                blocked.computeIfAbsent(verdict.blockedBy(), k -> new ArrayList<>())
                        .add(verdict);
            }
        }
        ReadingOrder.of(known.values(), ClauseInfo::api, c -> ReadingOrder.name(c.id()))
                .forEach(c -> clauses.put(c.id(), c));
    }

    private static ClauseInfo unknown(String id, Verdict verdict) {
        return new ClauseInfo(id, verdict.api(), verdict.level(), "", "not in the run's list of clauses", null, null);
    }

    /** Every clause, in the order in which they are told. */
    Collection<ClauseInfo> clauses() {
        return clauses.values();
    }

    /** The view of the clause of an id, also of one that only a verdict names. */
    ClauseView clause(Verdict verdict) {
        return ClauseView.of(clauses.getOrDefault(verdict.clause(), unknown(verdict.clause(), verdict)));
    }

    /** The verdicts of a clause, in the order of the run. */
    List<Verdict> verdicts(String clause) {
        return byClause.getOrDefault(clause, List.of());
    }

    /** The verdicts of a clause that have an outcome. */
    List<Verdict> verdicts(String clause, Outcome outcome) {
        return verdicts(clause).stream().filter(v -> v.outcome() == outcome).toList();
    }

    /** The gravest outcome of a clause's cases; empty when it has no verdict. */
    Optional<Outcome> outcome(String clause) {
        return verdicts(clause).stream().map(Verdict::outcome).max(Comparator.comparingInt(Tally::gravity));
    }

    /** The cases that a clause stands in the way of, in the order of the run. */
    List<Verdict> blockedBy(String clause) {
        return blocked.getOrDefault(clause, List.of());
    }

    /** How many cases a clause stands in the way of. */
    int blocked(String clause) {
        return blockedBy(clause).size();
    }

    /** Whether a clause has a card of its own: it was seen to be broken. */
    boolean broken(String clause) {
        return verdicts(clause).stream().anyMatch(v -> v.outcome() == Outcome.FAIL || v.outcome() == Outcome.WARN);
    }
}
