package io.callcheck.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says what the gate made of a run. */
final class Words {
    private Words() {}

    /** The verdict in words. */
    static String of(Judged judged) {
        Run run = judged.run();
        String scope = scope(run);
        boolean recorded = Recorded.of(run).isPresent();
        return switch (judged.exit()) {
            case Gate.CONFORMANT -> "conformant" + scope + tail(judged);
            case Gate.VIOLATIONS ->
                judged.violations().isEmpty() && Gate.rest(run) == Gate.CONFORMANT
                        ? "conformant" + scope + ", but " + red(judged) + tail(judged)
                        : "not conformant: " + red(judged) + scope + tail(judged);
            default ->
                nothing(run)
                        ? "nothing was tested: the target lacks all that was asked for"
                        : "could not find out" + errors(run) + (recorded ? "" : scope) + tail(judged);
        };
    }

    /** Never a plain "conformant" over a run that judged a part, or a recording that shows one. */
    private static String scope(Run run) {
        Optional<Recorded> recorded = Recorded.of(run);
        if (recorded.isPresent()) {
            return " " + recorded.get().words();
        }
        long judged = run.verdicts().stream().map(Verdict::clause).distinct().count();
        long all = run.clauses().stream().filter(c -> c.unchecked() == null).count();
        return judged < all ? " in " + figure(judged) + " of " + figure(all) + " clauses" : "";
    }

    private static String red(Judged judged) {
        List<String> parts = new ArrayList<>();
        long broken =
                judged.violations().stream().map(Verdict::clause).distinct().count();
        if (broken > 0) {
            parts.add(number(broken, "clause") + " violated");
        }
        if (!judged.stale().isEmpty()) {
            parts.add(number(judged.stale().size(), "line") + " of the baseline stale");
        }
        if (!judged.expired().isEmpty()) {
            parts.add(number(judged.expired().size(), "line") + " of the baseline expired");
        }
        return String.join(", ", parts);
    }

    private static String tail(Judged judged) {
        List<String> parts = new ArrayList<>();
        long known = judged.known().stream().map(Verdict::clause).distinct().count();
        if (known > 0) {
            parts.add(number(known, "known failure"));
        }
        int unstable = judged.run().unstable().size();
        if (unstable > 0) {
            parts.add(figure(unstable) + " unstable");
        }
        int unseen = judged.run().summary().of(Outcome.UNSEEN);
        if (unseen > 0) {
            parts.add(number(unseen, "case") + " not seen");
        }
        int last = parts.size() - 1;
        return switch (parts.size()) {
            case 0 -> "";
            case 1 -> ", with " + parts.get(0);
            default -> ", with " + String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
        };
    }

    private static boolean nothing(Run run) {
        return run.complete()
                && !run.verdicts().isEmpty()
                && run.summary().of(Outcome.NOT_APPLICABLE) == run.verdicts().size();
    }

    private static String errors(Run run) {
        int errors = run.summary().of(Outcome.ERROR);
        return errors == 0 ? "" : ": " + number(errors, "case") + " in error";
    }

    private static String figure(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String number(long number, String noun) {
        return figure(number) + " " + noun + (number == 1 ? "" : "s");
    }
}
