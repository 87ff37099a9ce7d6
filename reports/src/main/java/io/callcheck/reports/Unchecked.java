package io.callcheck.reports;

import io.callcheck.verdict.Run.ClauseInfo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Clauses that no case judges, for one reason.
 *
 * @param reason why
 * @param clauses the clauses
 */
record Unchecked(String reason, List<ClauseView> clauses) {

    /** All of them; the reason of the most stands first. */
    static List<Unchecked> all(Lookup lookup) {
        Map<String, List<ClauseView>> groups = new LinkedHashMap<>();
        for (ClauseInfo clause : lookup.clauses()) {
            String reason = clause.unchecked();
            if (reason != null && lookup.verdicts(clause.id()).isEmpty()) {
                groups.computeIfAbsent(reason, k -> new ArrayList<>()).add(ClauseView.of(clause));
            }
        }
        List<Unchecked> all = new ArrayList<>();
        groups.forEach((reason, clauses) -> all.add(new Unchecked(reason, clauses)));
        all.sort(Comparator.comparingInt((Unchecked u) -> u.clauses().size()).reversed());
        return all;
    }

    /** How many clauses, in words. */
    String count() {
        return Figures.count(clauses.size(), "clause", "clauses");
    }
}
