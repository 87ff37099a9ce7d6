package io.callcheck.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How long a target asks to be left alone. */
class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

    @ParameterizedTest
    @CsvSource({"0,0", "7,7", "' 7 ',7", "86400,86400"})
    void secondsAreTakenAsTheyAre(String value, long seconds) {
        assertThat(after(value, "")).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void aDateIsMeasuredByTheClockThatToldIt() {
        String at = "Wed, 04 Mar 2026 05:06:10 GMT";
        assertThat(after(at, "")).isEqualTo(Duration.ofSeconds(3));
        assertThat(after(at, "Wed, 04 Mar 2026 05:06:05 GMT")).isEqualTo(Duration.ofSeconds(5));
        assertThat(after(at, "yesterday")).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void whatIsOverIsNotWaitedFor() {
        assertThat(after("Wed, 04 Mar 2026 05:06:00 GMT", "")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "1.5", "12345678901", "2026-03-04T05:06:10Z"})
    void anythingElseIsASecond(String value) {
        assertThat(after(value, "")).isEqualTo(Duration.ofSeconds(1));
    }

    private static Duration after(String value, String date) {
        List<Header> headers = new ArrayList<>();
        if (!value.isEmpty()) {
            headers.add(new Header("Retry-After", value));
        }
        if (!date.isEmpty()) {
            headers.add(new Header("Date", date));
        }
        return RetryAfter.of(new Answer(429, headers, new byte[0], false, 0), NOW);
    }
}
