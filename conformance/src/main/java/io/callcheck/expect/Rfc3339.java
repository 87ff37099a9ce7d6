package io.callcheck.expect;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;

/** Times of RFC 3339, read as openly as the clauses on their form are: section 5.6 allows small letters and a blank. */
public final class Rfc3339 {
    private static final int DATE = "2026-01-31".length();

    private Rfc3339() {}

    /** The moment that a text names; nothing when it names none, or the year 1, which stands for none. */
    public static Optional<Instant> parse(String text) {
        if (text.length() <= DATE || " tT".indexOf(text.charAt(DATE)) < 0) {
            return Optional.empty();
        }
        String strict = text.substring(0, DATE) + 'T' + text.substring(DATE + 1).toUpperCase(Locale.ROOT);
        try {
            OffsetDateTime time = OffsetDateTime.parse(strict);
            return time.getYear() <= 1 ? Optional.empty() : Optional.of(time.toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
