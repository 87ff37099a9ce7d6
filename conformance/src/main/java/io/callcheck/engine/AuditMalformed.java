package io.callcheck.engine;

/** An entry of a recording that cannot be read; its message says what is wrong with it. */
final class AuditMalformed extends Exception {
    private static final long serialVersionUID = 1L;

    AuditMalformed(String message) {
        super(message);
    }
}
