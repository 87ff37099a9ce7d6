package io.callcheck.reports;

import io.callcheck.expect.Finding;
import io.callcheck.spec.Level;
import io.callcheck.verdict.Judged;
import io.callcheck.verdict.Outcome;
import io.callcheck.verdict.Reason;
import io.callcheck.verdict.Run;
import io.callcheck.verdict.Run.ClauseInfo;
import io.callcheck.verdict.RunSink;
import io.callcheck.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Makes {@code summary.md} of a run: the verdict, the totals and what was broken, for the summary of a job. */
public final class SummaryMarkdown implements RunSink {
    /** The file's name in the folder of results. */
    public static final String NAME = "summary.md";

    private static final int CLAUSES = 40;
    private static final int CASES = 4;
    private static final int REASONS = 3;

    /** For the service loader. */
    public SummaryMarkdown() {}

    @Override
    public void accept(Judged judged, Path folder) throws IOException {
        Whole.write(folder, NAME, text(judged));
    }

    /** The document. */
    static String text(Judged judged) {
        Run run = judged.run();
        Headline head = Headline.of(judged);
        Standing standing = new Standing(judged);
        StringBuilder out = new StringBuilder();
        out.append("## ").append(Markdown.text(head.words())).append("\n\n");
        out.append("Target ")
                .append(Markdown.code(run.target().name()))
                .append(" · ")
                .append(Markdown.text(Figures.date(run.startedAt())))
                .append(" · kit ")
                .append(Markdown.code(run.kit().version()))
                .append(", edition ")
                .append(Markdown.code(judged.terms().edition().name()))
                .append(" · ")
                .append(Figures.count(run.summary().requestsSent(), "request", "requests"))
                .append(", ")
                .append(Figures.count(run.summary().callsCreated(), "call", "calls"))
                .append("\n\n");
        if (!head.warning().isEmpty()) {
            out.append("> **")
                    .append(head.warningTitle())
                    .append("** ")
                    .append(Markdown.text(head.warning()))
                    .append("\n\n");
        }
        if (!head.unaccepted().isEmpty()) {
            out.append("> **Not accepted.** ")
                    .append(Markdown.text(head.unaccepted()))
                    .append("\n\n");
        }
        if (!head.left().isEmpty()) {
            out.append("> **Calls left.** ").append(Markdown.text(head.left())).append(".\n\n");
        }
        totals(run, out);
        Lookup lookup = new Lookup(run);
        baseline(judged, out);
        broken(lookup, standing, Outcome.FAIL, "Failed", out);
        broken(lookup, standing, Outcome.WARN, "Warned", out);
        errors(run, out);
        unseen(run, out);
        unstable(run, out);
        return out.append(
                        "Everything else stands in `index.html` beside this file and in the `run.json` of this run.\n")
                .toString();
    }

    private static void totals(Run run, StringBuilder out) {
        List<Outcome> columns = Tally.ORDER.stream()
                .filter(o ->
                        o == Outcome.PASS || o == Outcome.FAIL || run.summary().of(o) > 0)
                .toList();
        out.append("| cases of |");
        columns.forEach(o -> out.append(' ').append(Sign.of(o).word()).append(" |"));
        out.append("\n|:--|").append("--:|".repeat(columns.size())).append('\n');
        for (String api : run.verdicts().stream().map(Verdict::api).distinct().toList()) {
            for (Level level : Level.values()) {
                row(run, api, level, columns, out);
            }
        }
        out.append('\n');
    }

    private static void row(Run run, String api, Level level, List<Outcome> columns, StringBuilder out) {
        List<Verdict> verdicts = run.verdicts().stream()
                .filter(v -> v.api().equals(api) && v.level() == level)
                .toList();
        if (verdicts.isEmpty()) {
            return;
        }
        out.append("| ")
                .append(Markdown.text(Figures.api(api)))
                .append(", ")
                .append(level)
                .append(" |");
        for (Outcome column : columns) {
            long count = verdicts.stream().filter(v -> v.outcome() == column).count();
            boolean red = count > 0 && (column == Outcome.FAIL || column == Outcome.ERROR);
            out.append(red ? " **" + Figures.count(count) + "** |" : " " + Figures.count(count) + " |");
        }
        out.append('\n');
    }

    private static void broken(Lookup lookup, Standing standing, Outcome outcome, String title, StringBuilder out) {
        List<ClauseInfo> clauses = lookup.clauses().stream()
                .filter(c -> !lookup.verdicts(c.id(), outcome).isEmpty())
                .toList();
        if (clauses.isEmpty()) {
            return;
        }
        out.append("### ").append(title).append(": ");
        out.append(Figures.count(clauses.size(), "clause", "clauses")).append("\n\n");
        for (ClauseInfo clause : clauses.subList(0, Math.min(CLAUSES, clauses.size()))) {
            clause(clause, lookup.verdicts(clause.id(), outcome), standing, lookup.blocked(clause.id()), out);
        }
        more(clauses.size() - CLAUSES, "more clause", "more clauses", "", out);
        out.append('\n');
    }

