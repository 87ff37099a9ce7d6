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
        Finding first = verdict.findings().get(0);
        text.append(": at ").append(first.where());
        text.append(" expected ").append(first.expected());
        text.append(", got ").append(first.actual());
        int more = verdict.findings().size() - 1;
        return more == 0
                ? text.toString()
                : text.append(" (and ").append(more).append(" more)").toString();
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
