package io.callcheck.reports;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers and dates for people. */
final class Figures {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH);

    private Figures() {}

    /** A whole number with its thousands apart: {@code 1,204}. */
    static String count(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    /** A number and what it counts: {@code 1 case}, {@code 2 cases}. */
    static String count(long number, String one, String many) {
        return count(number) + " " + (number == 1 ? one : many);
    }

    /** A time of an exchange. */
    static String millis(double millis) {
        return String.format(Locale.ENGLISH, millis < 10 ? "%.1f ms" : "%,.0f ms", millis);
    }

    /** A time of a run. */
    static String duration(long millis) {
        if (millis < 1_000) {
            return millis + " ms";
        }
        if (millis < 120_000) {
            return String.format(Locale.ENGLISH, "%.1f s", millis / 1000.0);
        }
        return String.format(Locale.ENGLISH, "%d min %02d s", millis / 60_000, millis / 1000 % 60);
    }

    /** How long after the first a second moment is: {@code 0.412 s}. */
    static String seconds(Instant from, Instant to) {
        return String.format(
                Locale.ENGLISH, "%.3f s", Duration.between(from, to).toMillis() / 1000.0);
    }

    /** A date of RFC 3339 in words, or the text as it is when it is no such date. */
    static String date(String text) {
        try {
            return DATE.format(OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return text;
        }
    }

    /** The name of an API for people. */
    static String api(String id) {
        return switch (id) {
            case "signalwire" -> "SignalWire";
            case "bird" -> "Bird";
            default -> id;
        };
    }
}