    private static void clause(
            ClauseInfo clause, List<Verdict> verdicts, Standing standing, int blocked, StringBuilder out) {
        out.append("- **").append(Markdown.code(clause.id())).append("** ");
        out.append(clause.level()).append(" · ").append(Markdown.prose(clause.statement()));
        out.append(blocked == 0 ? "" : " · blocks " + Figures.count(blocked, "other case", "other cases"));
        out.append('\n');
        String note = standing.note(verdicts.get(0));
        out.append(note.isEmpty() ? "" : "  - *" + Markdown.text(note) + "*\n");
        for (Verdict verdict : verdicts.subList(0, Math.min(CASES, verdicts.size()))) {
            out.append("  - ")
                    .append(Markdown.code(verdict.operation()))
                    .append(' ')
                    .append(Markdown.text(verdict.caseName()));
            if (!verdict.findings().isEmpty()) {
                Finding finding = Wording.of(verdict.findings().get(0));
                out.append("<br>").append(Markdown.code(finding.where()));
                out.append(" expected ").append(Markdown.code(finding.expected()));
                out.append(", got ").append(Markdown.code(finding.actual()));
            }
            out.append('\n');
        }
        more(verdicts.size() - CASES, "more case", "more cases", "  ", out);
    }

    private static void baseline(Judged judged, StringBuilder out) {
        List<KnownLine> red =
                KnownLine.all(judged).stream().filter(KnownLine::red).toList();
        if (red.isEmpty()) {
            return;
        }
        out.append("### Baseline: ").append(Figures.count(red.size(), "line", "lines"));
        out.append(" to look at\n\n");
        for (KnownLine line : red) {
            out.append("- ").append(line.sign().word()).append(": ").append(Markdown.code(line.clause()));
            out.append(line.caseName().isEmpty() ? "" : " " + Markdown.text(line.caseName()));
            out.append(", ").append(Markdown.text(line.reason())).append('\n');
        }
        out.append('\n');
    }

    private static void errors(Run run, StringBuilder out) {
        List<Reason> reasons = Reason.all(run, Outcome.ERROR);
        if (!reasons.isEmpty()) {
            out.append("### Not found out\n\n");
            reasons.stream().limit(CLAUSES).forEach(r -> reason(r, r.why(), out));
            out.append('\n');
        }
    }

    /** What is only not seen is told where it is more than usual, or where its cause stands nowhere else. */
    private static void unseen(Run run, StringBuilder out) {
        List<Reason> outside = Reason.outside(run);
        List<Reason> unusual = Reason.unusual(run);
        if (outside.isEmpty() && unusual.isEmpty()) {
            return;
        }
        out.append("### Not seen: ");
        out.append(Figures.count(run.summary().of(Outcome.UNSEEN), "case", "cases"))
                .append("\n\n");
        for (Reason reason : outside.subList(0, Math.min(CLAUSES, outside.size()))) {
            out.append("- ").append(Markdown.code(reason.verdicts().get(0).clause()));
            int more = reason.verdicts().size() - 1;
            out.append(more == 0 ? "" : " and " + Figures.count(more, "more case", "more cases"));
            out.append(": blocked by ")
                    .append(Markdown.code(reason.blockedBy()))
                    .append(": ");
            out.append(Markdown.code(reason.why())).append('\n');
        }
        unusual.stream().limit(REASONS).forEach(r -> reason(r, r.words(), out));
        more(unusual.size() - REASONS, "more reason", "more reasons", "", out);
        out.append('\n');
    }

    private static void reason(Reason reason, String words, StringBuilder out) {
        out.append("- ").append(Figures.count(reason.verdicts().size(), "case", "cases"));
        out.append(": ").append(Markdown.code(words)).append('\n');
    }

    private static void unstable(Run run, StringBuilder out) {
        List<Verdict> unstable = run.unstable();
        if (unstable.isEmpty()) {
            return;
        }
        out.append("### Unstable: ").append(Figures.count(unstable.size(), "case", "cases"));
        out.append("\n\n");
        for (Verdict verdict : unstable.subList(0, Math.min(CLAUSES, unstable.size()))) {
            out.append("- ").append(Markdown.code(verdict.clause())).append(' ');
            out.append(Markdown.code(verdict.operation())).append(' ');
            out.append(Markdown.text(verdict.caseName())).append("<br>");
            out.append(Markdown.text(verdict.reason())).append('\n');
        }
        more(unstable.size() - CLAUSES, "more case", "more cases", "", out);
        out.append('\n');
    }

    private static void more(int count, String one, String many, String indent, StringBuilder out) {
        if (count > 0) {
            out.append(indent)
                    .append("- and ")
                    .append(Figures.count(count, one, many))
                    .append('\n');
        }
    }
}
