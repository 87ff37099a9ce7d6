package io.callcheck.reports.diff;

import io.callcheck.reports.Wording;
import io.callcheck.reports.diff.Change.Kind;
import io.callcheck.verdict.Outcome;
import io.callcheck.verdict.Run;
import io.callcheck.verdict.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A comparison as lines of text: what got worse first and in full, the rest shorter. */
final class DiffText {
    /** More clauses of one kind than this are only counted. */
    private static final int CLAUSES = 40;

    private final RunDiff diff;
    private final List<String> lines = new ArrayList<>();

    DiffText(RunDiff diff) {
        this.diff = diff;
    }

    List<String> lines() {
        lines.add("old      " + run(diff.old()));
        lines.add("new      " + run(diff.current()));
        lines.add("");
        section(Kind.WORSE, "worse", true);
        section(Kind.BETTER, "better", true);
        section(Kind.OTHER, "other", false);
        section(Kind.NEW, "new", false);
        section(Kind.GONE, "gone", false);
        notRun();
        if (!diff.goneClauses().isEmpty()
                && diff.goneClauses().size() > diff.newClauses().size()) {
            lines.add("         the new run judges "
                    + plural(diff.goneClauses().size() - diff.newClauses().size(), "clause", "clauses")
                    + " fewer: was it asked for less?");
        }
        lines.add("clauses  " + named("newly violated", diff.newlyViolated()) + ", "
                + named("no longer violated", diff.noLongerViolated()));
        lines.add("verdict  " + verdict());
        return List.copyOf(lines);
    }

    private String verdict() {
        String found = diff.worse() ? "worse" : diff.of(Kind.BETTER).isEmpty() ? "no worse" : "better";
        if (diff.isWhole()) {
            return found;
        }
        String limit = diff.worse() ? "; " : " as far as can be said: ";
        if (!diff.old().complete() && !diff.current().complete()) {
            return found + limit + "both runs did not come to their end";
        }
        return found + limit + "the " + (diff.old().complete() ? "new" : "old") + " run did not come to its end";
    }

    private String run(Run run) {
        long violated = run.verdicts().stream()
                .filter(v -> v.outcome() == Outcome.FAIL)
                .map(Verdict::clause)
                .distinct()
                .count();
        return Wording.oneLine(run.target().name()) + ", " + Wording.oneLine(run.startedAt()) + ", kit "
                + Wording.oneLine(run.kit().version()) + ": "
                + plural(run.verdicts().size(), "case", "cases") + ", "
                + plural(violated, "clause", "clauses") + " violated" + (run.complete() ? "" : ", cut short");
    }

    private void section(Kind kind, String title, boolean full) {
        Map<String, List<Change>> clauses = diff.of(kind).stream()
                .collect(Collectors.groupingBy(Change::clause, LinkedHashMap::new, Collectors.toList()));
        int cases = diff.of(kind).size();
        if (cases == 0) {
            return;
        }
        lines.add(pad(title) + plural(cases, "case", "cases") + " of " + plural(clauses.size(), "clause", "clauses"));
        int shown = 0;
        for (Map.Entry<String, List<Change>> clause : clauses.entrySet()) {
            boolean red = clause.getValue().stream().anyMatch(DiffText::red);
            if (!full && !red) {
                continue;
            }
            if (++shown > CLAUSES) {
                lines.add("  and more, in the two files");
                break;
            }
            clause(clause.getKey(), clause.getValue(), full || red);
        }
        if (!full && shown < clauses.size()) {
            transitions(diff.of(kind));
        }
        lines.add("");
    }

    /** What one of the runs was not asked for says nothing: it is only counted. */
    private void notRun() {
        List<Change> changes = diff.of(Kind.NOT_RUN);
        if (!changes.isEmpty()) {
            long clauses = changes.stream().map(Change::clause).distinct().count();
            lines.add(pad("not run") + plural(changes.size(), "case", "cases") + " of "
                    + plural(clauses, "clause", "clauses"));
            asked("old", diff.old());
            asked("new", diff.current());
            lines.add("");
        }
    }

    private void asked(String which, Run run) {
        if (!run.only().isEmpty()) {
            lines.add("  the " + which + " run was asked for " + Wording.oneLine(String.join(", ", run.only()))
                    + " alone");
        }
    }

    private void clause(String id, List<Change> changes, boolean finding) {
        Change first = changes.stream().filter(DiffText::red).findFirst().orElse(changes.get(0));
        String more = changes.size() == 1 ? "" : " (and " + plural(changes.size() - 1, "case", "cases") + " more)";
        lines.add("  " + first.words() + "  " + Wording.oneLine(id));
        lines.add("      "
                + Wording.oneLine(
                        first.verdict().operation() + ", " + first.verdict().caseName()) + more);
        Verdict after = first.after();
        if (finding && after != null && !after.findings().isEmpty()) {
            lines.add("      " + Wording.oneLine(Wording.line(after.findings().get(0))));
        } else if (after != null && !after.reason().isEmpty()) {
            lines.add("      " + Wording.oneLine(after.reason()));
        }
    }

    private void transitions(List<Change> changes) {
        Map<String, Long> counts = changes.stream()
                .filter(c -> !red(c))
                .collect(Collectors.groupingBy(Change::words, LinkedHashMap::new, Collectors.counting()));
        counts.forEach((words, count) -> lines.add("  " + words + ": " + plural(count, "case", "cases")));
    }

    /** What deserves a line of its own wherever it stands: it is or was broken. */
    private static boolean red(Change change) {
        Verdict before = change.before();
        Verdict after = change.after();
        return (before != null && before.outcome() == Outcome.FAIL)
                || (after != null && after.outcome() == Outcome.FAIL);
    }

    private static String named(String what, Set<String> clauses) {
        return clauses.size() + " " + what;
    }

    private static String pad(String title) {
        return title + " ".repeat(Math.max(1, 9 - title.length()));
    }

    private static String plural(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
