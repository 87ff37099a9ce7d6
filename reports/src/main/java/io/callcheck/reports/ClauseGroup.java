package io.callcheck.reports;

import io.callcheck.verdict.Outcome;
import io.callcheck.verdict.ReadingOrder;
import io.callcheck.verdict.Run.ClauseInfo;
import io.callcheck.verdict.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The clauses of one operation, those that several operations share, or those that have no verdict.
 *
 * @param api the API's id
 * @param title which of these
 * @param clauses how many, in words
 * @param tallies the clauses by outcome
 * @param rows the clauses
 */
record ClauseGroup(String api, String title, String clauses, List<Tally> tallies, List<Row> rows) {

    /**
     * One clause.
     *
     * @param clause the clause
     * @param place the name of its place on the page; null when its card is that
     * @param sign the gravest outcome of its cases
     * @param operations the ids of its operations, for a filter
     * @param outcomes the keys of its outcomes, for a filter
     * @param cases its cases
     */
    record Row(
            ClauseView clause,
            @Nullable String place,
            Sign sign,
            String operations,
            String outcomes,
            List<Case> cases) {}

    /**
     * One case.
     *
     * @param operation the operation's id; empty where it is the group's
     * @param name what the case states
     * @param sign its outcome
     */
    record Case(String operation, String name, Sign sign) {}

    private enum Kind {
        ONE,
        SHARED,
        NONE
    }

    private record Key(String api, Kind kind, String operation) {
        private static Key of(String api, List<String> operations) {
            return switch (operations.size()) {
                case 0 -> new Key(api, Kind.NONE, "");
                case 1 -> new Key(api, Kind.ONE, operations.get(0));
                default -> new Key(api, Kind.SHARED, "");
            };
        }

        private String title() {
            return switch (kind) {
                case ONE -> operation;
                case SHARED -> "shared by several operations";
                case NONE -> "without a verdict";
            };
        }
    }

    /** Every clause that cases judge, by API and operation. */
    static List<ClauseGroup> all(Lookup lookup) {
        Map<Key, List<ClauseInfo>> groups = new LinkedHashMap<>();
        for (ClauseInfo clause : lookup.clauses()) {
            List<String> operations = operations(lookup, clause);
            if (!operations.isEmpty() || clause.unchecked() == null) {
                groups.computeIfAbsent(Key.of(clause.api(), operations), k -> new ArrayList<>())
                        .add(clause);
            }
        }
        // Operations first, what they share behind them; APIs stay in their order.
        List<String> apis = groups.keySet().stream().map(Key::api).distinct().toList();
        return ReadingOrder.of(groups.keySet(), Key::api, Key::operation).stream()
                .sorted(Comparator.comparingInt((Key k) -> apis.indexOf(k.api()))
                        .thenComparing(Key::kind))
                .map(key -> group(key, groups.getOrDefault(key, List.of()), lookup))
                .toList();
    }

    private static List<String> operations(Lookup lookup, ClauseInfo clause) {
        return lookup.verdicts(clause.id()).stream()
                .map(Verdict::operation)
                .distinct()
                .toList();
    }

    private static ClauseGroup group(Key key, List<ClauseInfo> clauses, Lookup lookup) {
        List<Row> rows = new ArrayList<>();
        List<Outcome> outcomes = new ArrayList<>();
        for (ClauseInfo clause : clauses) {
            List<Verdict> verdicts = lookup.verdicts(clause.id());
            lookup.outcome(clause.id()).ifPresent(outcomes::add);
            rows.add(row(key, clause, verdicts, lookup));
        }
        return new ClauseGroup(
                key.api(), key.title(), Figures.count(clauses.size(), "clause", "clauses"), Tally.of(outcomes), rows);
    }

    private static Row row(Key key, ClauseInfo clause, List<Verdict> verdicts, Lookup lookup) {
        ClauseView view = ClauseView.of(clause);
        List<Case> cases = verdicts.stream()
                .map(v -> new Case(key.kind() == Kind.SHARED ? v.operation() : "", v.caseName(), Sign.of(v.outcome())))
                .toList();
        return new Row(
                view,
                lookup.broken(clause.id()) ? null : view.anchor().id(),
                lookup.outcome(clause.id()).map(Sign::of).orElse(Sign.NONE),
                String.join(" ", operations(lookup, clause)),
                cases.isEmpty()
                        ? Sign.NONE.key()
                        : cases.stream().map(c -> c.sign().key()).distinct().collect(Collectors.joining(" ")),
                cases);
    }
}
