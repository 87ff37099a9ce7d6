package io.callcheck.expect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates of RFC 2822 in GMT: open in what the RFC leaves free, strict in what it fixes. */
class Rfc2822Test {
    private static final List<String> DAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
    private static final List<String> TAGE = List.of("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So");
    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    /** What the RFC leaves free about the weekday and the day. */
    enum Day {
        NAMED,
        NAMED_ONE_DIGIT,
        BARE,
        BARE_ONE_DIGIT
    }

    /** What it does not. */
    enum Wrong {
        ISO_8601,
        EPOCH_SECONDS,
        TWO_DIGIT_YEAR,
        WEEKDAY_OF_TOMORROW,
        WEEKDAY_IN_GERMAN,
        LOWER_CASE,
        FOREIGN_OFFSET,
        OFFSET_WITH_COLON,
        NO_ZONE,
        NAMED_UTC,
        HOUR_24,
        ONE_DIGIT_HOUR,
        TEXT_AROUND
    }

    @Property(tries = 500)
    void everyLawfulWritingNamesTheSameMoment(
            @ForAll("moments") OffsetDateTime moment, @ForAll Day day, @ForAll("zones") String zone) {
        assertThat(Rfc2822.parse(write(moment, day, true, zone))).contains(moment);
        OffsetDateTime minute = moment.truncatedTo(ChronoUnit.MINUTES);
        assertThat(Rfc2822.parse(write(minute, day, false, zone))).contains(minute);
    }

    @Property(tries = 1000)
    void everyWrongWritingIsRefused(@ForAll("moments") OffsetDateTime moment, @ForAll Wrong wrong) {
        assertThat(Rfc2822.parse(write(moment, wrong))).as(write(moment, wrong)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Fri, 21 Sep 2018 07:05:09 +0000",
                "Fri, 21 Sep 2018 07:05:09 GMT",
                "Fri, 21 Sep 2018 07:05:09 -0000",
                "21 Sep 2018 07:05 GMT",
                "1 Jan 2024 00:00:00 +0000",
                "Thu, 29 Feb 2024 23:59:59 +0000",
                "Fri,  21 Sep  2018 07:05:09 +0000",
                "Sat, 31 Dec 2016 23:59:60 +0000"
            })
    void examplesAreDates(String text) {
        assertThat(Rfc2822.parse(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Fri,\t21 Sep 2018 07:05:09 +0000",
                "Fri, \t 21  Sep\t\t2018 07:05:09\tGMT",
                "21  Sep 2018 07:05:09 GMT"
            })
    void foldedBlanksNameTheSameMoment(String text) {
        assertThat(Rfc2822.parse(text)).contains(OffsetDateTime.parse("2018-09-21T07:05:09Z"));
    }

    @Test
    void aLeapSecondIsTakenForTheOneBeforeIt() {
        assertThat(Rfc2822.parse("Sat, 31 Dec 2016  23:59:60 +0000"))
                .contains(OffsetDateTime.parse("2016-12-31T23:59:59Z"));
        assertThat(Rfc2822.parse("31 Dec 2016 23:60 GMT")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "31 Feb 2024 10:00:00 +0000",
                "29 Feb 2023 10:00:00 +0000",
                "31 Apr 2024 10:00:00 +0000",
                "0 Jan 2024 10:00:00 +0000",
                "21 Sep 2018 10:60:00 +0000",
                "21 Sep 2018 10:00:61 +0000",
                "21 Sept 2018 10:00:00 +0000",
                "21 September 2018 10:00:00 +0000",
                "Friday, 21 Sep 2018 10:00:00 +0000",
                "Fri 21 Sep 2018 10:00:00 +0000",
                "Fri, 21-Sep-2018 10:00:00 GMT",
                "Fri Sep 21 10:00:00 2018",
                "Fri, 21 Sep 12018 10:00:00 +0000",
                "Fri, ٢١ Sep 2018 10:00:00 +0000",
                "2018-09-21 07:05:09 UTC",
                "null"
            })
    void examplesAreNone(String text) {
        assertThat(Rfc2822.parse(text)).isEmpty();
    }

    @Provide
    Arbitrary<OffsetDateTime> moments() {
        return Arbitraries.longs()
                .between(
                        Instant.parse("1900-01-01T00:00:00Z").getEpochSecond(),
                        Instant.parse("9999-12-30T23:59:59Z").getEpochSecond())
                .map(seconds -> Instant.ofEpochSecond(seconds).atOffset(ZoneOffset.UTC));
    }

    @Provide
    Arbitrary<String> zones() {
        return Arbitraries.of("+0000", "GMT");
    }

    private static String write(OffsetDateTime at, Day day, boolean seconds, String zone) {
        String named = day == Day.NAMED || day == Day.NAMED_ONE_DIGIT ? weekday(at) + ", " : "";
        String pattern = day == Day.NAMED || day == Day.BARE ? "%02d" : "%d";
        String time = String.format(Locale.ROOT, "%02d:%02d", at.getHour(), at.getMinute());
        String second = seconds ? String.format(Locale.ROOT, ":%02d", at.getSecond()) : "";
        return named + String.format(Locale.ROOT, pattern, at.getDayOfMonth()) + " " + month(at) + " " + at.getYear()
                + " " + time + second + " " + zone;
    }

    private static String write(OffsetDateTime at, Wrong wrong) {
        String right = write(at, Day.NAMED, true, "+0000");
        String hour = String.format(Locale.ROOT, " %02d:", at.getHour());
        return switch (wrong) {
            case ISO_8601 -> at.toString();
            case EPOCH_SECONDS -> Long.toString(at.toEpochSecond());
            case TWO_DIGIT_YEAR ->
                right.replace(
                        " " + at.getYear() + " ",
                        String.format(Locale.ROOT, " %02d ", Math.floorMod(at.getYear(), 100)));
            case WEEKDAY_OF_TOMORROW -> weekday(at.plusDays(1)) + right.substring(3);
            case WEEKDAY_IN_GERMAN -> TAGE.get(at.getDayOfWeek().getValue() - 1) + right.substring(3);
            case LOWER_CASE -> right.toLowerCase(Locale.ROOT);
            case FOREIGN_OFFSET -> right.replace("+0000", "+0100");
            case OFFSET_WITH_COLON -> right.replace("+0000", "+00:00");
            case NO_ZONE -> right.replace(" +0000", "");
            case NAMED_UTC -> right.replace("+0000", "UTC");
            case HOUR_24 -> right.replace(hour, " 24:");
            case ONE_DIGIT_HOUR -> right.replace(hour, " " + at.getHour() % 10 + ":");
            case TEXT_AROUND -> right + " ";
        };
    }

    private static String weekday(OffsetDateTime at) {
        return DAYS.get(at.getDayOfWeek().getValue() - 1);
    }

    private static String month(OffsetDateTime at) {
        return MONTHS.get(at.getMonthValue() - 1);
    }
}
