package io.callcheck.reports;

import io.callcheck.verdict.Baseline;
import io.callcheck.verdict.Judged;
import java.util.List;

/**
 * One line of a target's baseline and what a run says about it.
 *
 * @param anchor the place of its clause
 * @param clause the clause's id
 * @param caseName the case that the line is about; empty when it is about the whole clause
 * @param sign what the run says about it
 * @param reason why the line is there
 * @param expires its last day; empty for none
 */
record KnownLine(Anchor anchor, String clause, String caseName, Sign sign, String reason, String expires) {
    private static final Sign KNOWN = new Sign("warn", "known");
    private static final Sign STALE = new Sign("fail", "stale");
    private static final Sign EXPIRED = new Sign("fail", "expired");
    private static final Sign UNSEEN = new Sign("unseen", "not judged");

    /** The lines of a baseline, those that make the gate red first. */
    static List<KnownLine> all(Judged judged) {
        return judged.terms().baseline().known().stream()
                .map(line -> of(line, judged))
                .sorted((a, b) -> Boolean.compare(b.red(), a.red()))
                .toList();
    }

    private static KnownLine of(Baseline.Line line, Judged judged) {
        String name = line.caseName();
        String expires = line.expires();
        return new KnownLine(
                Anchor.clause(line.clause()),
                line.clause(),
                name == null ? "" : name,
                sign(line, judged),
                line.reason(),
                expires == null ? "" : expires);
    }

    private static Sign sign(Baseline.Line line, Judged judged) {
        if (judged.stale().contains(line)) {
            return STALE;
        }
        if (judged.expired().contains(line)) {
            return EXPIRED;
        }
        return judged.known().stream().anyMatch(line::about) ? KNOWN : UNSEEN;
    }

    /** Whether it makes the gate red. */
    boolean red() {
        return sign.equals(STALE) || sign.equals(EXPIRED);
    }
}
