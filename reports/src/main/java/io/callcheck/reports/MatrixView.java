package io.callcheck.reports;

import io.callcheck.verdict.Judged;
import io.callcheck.verdict.Outcome;
import io.callcheck.verdict.ReadingOrder;
import io.callcheck.verdict.Run.ClauseInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * All that the page of several runs shows: a pure function of the runs.
 *
 * @param targets one for each column
 * @param groups the clauses by API and by what they speak of
 * @param number how many clauses, in words
 * @param different how many of them do not have the same outcome in every run that judges them, for people
 */
record MatrixView(List<Target> targets, List<Group> groups, String number, String different) {
    /** What a cell says where a run does not judge a clause. */
    private static final Cell NOTHING = new Cell("none", "", "");

    /**
     * One run.
     *
     * @param number its place in the list of runs
     * @param name the target's name
     * @param href its page
     * @param sign the verdict's sign
     * @param words the verdict
     * @param cut how far it came, where it was cut short; empty where it was not
     * @param date when it began
     * @param kit the kit's version
     * @param tallies its clauses by outcome
     */
    record Target(
            int number,
            String name,
            String href,
            Sign sign,
            String words,
            String cut,
            String date,
            String kit,
            List<Tally> tallies) {}

    /**
     * Clauses that speak of one thing.
     *
     * @param api the API's id
     * @param name the operation, or the thing
     * @param rows the clauses
     */
    record Group(String api, String name, List<Row> rows) {}

    /**
     * One clause.
     *
     * @param clause the clause
     * @param same whether its outcome is the same wherever it is judged
     * @param cells its outcome in each run
     */
    record Row(ClauseView clause, boolean same, List<Cell> cells) {}

    /**
     * The outcome of a clause in a run.
     *
     * @param key names its colour
     * @param word the outcome; empty where the run does not judge it
     * @param href where the run's page shows it
     */
    record Cell(String key, String word, String href) {}

    /** The page of the run of an index, beside this one. */
    static String file(int index) {
        return "run-" + (index + 1) + ".html";
    }

    /** The view of runs; the first one that knows a clause says what it states. */
    static MatrixView of(List<Judged> runs) {
        List<Lookup> lookups = runs.stream().map(j -> new Lookup(j.run())).toList();
        Map<String, ClauseInfo> clauses = new LinkedHashMap<>();
        lookups.forEach(l -> l.clauses().forEach(c -> clauses.putIfAbsent(c.id(), c)));
        Map<List<String>, List<Row>> groups = new LinkedHashMap<>();
        int rows = 0;
        int different = 0;
        for (ClauseInfo clause : clauses.values()) {
            Row row = row(clause, lookups);
            if (row.cells().stream().allMatch(NOTHING::equals)) {
                continue;
            }
            rows++;
            different += row.same() ? 0 : 1;
            groups.computeIfAbsent(List.of(clause.api(), ReadingOrder.name(clause.id())), k -> new ArrayList<>())
                    .add(row);
        }
        return new MatrixView(
                IntStream.range(0, runs.size())
                        .mapToObj(i -> target(i, runs.get(i), lookups.get(i)))
                        .toList(),
                groups.entrySet().stream()
                        .map(e -> new Group(e.getKey().get(0), e.getKey().get(1), e.getValue()))
                        .toList(),
                Figures.count(rows, "clause", "clauses"),
                Figures.count(different));
    }

    private static Row row(ClauseInfo clause, List<Lookup> lookups) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < lookups.size(); i++) {
            Optional<Outcome> outcome = lookups.get(i).outcome(clause.id());
            String href = file(i) + Anchor.clause(clause.id()).href();
            cells.add(outcome.map(Sign::of)
                    .map(s -> new Cell(s.key(), s.word(), href))
                    .orElse(NOTHING));
        }
        boolean same = cells.stream()
                        .filter(c -> !c.equals(NOTHING))
                        .map(Cell::key)
                        .distinct()
                        .count()
                <= 1;
        return new Row(ClauseView.of(clause), same, cells);
    }

    private static Target target(int index, Judged judged, Lookup lookup) {
        Headline head = Headline.of(judged);
        List<Outcome> outcomes = new ArrayList<>();
        lookup.clauses().forEach(c -> lookup.outcome(c.id()).ifPresent(outcomes::add));
        return new Target(
                index + 1,
                judged.run().target().name(),
                file(index),
                head.sign(),
                head.words(),
                judged.run().complete() ? "" : "cut short: " + Headline.reached(judged.run()),
                Figures.date(judged.run().startedAt()),
                judged.run().kit().version(),
                Tally.of(outcomes));
    }
}
