package io.callcheck.reports;

import io.callcheck.spec.Level;
import io.callcheck.verdict.Outcome;
import io.callcheck.verdict.ReadingOrder;
import io.callcheck.verdict.Run;
import io.callcheck.verdict.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Cases by API, operation, level and outcome.
 *
 * @param must the outcomes that the cases of a MUST have, as columns
 * @param should the outcomes that the cases of a SHOULD have, as columns
 * @param rows one for each API, followed by its operations
 */
record Totals(List<Sign> must, List<Sign> should, List<Row> rows) {

    /**
     * One row.
     *
     * @param api the API's id
     * @param operation the operation's id; empty for the whole API
     * @param must how many cases, by column
     * @param should how many cases, by column
     * @param all how many cases in all
     */
    record Row(String api, String operation, List<Cell> must, List<Cell> should, String all) {}

    /**
     * One number.
     *
     * @param sign its outcome
     * @param number how many cases
     */
    record Cell(Sign sign, int number) {}

    private record Key(String api, String operation) {}

    private record Column(Level level, Outcome outcome) {}

    /** Counts the cases of a run; a column that holds no case at all is left out, but for the two that judge. */
    static Totals of(Run run) {
        Map<Key, Map<Column, Integer>> counts = new LinkedHashMap<>();
        Set<Column> used = new LinkedHashSet<>(List.of(
                new Column(Level.MUST, Outcome.PASS),
                new Column(Level.MUST, Outcome.FAIL),
                new Column(Level.SHOULD, Outcome.PASS),
                new Column(Level.SHOULD, Outcome.WARN)));
        List<Verdict> verdicts = ReadingOrder.of(run.verdicts(), Verdict::api, Verdict::operation);
        for (String api : verdicts.stream().map(Verdict::api).distinct().toList()) {
            counts.put(new Key(api, ""), new LinkedHashMap<>());
            for (Verdict verdict : verdicts) {
                if (verdict.api().equals(api)) {
                    Column column = new Column(verdict.level(), verdict.outcome());
                    used.add(column);
                    Map<Column, Integer> row =
                            counts.computeIfAbsent(new Key(api, verdict.operation()), k -> new LinkedHashMap<>());
                    row.merge(column, 1, Integer::sum);
                    counts.getOrDefault(new Key(api, ""), row).merge(column, 1, Integer::sum);
                }
            }
        }
        List<Row> rows = new ArrayList<>();
        counts.forEach((key, row) -> rows.add(new Row(
                key.api(),
                key.operation(),
                cells(Level.MUST, used, row),
                cells(Level.SHOULD, used, row),
                Figures.count(row.values().stream().mapToInt(Integer::intValue).sum()))));
        return new Totals(signs(Level.MUST, used), signs(Level.SHOULD, used), rows);
    }

    private static List<Outcome> outcomes(Level level, Set<Column> used) {
        return Tally.ORDER.stream()
                .filter(o -> used.contains(new Column(level, o)))
                .toList();
    }

    private static List<Sign> signs(Level level, Set<Column> used) {
        return outcomes(level, used).stream().map(Sign::of).toList();
    }

    private static List<Cell> cells(Level level, Set<Column> used, Map<Column, Integer> row) {
        return outcomes(level, used).stream()
                .map(o -> new Cell(Sign.of(o), row.getOrDefault(new Column(level, o), 0)))
                .toList();
    }
}
