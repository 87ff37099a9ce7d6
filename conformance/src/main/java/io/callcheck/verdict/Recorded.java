package io.callcheck.verdict;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How much a recording shows that was audited: its run has a verdict for every case, and most of them may be UNSEEN.
 *
 * @param shown the clauses that were seen to hold or to be broken
 * @param all the clauses that cases judge
 * @param note what was left unjudged, for people; empty when nothing was
 */
public record Recorded(int shown, int all, String note) {
    /** The setting that an audit alone has: how many entries the recording has. */
    public static final String ENTRIES = "audit.entries";

    /** The setting that says what an audit left unjudged. */
    public static final String NOTE = "audit.note";

    private static final Set<Outcome> SHOWN = Set.of(Outcome.PASS, Outcome.WARN, Outcome.FAIL);

    /** What a run says of the recording that it judged; empty when it judged a server. */
    public static Optional<Recorded> of(Run run) {
        Map<String, String> settings = run.target().settings();
        if (!settings.containsKey(ENTRIES)) {
            return Optional.empty();
        }
        long shown = run.verdicts().stream()
                .filter(v -> SHOWN.contains(v.outcome()))
                .map(Verdict::clause)
                .distinct()
                .count();
        Set<String> judged = run.verdicts().stream().map(Verdict::clause).collect(Collectors.toSet());
        long all = run.clauses().stream()
                .filter(c -> c.unchecked() == null || judged.contains(c.id()))
                .count();
        return Optional.of(new Recorded((int) shown, (int) Math.max(shown, all), settings.getOrDefault(NOTE, "")));
    }

    /** What a verdict holds for: {@code in what the recording shows (17 of 724 clauses)}. */
    String words() {
        return String.format(Locale.ROOT, "in what the recording shows (%,d of %,d clauses)", shown, all);
    }
}
