package io.callcheck.exchange;

import java.util.Optional;

/**
 * Tokens that are right as far as they go: whoever compares the beginning alone takes them for the right one. What
 * {@link Redaction} takes out of a token it takes out of these too.
 */
public final class AlmostRight {
    /** These stand in every notation of a token: decimal, hexadecimal, base64. */
    private static final String MORE = "10";

    private AlmostRight() {}

    /** The token with characters added, before what fills up base64: a reader of it looks no further. */
    public static String longer(String token) {
        return stem(token) + MORE + token.substring(stem(token).length());
    }

    /**
     * The token without its last character; nothing when what is left is so short that it could not be told from other
     * words, and kept out of the report like the token.
     */
    public static Optional<String> shorter(String token) {
        String stem = stem(token);
        return stem.length() > Needle.TELLING ? Optional.of(stem.substring(0, stem.length() - 1)) : Optional.empty();
    }

    private static String stem(String token) {
        int end = token.length();
        while (end > 0 && token.charAt(end - 1) == '=') {
            end--;
        }
        return token.substring(0, end);
    }
}
