package io.callcheck.reports;

import io.callcheck.verdict.Judged;
import io.callcheck.verdict.Outcome;
import io.callcheck.verdict.Run;
import io.callcheck.verdict.Run.ClauseInfo;
import io.callcheck.verdict.Unaccepted;
import io.callcheck.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What GitHub shows at the head of a job, as the commands that a step prints (GitHub Actions, Workflow commands, Setting
 * an error message). A pure function; printing is the caller's concern.
 */
public final class Annotations {
    /** GitHub keeps ten of a kind for each step. */
    private static final int MOST = 10;

    private Annotations() {}

    /**
     * One line for each violated clause, then for each broken SHOULD, then one for what could not be found out, and one
     * for a run that was cut short, or in which an operation never accepted anything.
     *
     * @param judged the run and what the gate makes of it: what does not gate is at most a warning
     * @return lines that each begin with {@code ::error } or {@code ::warning }; empty when there is nothing to say
     */
    public static List<String> of(Judged judged) {
        Run run = judged.run();
        Lookup lookup = new Lookup(run);
        Standing standing = new Standing(judged);
        List<String> lines = new ArrayList<>();
        if (!run.complete()) {
            lines.add(line("error", "Callcheck was cut short", Headline.reached(run)));
        }
        List<String> unaccepted = Unaccepted.of(run);
        if (!unaccepted.isEmpty()) {
            lines.add(line("error", "Callcheck: not every operation accepts a request", String.join("\n", unaccepted)));
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
        for (KnownLine line : KnownLine.all(judged)) {
            if (line.red() && lines.size() < MOST / 2) {
                String word = "The baseline's line is " + line.sign().word();
                lines.add(line("error", line.clause(), word + ": " + line.reason()));
            }
        }
        broken(lookup, standing::gates, "error", MOST - lines.size(), lines);
        broken(lookup, v -> mild(v, standing), "warning", MOST, lines);
        return lines;
    }

    private static boolean mild(Verdict verdict, Standing standing) {
        boolean broken = verdict.outcome() == Outcome.FAIL || verdict.outcome() == Outcome.WARN;
        return broken && !standing.gates(verdict);
    }

    private static void broken(Lookup lookup, Predicate<Verdict> which, String command, int most, List<String> lines) {
        List<ClauseInfo> clauses = lookup.clauses().stream()
                .filter(c -> lookup.verdicts(c.id()).stream().anyMatch(which))
                .toList();
        int shown = clauses.size() > most ? most - 1 : clauses.size();
        for (ClauseInfo clause : clauses.subList(0, shown)) {
            List<Verdict> verdicts =
                    lookup.verdicts(clause.id()).stream().filter(which).toList();
            lines.add(line(command, clause.id(), text(verdicts)));
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
