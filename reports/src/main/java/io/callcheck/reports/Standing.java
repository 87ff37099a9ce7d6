package io.callcheck.reports;

import io.callcheck.verdict.Baseline;
import io.callcheck.verdict.Judged;
import io.callcheck.verdict.Outcome;
import io.callcheck.verdict.Verdict;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Tells how a broken case stands before the gate. */
final class Standing {
    private final Judged judged;
    private final Set<Verdict> violations;
    private final Set<Verdict> known;
    private final Set<Verdict> outside;

    Standing(Judged judged) {
        this.judged = judged;
        this.violations = new HashSet<>(judged.violations());
        this.known = new HashSet<>(judged.known());
        this.outside = new HashSet<>(judged.outside());
    }

    /** Whether a verdict makes the gate red. */
    boolean gates(Verdict verdict) {
        return violations.contains(verdict);
    }

    /** What is not plain of a broken case: why it does not gate, why it does, that it is unstable; else empty. */
    String note(Verdict verdict) {
        String gate = gate(verdict);
        return verdict.unstable() ? "unstable: " + verdict.reason() + (gate.isEmpty() ? "" : "; " + gate) : gate;
    }

    private String gate(Verdict verdict) {
        if (known.contains(verdict)) {
            Optional<Baseline.Line> line = judged.terms().baseline().line(verdict);
            String until =
                    line.map(Baseline.Line::expires).map(e -> ", until " + e).orElse("");
            return "known failure: " + line.map(Baseline.Line::reason).orElse("") + until;
        }
        if (outside.contains(verdict)) {
            return "not in edition " + judged.terms().edition().name() + ": it does not gate";
        }
        return verdict.outcome() == Outcome.WARN && gates(verdict) ? "it gates at this level" : "";
    }
}
