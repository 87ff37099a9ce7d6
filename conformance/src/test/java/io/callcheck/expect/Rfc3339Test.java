package io.callcheck.expect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times as Bird tells them. */
class Rfc3339Test {
    /** A day before the year 10000, wherever it is told. */
    private static final long LAST = 253_402_214_400L;

    @ParameterizedTest
    @CsvSource({
        "2026-03-04T05:06:07Z, 2026-03-04T05:06:07Z",
        "2026-03-04t05:06:07.5z, 2026-03-04T05:06:07.5Z",
        "2026-03-04 05:06:07Z, 2026-03-04T05:06:07Z",
        "2026-03-04T05:06:07.123456789+02:00, 2026-03-04T03:06:07.123456789Z"
    })
    void allItsFormsAreRead(String text, Instant time) {
        assertThat(Rfc3339.parse(text)).contains(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-03-04",
                "2026-03-04T05:06:07",
                "2026-03-04_05:06:07Z",
                "2026-02-30T00:00:00Z",
                "T",
                "0001-01-01T00:00:00Z",
                "Wed, 04 Mar 2026 05:06:07 +0000"
            })
    void nothingElseIs(String text) {
        assertThat(Rfc3339.parse(text)).isEmpty();
    }

    @Property
    void everyMomentIsReadAsItWasWritten(
            @ForAll @LongRange(min = 0, max = LAST) long second, @ForAll @IntRange(min = -720, max = 720) int minutes) {
        OffsetDateTime time = Instant.ofEpochSecond(second).atOffset(ZoneOffset.ofTotalSeconds(minutes * 60));
        assertThat(Rfc3339.parse(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time)))
                .contains(Instant.ofEpochSecond(second));
    }
}
