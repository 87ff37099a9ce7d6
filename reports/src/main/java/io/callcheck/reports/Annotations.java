package io.callcheck.reports;

import io.callcheck.verdict.Outcome;
import io.callcheck.verdict.Run;
import io.callcheck.verdict.Run.ClauseInfo;
import io.callcheck.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * What GitHub shows at the head of a job, as the commands that a step prints (GitHub Actions, Workflow commands, Setting
 * an error message). A pure function of a run; printing is the caller's concern.
 */
public final class Annotations {
    /** GitHub keeps ten of a kind for each step. */
    private static final int MOST = 10;

    private Annotations() {}

    /**
     * One line for each violated clause, then for each broken SHOULD, then one for what could not be found out, and one
     * for a run that was cut short.
     *
     * @param run the run
     * @return lines that each begin with {@code ::error } or {@code ::warning }; empty when there is nothing to say
     */
    public static List<String> of(Run run) {
        Lookup lookup = new Lookup(run);
        List<String> lines = new ArrayList<>();
        if (!run.complete()) {
            lines.add(line(
                    "error",
                    "Callcheck was cut short",
                    Figures.count(run.verdicts().size()) + " of "
                            + Figures.count(run.summary().planned()) + " planned cases have a verdict"));
        }
        int errors = run.summary().of(Outcome.ERROR);
        if (errors > 0) {
            String reason = run.verdicts().stream()
                    .filter(v -> v.outcome() == Outcome.ERROR)
                    .map(Verdict::reason)
                    .findFirst()
                    .orElse("");
            lines.add(line(
                    "error",
                    "Callcheck could not find out",
                    Figures.count(errors, "case", "cases") + " in error, the first: " + reason));
        }
        broken(lookup, Outcome.FAIL, "error", MOST - lines.size(), lines);
        broken(lookup, Outcome.WARN, "warning", MOST, lines);
        return lines;
    }

    private static void broken(Lookup lookup, Outcome outcome, String command, int most, List<String> lines) {
        List<ClauseInfo> clauses = lookup.clauses().stream()
                .filter(c -> !lookup.verdicts(c.id(), outcome).isEmpty())
                .toList();
        int shown = clauses.size() > most ? most - 1 : clauses.size();
        for (ClauseInfo clause : clauses.subList(0, shown)) {
            lines.add(line(command, clause.id(), text(lookup.verdicts(clause.id(), outcome))));
        }
        if (shown < clauses.size()) {
            String more = Figures.count(clauses.size() - shown, "more clause", "more clauses");
            lines.add(line(command, more, "They stand in summary.md and on the page of the run."));
        }
    }

    private static String text(List<Verdict> verdicts) {
        Verdict first = verdicts.get(0);
        String finding = first.findings().isEmpty()
                ? "broken"
                : Wording.line(first.findings().get(0));
        int more = verdicts.size() - 1;
        return first.operation() + ", " + first.caseName() + "\n" + finding
                + (more == 0 ? "" : "\nand " + Figures.count(more, "more case", "more cases"));
    }

    private static String line(String command, String title, String text) {
        return "::" + command + " title=" + property(Wording.oneLine(title)) + "::" + data(Visible.text(text));
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
