package io.callcheck.expect;

import static java.time.temporal.ChronoField.DAY_OF_MONTH;
import static java.time.temporal.ChronoField.DAY_OF_WEEK;
import static java.time.temporal.ChronoField.HOUR_OF_DAY;
import static java.time.temporal.ChronoField.MINUTE_OF_HOUR;
import static java.time.temporal.ChronoField.MONTH_OF_YEAR;
import static java.time.temporal.ChronoField.SECOND_OF_MINUTE;
import static java.time.temporal.ChronoField.YEAR;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.format.Format;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.format.SignStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The date format of RFC 2822, section 3.3, in GMT: strict in what the RFC fixes (English names, four digits of year,
 * two of the hour, a day that exists, a weekday that agrees), open in what it leaves free (no weekday, no seconds, a
 * day of one digit, several blanks, a leap second). Source: SignalWire Compatibility API, Calls: "in RFC 2822 GMT format".
 */
public final class Rfc2822 implements Format {
    private static final DateTimeFormatter GRAMMAR = new DateTimeFormatterBuilder()
            .optionalStart()
            .appendText(
                    DAY_OF_WEEK, Map.of(1L, "Mon", 2L, "Tue", 3L, "Wed", 4L, "Thu", 5L, "Fri", 6L, "Sat", 7L, "Sun"))
            .appendLiteral(", ")
            .optionalEnd()
            .appendValue(DAY_OF_MONTH, 1, 2, SignStyle.NOT_NEGATIVE)
            .appendLiteral(' ')
            .appendText(
                    MONTH_OF_YEAR,
                    Map.ofEntries(
                            Map.entry(1L, "Jan"),
                            Map.entry(2L, "Feb"),
                            Map.entry(3L, "Mar"),
                            Map.entry(4L, "Apr"),
                            Map.entry(5L, "May"),
                            Map.entry(6L, "Jun"),
                            Map.entry(7L, "Jul"),
                            Map.entry(8L, "Aug"),
                            Map.entry(9L, "Sep"),
                            Map.entry(10L, "Oct"),
                            Map.entry(11L, "Nov"),
                            Map.entry(12L, "Dec")))
            .appendLiteral(' ')
            .appendValue(YEAR, 4)
            .appendLiteral(' ')
            .appendValue(HOUR_OF_DAY, 2)
            .appendLiteral(':')
            .appendValue(MINUTE_OF_HOUR, 2)
            .optionalStart()
            .appendLiteral(':')
            .appendValue(SECOND_OF_MINUTE, 2)
            .optionalEnd()
            .appendLiteral(' ')
            .appendOffset("+HHMM", "GMT")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private static final Pattern BLANKS = Pattern.compile("[ \\t]{2,}|\\t");
    private static final Pattern LEAP_SECOND = Pattern.compile("(:\\d\\d):60 ");

    /** The moment that a text names, or empty when the text is not such a date. */
    public static Optional<OffsetDateTime> parse(String text) {
        try {
            OffsetDateTime date = OffsetDateTime.parse(plain(text), GRAMMAR);
            return date.getOffset().getTotalSeconds() == 0 ? Optional.of(date) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** White space folded, and the leap second, which no calendar of the JDK has, taken for the one before it. */
    private static String plain(String text) {
        String folded = BLANKS.matcher(text).replaceAll(" ");
        return LEAP_SECOND.matcher(folded).replaceFirst("$1:59 ");
    }

    @Override
    public String getName() {
        return "rfc2822";
    }

    @Override
    public boolean matches(ExecutionContext context, String value) {
        return parse(value).isPresent();
    }
}
