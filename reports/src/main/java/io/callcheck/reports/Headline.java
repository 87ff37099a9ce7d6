package io.callcheck.reports;

import io.callcheck.verdict.Gate;
import io.callcheck.verdict.Judged;
import io.callcheck.verdict.Outcome;
import io.callcheck.verdict.Recorded;
import io.callcheck.verdict.Run;
import io.callcheck.verdict.Unaccepted;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What stands above everything: the verdict in words.
 *
 * @param target the target's name
 * @param sign its symbol and colour: green only for a complete run that conforms
 * @param words the verdict
 * @param warningTitle what kind of run this is, when it is not a whole one; empty when it is
 * @param warning what that means; empty when it is a whole one
 * @param unaccepted which operations never accepted anything, and why; empty when all of them did
 * @param left that calls may still be going on; empty when none is
 * @param counts the cases by outcome
 * @param bar the same as a bar
 * @param number how many cases, in words
 */
record Headline(
        String target,
        Sign sign,
        String words,
        String warningTitle,
        String warning,
        String unaccepted,
        String left,
        List<Tally> counts,
        List<Stretch> bar,
        String number) {
    /** The bar's length, in its own units. */
    static final int BAR = 1000;

    /**
     * A stretch of the bar.
     *
     * @param key its colour
     * @param from where it begins
     * @param length how long it is
     */
    record Stretch(String key, int from, int length) {}

    /** The headline of a run that was judged. */
    static Headline of(Judged judged) {
        Run run = judged.run();
        List<Tally> counts = Tally.ORDER.stream()
                .map(o -> Tally.of(o, run.summary().of(o)))
                .filter(t -> t.number() > 0)
                .toList();
        int all = counts.stream().mapToInt(Tally::number).sum();
        Scope scope = Scope.of(run);
        String words = judged.words();
        return new Headline(
                run.target().name(),
                sign(judged, scope),
                words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1),
                title(run, scope),
                warning(run, scope),
                sentences(Unaccepted.of(run)),
                run.summary().left(),
                counts,
                bar(counts, all),
                Figures.count(all, "case", "cases") + " of " + clauses(scope));
    }

    private static String title(Run run, Scope scope) {
        if (!run.complete()) {
            return "Incomplete.";
        }
        return scope.recorded() ? "A recording." : scope.partial() ? "Partial." : "";
    }

    private static String clauses(Scope scope) {
        if (scope.recorded()) {
            return Figures.count(scope.all(), "clause", "clauses") + ", of which the recording shows "
                    + Figures.count(scope.judged());
        }
        return scope.partial() ? scope.words() : Figures.count(scope.judged(), "clause", "clauses");
    }

    private static Sign sign(Judged judged, Scope scope) {
        return switch (judged.exit()) {
            case Gate.CONFORMANT ->
                !scope.complete() ? Sign.of(Outcome.ERROR) : Sign.of(scope.partial() ? Outcome.UNSEEN : Outcome.PASS);
            case Gate.VIOLATIONS -> Sign.of(Outcome.FAIL);
            default -> Sign.of(Outcome.ERROR);
        };
    }

    private static String sentences(List<String> all) {
        return all.stream()
                .map(s -> (s.startsWith("no ") ? "N" + s.substring(1) : s) + ".")
                .collect(Collectors.joining(" "));
    }

    private static String warning(Run run, Scope scope) {
        String part = scope.recorded() ? recorded(run, scope) : scope.partial() ? partial(scope) : "";
        String cut = "This run was cut short: " + reached(run) + ". The page shows what was seen until then.";
        return run.complete() ? part : cut + (part.isEmpty() ? "" : " " + part);
    }

    /** How far a run came that was cut short: {@code 202 of 3,517 planned cases were judged}. */
    static String reached(Run run) {
        if (Recorded.of(run).isPresent()) {
            return "the recording breaks off";
        }
        return Figures.count(run.reached()) + " of "
                + Figures.count(run.summary().planned(), "planned case was judged", "planned cases were judged");
    }

    private static String recorded(Run run, Scope scope) {
        int rest = scope.all() - scope.judged();
        String note = Recorded.of(run).map(Recorded::note).orElse("");
        return "This is an audit of a recording, which shows " + scope.words() + "."
                + (rest == 0 ? "" : " It says nothing about the other " + Figures.count(rest) + ".")
                + (note.isEmpty() ? "" : " " + note + ".");
    }

    private static String partial(Scope scope) {
        return "This is a part of the suite: only " + scope.words() + " were selected for this run"
                + (scope.asked().isEmpty() ? "" : ", those of " + scope.asked())
                + ". It says nothing about the other " + Figures.count(scope.all() - scope.judged()) + ".";
    }

    /** Every outcome that occurs can be seen, however rare it is. */
    private static List<Stretch> bar(List<Tally> counts, int all) {
        int least = 4;
        int room = BAR - least * counts.size();
        List<Stretch> stretches = new ArrayList<>();
        int from = 0;
        for (Tally tally : counts) {
            boolean last = stretches.size() == counts.size() - 1;
            int length = last ? BAR - from : least + (int) ((long) room * tally.number() / all);
            stretches.add(new Stretch(tally.sign().key(), from, length));
            from += length;
        }
        return stretches;
    }
}
