package io.callcheck.exchange;

/** A target's description is wrong: the message names the key and the file, and what to do. */
public final class TargetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TargetException(String message) {
        super(message);
    }
}
