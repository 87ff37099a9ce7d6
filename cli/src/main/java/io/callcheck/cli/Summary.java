package io.callcheck.cli;

import io.callcheck.engine.Results;
import io.callcheck.expect.Finding;
import io.callcheck.expect.Heard;
import io.callcheck.reports.Wording;
import io.callcheck.verdict.Judged;
import io.callcheck.verdict.Outcome;
import io.callcheck.verdict.ReadingOrder;
import io.callcheck.verdict.Reason;
import io.callcheck.verdict.Recorded;
import io.callcheck.verdict.Run;
import io.callcheck.verdict.Unaccepted;
import io.callcheck.verdict.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a person reads at the end of a run. */
final class Summary {
    private static final int SHOWN = 20;
    private static final int BRIEF = 160;
    private static final int REASONS = 3;
    private static final int REASON = 110;

    private Summary() {}

    /** The lines: what is wrong by clause, the totals, where the page is, the verdict and the exit code. */
    static List<String> lines(Results results) {
        Run run = results.run();
        List<String> lines = new ArrayList<>();
        grouped(run, Outcome.FAIL, results.judged(), lines);
        grouped(run, Outcome.ERROR, results.judged(), lines);
        grouped(run, Outcome.WARN, results.judged(), lines);
        baseline(results.judged(), lines);
        outside(run, lines);
        Unaccepted.of(run).forEach(why -> lines.add("ERROR " + why));
        if (!run.summary().left().isEmpty()) {
            lines.add("ERROR " + run.summary().left());
        }
        if (deaf(run)) {
            lines.add(
                    "HINT  nothing that the server sent came to the kit. If it does send callbacks, it cannot reach the kit,"
                            + " as from within a container: see callbacks.public-url; if it does not, say 'lacks: [callbacks]'");
        }
        results.problems().forEach(p -> lines.add("ERROR " + p));
        lines.add("");
        lines.add("target   " + run.target().name() + ", kit " + run.kit().version() + ", edition "
                + run.kit().edition());
        lines.add("cases    " + totals(run));
        unseen(run, lines);
        long unchecked =
                run.clauses().stream().filter(k -> k.unchecked() != null).count();
        lines.add("clauses  " + run.clauses().size() + ", of which " + unchecked
                + " are not checked (the report says why)");
        lines.add("wire     " + count(run.summary().requestsSent(), "request") + ", "
                + count(run.summary().callsCreated(), "call") + " created, "
                + String.format(Locale.ROOT, "%.1f s", run.summary().millis() / 1000.0));
        Path page = results.folder().toAbsolutePath().normalize().resolve("index.html");
        // A run that was stored somewhere else has none beside it.
        if (Files.exists(page)) {
            lines.add("report   " + page);
        }
        lines.add("verdict  " + results.judged().words() + cut(run));
        lines.add("exit=" + results.exit());
        return lines;
    }

    private static String cut(Run run) {
        if (run.complete()) {
            return "";
        }
        return Recorded.of(run).isPresent() ? " (the recording breaks off)" : " (the run was cut short)";
    }

    /** Whether it is a violation that nothing came, of a server from which nothing came at all. */
    private static boolean deaf(Run run) {
        return run.deliveries().isEmpty()
                && run.verdicts().stream()
                        .filter(v -> v.outcome() == Outcome.FAIL)
                        .flatMap(v -> v.findings().stream())
                        .anyMatch(f -> f.actual().equals(Heard.NOTHING));
    }

    private static String totals(Run run) {
        List<String> parts = new ArrayList<>();
        parts.add(run.reached() + " of " + run.summary().planned());
        for (Outcome outcome : Outcome.values()) {
            if (run.summary().of(outcome) > 0) {
                parts.add(run.summary().of(outcome) + " " + outcome);
            }
        }
        return String.join(", ", parts);
    }

    /** The cause lies in a clause that the run was not asked for: it would be told nowhere. */
    private static void outside(Run run, List<String> lines) {
        List<Reason> outside = Reason.outside(run);
        for (Reason reason : outside.subList(0, Math.min(SHOWN, outside.size()))) {
            String clause = reason.verdicts().get(0).clause();
            lines.add("UNSEEN " + clause + more(reason.verdicts().size()) + ": " + brief(reason.words(), BRIEF));
        }
        if (outside.size() > SHOWN) {
            lines.add("UNSEEN and " + (outside.size() - SHOWN) + " more: see the report");
        }
    }

