package io.callcheck.engine;

import io.callcheck.exchange.Exchange;
import io.callcheck.expect.Finding;
import io.callcheck.expect.Judgement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What the stretches of a recording say of one case together. */
final class AuditTally {
    private static final int FINDINGS = 4;

    private final List<Finding> findings = new ArrayList<>();
    private final List<Exchange> evidence = new ArrayList<>();
    private @Nullable Judgement rest;

    /**
     * Counts what one stretch says: one violation breaks the case, one sight without any shows it.
     *
     * @param keep makes of an exchange what is kept of it
     */
    void add(Judgement judgement, UnaryOperator<Exchange> keep) {
        if (judgement instanceof Judgement.Broken broken) {
            broken(broken, keep);
        } else if (findings.isEmpty() && rank(judgement) > rank(rest)) {
            rest = kept(
                    judgement, judgement.evidence().stream().limit(1).map(keep).toList());
        }
    }

    /** Says why nothing could be found out, unless something was. */
    void unjudged(String why) {
        if (findings.isEmpty() && (rest == null || rest instanceof Judgement.Unseen)) {
            rest = new Judgement.Unknown(why, List.of());
        }
    }

    /** The judgement, resting on what was kept. */
    Judgement judgement() {
        if (!findings.isEmpty()) {
            return new Judgement.Broken(List.copyOf(findings), List.copyOf(evidence));
        }
        return rest == null ? new Judgement.Unseen("no answer showed it", List.of()) : rest;
    }

    /** The same judgement, which lets go of the exchanges that are not kept. */
    private static Judgement kept(Judgement judgement, List<Exchange> kept) {
        if (judgement instanceof Judgement.Held) {
            return new Judgement.Held(kept);
        }
        if (judgement instanceof Judgement.Unknown unknown) {
            return new Judgement.Unknown(unknown.reason(), kept);
        }
        if (judgement instanceof Judgement.Blocked blocked) {
            return new Judgement.Blocked(blocked.clause(), blocked.reason(), kept);
        }
        return judgement instanceof Judgement.Unseen unseen ? new Judgement.Unseen(unseen.reason(), kept) : judgement;
    }

    private void broken(Judgement.Broken broken, UnaryOperator<Exchange> keep) {
        boolean more = false;
        for (Finding finding : broken.findings()) {
            if (findings.size() < FINDINGS && !findings.contains(finding)) {
                findings.add(finding);
                more = true;
            }
        }
        if (more) {
            broken.evidence().stream()
                    .limit(Math.max(0, FINDINGS - evidence.size()))
                    .map(keep)
                    .forEach(evidence::add);
        }
    }

    /** What one stretch shows outranks what another does not. */
    private static int rank(@Nullable Judgement judgement) {
        if (judgement == null) {
            return -1;
        }
        if (judgement instanceof Judgement.Unknown) {
            return 4;
        }
        if (judgement instanceof Judgement.Held) {
            return 3;
        }
        if (judgement instanceof Judgement.NotApplicable) {
            return 2;
        }
        return judgement instanceof Judgement.Blocked ? 1 : 0;
    }
}
