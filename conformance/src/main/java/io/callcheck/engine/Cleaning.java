package io.callcheck.engine;

import io.callcheck.exchange.Redaction;
import io.callcheck.expect.Finding;
import io.callcheck.verdict.Verdict;

/** Takes credentials out of verdicts. */
final class Cleaning {
    private Cleaning() {}

    /** The verdict without credentials: a target may put them in every text of it but the kit's own. */
    static Verdict of(Verdict verdict, Redaction redaction) {
        return new Verdict(
                verdict.clause(),
                verdict.caseName(),
                verdict.api(),
                verdict.operation(),
                verdict.level(),
                verdict.outcome(),
                verdict.blockedBy(),
                redaction.text(verdict.reason()),
                verdict.findings().stream()
                        .map(f -> new Finding(
                                redaction.text(f.where()), redaction.text(f.expected()), redaction.text(f.actual())))
                        .toList(),
                verdict.evidence(),
                verdict.unstable());
    }
}
