package io.callcheck.reports;

import io.callcheck.verdict.Outcome;
import io.callcheck.verdict.ReadingOrder;
import io.callcheck.verdict.Run.ClauseInfo;
import io.callcheck.verdict.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Every clause of an API at a glance: a row for each operation and for each thing that answers and callbacks hold, a
 * column for each kind of clause, a cell for each clause.
 *
 * @param api the API's id
 * @param tallies the clauses by outcome
 * @param unchecked how many no case judges, for people; empty for none
 * @param rows operations first
 */
record ClauseMap(String api, List<Tally> tallies, String unchecked, List<Row> rows) {

    /**
     * One row.
     *
     * @param name the operation, or the thing
     * @param operation whether it is an operation
     * @param columns the cells by kind, one list for each kind
     */
    record Row(String name, boolean operation, List<Column> columns) {}

    /**
     * The clauses of one kind in a row.
     *
     * @param kind the kind, for where the head of the column is not seen
     * @param cells in the order of the run
     */
    record Column(String kind, List<Cell> cells) {}

    /**
     * One clause.
     *
     * @param href the link to its place
     * @param label its id and its outcome
     * @param key names its colour
     * @param mark what tells its outcome without colour
     */
    record Cell(String href, String label, String key, String mark) {}

    /** The maps of all APIs of a run. */
    static List<ClauseMap> all(Lookup lookup) {
        Map<String, List<ClauseInfo>> apis = lookup.clauses().stream()
                .collect(Collectors.groupingBy(ClauseInfo::api, LinkedHashMap::new, Collectors.toList()));
        List<ClauseMap> maps = new ArrayList<>();
        apis.forEach((api, clauses) -> maps.add(of(api, clauses, lookup)));
        return maps;
    }

    private static ClauseMap of(String api, List<ClauseInfo> clauses, Lookup lookup) {
        Set<String> operations = new LinkedHashSet<>();
        List<Outcome> outcomes = new ArrayList<>();
        Map<String, Map<Kind, List<Cell>>> rows = new LinkedHashMap<>();
        for (ClauseInfo clause : clauses) {
            List<Verdict> verdicts = lookup.verdicts(clause.id());
            verdicts.forEach(v -> operations.add(v.operation()));
            lookup.outcome(clause.id()).ifPresent(outcomes::add);
            rows.computeIfAbsent(ReadingOrder.name(clause.id()), k -> new EnumMap<>(Kind.class))
                    .computeIfAbsent(Kind.of(clause.id()), k -> new ArrayList<>())
                    .add(cell(clause, lookup));
        }
        List<Row> sorted = rows.entrySet().stream()
                .map(e -> new Row(e.getKey(), operations.contains(e.getKey()), columns(e.getValue())))
                .sorted(Comparator.comparing((Row r) -> !r.operation()))
                .toList();
        int unchecked = clauses.size() - outcomes.size();
        return new ClauseMap(
                api, Tally.of(outcomes), unchecked == 0 ? "" : Figures.count(unchecked) + " without a verdict", sorted);
    }

    private static List<Column> columns(Map<Kind, List<Cell>> cells) {
        List<Column> columns = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            columns.add(new Column(kind.title(), cells.getOrDefault(kind, List.of())));
        }
        return columns;
    }

    private static Cell cell(ClauseInfo clause, Lookup lookup) {
        Sign sign = lookup.outcome(clause.id()).map(Sign::of).orElse(Sign.NONE);
        String word = sign.equals(Sign.NONE) && clause.unchecked() != null ? "not checked" : sign.word();
        return new Cell(Anchor.clause(clause.id()).href(), clause.id() + ", " + word, sign.key(), sign.mark());
    }

    /** The titles of the columns. */
    static List<String> kinds() {
        return List.of(Kind.values()).stream().map(Kind::title).toList();
    }
}
