package io.callcheck.suite;

import io.callcheck.expect.Finding;
import io.callcheck.verdict.Verdict;

/** A violation as a failed test: one line that starts with the clause, and no stack, which would point into the kit. */
final class CaseFailure extends AssertionError {
    private static final long serialVersionUID = 1L;

    CaseFailure(Verdict verdict) {
        super(message(verdict));
    }

    private static String message(Verdict verdict) {
        StringBuilder text = new StringBuilder(verdict.clause())
                .append(" [")
                .append(verdict.operation())
                .append("]");
        for (Finding finding : verdict.findings()) {
            text.append(": at ").append(finding.where());
            text.append(" expected ").append(finding.expected());
            text.append(", got ").append(finding.actual());
        }
        return text.toString();
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
