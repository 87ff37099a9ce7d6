package io.callcheck.exchange;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** When a target that puts a request off wants to be asked again. Source: RFC 9110, section 10.2.3. */
final class RetryAfter {
    /** For a target that does not say. */
    private static final Duration UNTOLD = Duration.ofSeconds(1);

    private RetryAfter() {}

    /**
     * How long is to be waited; a second where the answer does not say, nothing where its date is over.
     *
     * @param answer what came
     * @param now what is taken for the target's time where it does not tell its own in {@code Date}
     */
    static Duration of(Answer answer, Instant now) {
        String value = answer.header("retry-after").orElse("").trim();
        if (value.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(value));
        }
        Optional<Instant> until = date(value);
        Instant from = answer.header("date").flatMap(RetryAfter::date).orElse(now);
        Duration wait = until.map(then -> Duration.between(from, then)).orElse(UNTOLD);
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    private static Optional<Instant> date(String value) {
        try {
            return Optional.of(ZonedDateTime.parse(value.trim(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
