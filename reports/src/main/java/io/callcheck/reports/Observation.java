package io.callcheck.reports;

import io.callcheck.verdict.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * The values that the target was seen to use where a list of values is documented.
 *
 * @param clause the place of the clause that lists them
 * @param id the clause's id
 * @param values as JSON
 * @param more how many values there are beyond, in words; empty for none
 */
record Observation(Anchor clause, String id, List<String> values, String more) {
    private static final int VALUES = 40;
    private static final int LONGEST = 100;

    /** All that was observed, by clause id. */
    static List<Observation> all(Run run) {
        List<Observation> all = new ArrayList<>();
        new TreeMap<>(run.observed()).forEach((id, values) -> {
            int more = Math.max(values.size() - VALUES, 0);
            all.add(new Observation(
                    Anchor.clause(id),
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
