package io.callcheck.suite;

/** What could not be found out, as a test in error: one line, and no stack. */
final class CaseError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CaseError(String message) {
        super(message, null, false, false);
    }
}
