package io.callcheck.matrix;

import io.callcheck.engine.Listener;
import io.callcheck.engine.Session;
import io.callcheck.fixtures.fault.Faults;
import io.callcheck.spec.Api;
import io.callcheck.verdict.Outcome;
import io.callcheck.verdict.Run;
import io.callcheck.verdict.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * One run against a server with faults that do not disturb each other.
 *
 * @param name what it is about
 * @param faults the faults
 * @param clauses the clauses that are judged
 */
record Round(String name, List<Faults.Entry> faults, Predicate<String> clauses) {
    private static final String ERROR = "ERROR ";

    /**
     * What came of a round.
     *
     * @param red the clauses that failed, warned, or could not be found out
     * @param killed the cases that failed or warned
     * @param shown how often each fault showed
     * @param silent cases that failed or warned without saying where, what was expected and what came
     * @param errors why clauses could not be found out, by clause
     */
    record Played(
            Set<String> red,
            Set<String> killed,
            Map<String, Long> shown,
            Set<String> silent,
            Map<String, String> errors) {}

    /** The name of a case among all of both APIs. */
    static String key(Verdict verdict) {
        return verdict.clause() + " | " + verdict.caseName() + " | " + verdict.operation();
    }

    /** Runs it. */
    Played play() {
        String[] ids = faults.stream().map(Faults.Entry::id).toArray(String[]::new);
        Set<Api> apis = EnumSet.noneOf(Api.class);
        faults.forEach(f -> apis.add(f.api()));
        try (Stand stand = Stand.faulty(apis, ids);
                Session session = Session.open(stand.target(), clauses::test)) {
            Run run = session.run(Listener.SILENT);
            Set<String> red = new TreeSet<>();
            Set<String> killed = new TreeSet<>();
            Set<String> silent = new TreeSet<>();
            Map<String, String> errors = new TreeMap<>();
            for (Verdict verdict : run.verdicts()) {
                if (verdict.outcome() == Outcome.ERROR) {
                    red.add(ERROR + verdict.clause());
                    errors.put(ERROR + verdict.clause(), verdict.caseName() + ": " + verdict.reason());
                } else if (verdict.outcome().compareTo(Outcome.WARN) >= 0) {
                    red.add(verdict.clause());
                    killed.add(key(verdict));
                    if (!tells(verdict)) {
                        silent.add(key(verdict));
                    }
                }
            }
            Map<String, Long> shown = new TreeMap<>();
            List.of(ids).forEach(id -> shown.put(id, stand.server().exercised(id)));
            return new Played(red, killed, shown, silent, errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The clauses that its faults must break. */
    Set<String> expected() {
        return faults.stream().flatMap(f -> Sorts.expected(f).stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What its result and its expectation differ in; empty when the faults broke their clauses and no others. */
    List<String> misfires(Played played) {
        List<String> misfires = new ArrayList<>(accusations(played));
        played.shown().forEach((fault, times) -> {
            if (times == 0) {
                misfires.add("never shown: " + fault);
            }
        });
        expected().stream().filter(c -> !played.red().contains(c)).forEach(c -> misfires.add("missed: " + c));
        played.errors().forEach((clause, why) -> {
            if (!expected().contains(clause)) {
                misfires.add("not found out: " + clause + ": " + why);
            }
        });
        return misfires;
    }

    /** Whether something was not caught or not found out, and no clause was accused that no fault had broken. */
    boolean onlyMissed(Played played) {
        return !misfires(played).isEmpty() && accusations(played).isEmpty();
    }

    private List<String> accusations(Played played) {
        List<String> accusations = new ArrayList<>();
        played.red().stream()
                .filter(c -> !c.startsWith(ERROR) && !expected().contains(c))
                .forEach(c -> accusations.add("red too: " + c));
        played.silent().forEach(c -> accusations.add("says not what is wrong: " + c));
        return accusations;
    }

    private static boolean tells(Verdict verdict) {
        return !verdict.findings().isEmpty()
                && verdict.findings().stream()
                        .allMatch(f -> !f.expected().isBlank()
                                && !f.actual().isBlank()
                                && !f.actual().equals(f.expected()));
    }

    @Override
    public String toString() {
        return name + ": " + faults.size() + " faults";
    }
}
