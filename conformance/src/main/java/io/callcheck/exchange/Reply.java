package io.callcheck.exchange;

import java.time.Duration;

/**
 * What an address of ours answers.
 *
 * @param status the HTTP status; 0 closes the connection without an answer
 * @param type the media type; empty for an answer without a body
 * @param body the body, each character one byte
 * @param delay how long the answer is held back
 */
public record Reply(int status, String type, String body, Duration delay) {
    /** Takes what comes and says nothing. */
    public static final Reply HEARD = new Reply(204, "", "", Duration.ZERO);
    /** Closes the connection without an answer. */
    public static final Reply CLOSED = new Reply(0, "", "", Duration.ZERO);

    /** A document; nothing when it is empty. */
    public static Reply document(String document) {
        return document.isEmpty() ? HEARD : new Reply(200, "application/xml", document, Duration.ZERO);
    }

    /** A status without a body. */
    public static Reply status(int status) {
        return new Reply(status, "", "", Duration.ZERO);
    }

    /** The same answer, held back. */
    public Reply late(Duration held) {
        return new Reply(status, type, body, held);
    }
}
