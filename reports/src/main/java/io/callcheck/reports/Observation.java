package io.callcheck.reports;

import io.callcheck.verdict.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The values that the target was seen to use where a list of values is documented, and its answers where nothing is.
 *
 * @param href the link to the clause that lists them; empty where the documentation is silent
 * @param id the clause's id, or what was sent
 * @param values as JSON
 * @param more how many values there are beyond, in words; empty for none
 */
record Observation(String href, String id, List<String> values, String more) {
    private static final int VALUES = 40;
    private static final int LONGEST = 100;

    /** All that was observed, by clause id. */
    static List<Observation> all(Run run) {
        List<Observation> all = new ArrayList<>();
        Set<String> clauses = run.clauses().stream().map(Run.ClauseInfo::id).collect(Collectors.toSet());
        new TreeMap<>(run.observed()).forEach((id, values) -> {
            int more = Math.max(values.size() - VALUES, 0);
            all.add(new Observation(
                    clauses.contains(id) ? Anchor.clause(id).href() : "",
                    id,
                    values.stream().limit(VALUES).map(Observation::cut).toList(),
                    more == 0 ? "" : Figures.count(more, "more value", "more values")));
        });
        return all;
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