    /** Why more was not seen than a server without a flaw leaves: the commonest reasons. */
    private static void unseen(Run run, List<String> lines) {
        String title = "unseen   ";
        for (Reason reason : Reason.unusual(run).stream().limit(REASONS).toList()) {
            lines.add(title + reason.verdicts().size() + ": " + brief(reason.words(), REASON));
            title = " ".repeat(title.length());
        }
    }

    private static void grouped(Run run, Outcome outcome, Judged judged, List<String> lines) {
        Map<String, List<Verdict>> byClause = new LinkedHashMap<>();
        for (Verdict verdict : run.verdicts()) {
            if (verdict.outcome() == outcome && !quiet(verdict, judged)) {
                String key = outcome == Outcome.ERROR ? verdict.reason() : verdict.clause();
                byClause.computeIfAbsent(key, k -> new ArrayList<>()).add(verdict);
            }
        }
        // Errors stand by their reason, not by their clause.
        List<Map.Entry<String, List<Verdict>>> ordered = outcome == Outcome.ERROR
                ? List.copyOf(byClause.entrySet())
                : ReadingOrder.of(
                        byClause.entrySet(), e -> e.getValue().get(0).api(), e -> ReadingOrder.name(e.getKey()));
        int shown = 0;
        for (Map.Entry<String, List<Verdict>> entry : ordered) {
            if (shown++ == SHOWN) {
                lines.add(outcome + " and " + (byClause.size() - SHOWN) + " more: see the report");
                return;
            }
            Verdict first = entry.getValue().get(0);
            long blocked = run.verdicts().stream()
                    .filter(v -> v.blockedBy().equals(first.clause()))
                    .count();
            lines.add(outcome + " " + entry.getKey() + more(entry.getValue().size())
                    + (blocked > 0 ? ", blocks " + blocked : ""));
            if (!first.findings().isEmpty()) {
                Finding f = first.findings().get(0);
                lines.add("     " + first.operation() + ", " + place(run, first, f) + ": expected " + f.expected()
                        + ", got " + brief(f.actual(), BRIEF));
            }
        }
    }

    /** A status says nothing without what was asked: often it is the address that is wrong. */
    private static String place(Run run, Verdict verdict, Finding finding) {
        String where = Wording.place(finding);
        int index = verdict.evidence().isEmpty() ? -1 : verdict.evidence().get(0);
        if (!where.equals("status") || index < 0 || index >= run.exchanges().size()) {
            return where;
        }
        Run.ExchangeInfo exchange = run.exchanges().get(index);
        // A parameter may have that name as well.
        boolean answered = finding.actual().startsWith(exchange.result());
        return answered ? where + " of " + exchange.request().line() : where;
    }

    /** A known failure, or one outside the edition, is told in one line at the end. */
    private static boolean quiet(Verdict verdict, Judged judged) {
        return verdict.outcome() != Outcome.ERROR
                && !judged.terms().gates(verdict)
                && (verdict.outcome() == Outcome.FAIL || judged.known().contains(verdict));
    }

    private static void baseline(Judged judged, List<String> lines) {
        judged.stale().forEach(l -> lines.add("STALE " + l.clause() + ": it passes by now: delete its line"));
        judged.expired()
                .forEach(l ->
                        lines.add("EXPIRED " + l.clause() + ": known until " + l.expires() + " (" + l.reason() + ")"));
        if (!judged.known().isEmpty()) {
            lines.add("KNOWN " + clauses(judged.known()));
        }
        if (!judged.outside().isEmpty()) {
            lines.add("NOT IN EDITION " + judged.terms().edition().name() + " " + clauses(judged.outside()));
        }
    }

    private static String clauses(List<Verdict> verdicts) {
        List<String> ids = verdicts.stream().map(Verdict::clause).distinct().toList();
        return String.join(", ", ids.subList(0, Math.min(SHOWN, ids.size()))) + (ids.size() > SHOWN ? ", …" : "");
    }

    /** One line, however much the target said; the report has all of it. */
    private static String brief(String text, int longest) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= longest ? line : line.substring(0, longest) + "…";
    }

    private static String more(int cases) {
        return cases == 1 ? "" : " (" + cases + " cases)";
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
