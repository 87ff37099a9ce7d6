package io.callcheck.expect;

import static io.callcheck.expect.CallEvidence.A;
import static io.callcheck.expect.CallEvidence.call;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What one sight of a call tells of its members and of the request that it answers. */
class SightingTest {
    private static final OffsetDateTime NOON = OffsetDateTime.parse("2026-11-21T12:00:30Z");

    private final CallEvidence seen = new CallEvidence();

    @Test
    void onlyTextIsText() {
        Sighting sighting = looked("'status': 'busy', 'duration': 7, 'price': null");
        assertThat(sighting.text("status")).isEqualTo("busy");
        assertThat(sighting.text("duration")).isEmpty();
        assertThat(sighting.text("price")).isEmpty();
        assertThat(sighting.text("absent")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0c9d7b52-6e1a-4f38-8a4b-d2f5e9137c60", "0C9D7B52-6E1A-4F38-8A4B-D2F5E9137C60"})
    void aUuidIsOneInAnyLetterCase(String text) {
        assertThat(Sighting.isUuid(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "CA0c9d7b526e1a4f388a4bd2f5e9137c60",
                "0c9d7b52-6e1a-4f38-8a4b-d2f5e9137c6",
                "0c9d7b52-6e1a-4f38-8a4b-d2f5e9137c601",
                "{0c9d7b52-6e1a-4f38-8a4b-d2f5e9137c60}",
                "gc9d7b52-6e1a-4f38-8a4b-d2f5e9137c60"
            })
    void anythingElseIsNone(String text) {
        assertThat(Sighting.isUuid(text)).isFalse();
    }

    @Test
    void aDateIsOneOfRfc2822() {
        Sighting sighting = looked("'at': 'Sat, 21 Nov 2026 12:00:30 +0000', 'iso': '2026-11-21T12:00:30Z'");
        assertThat(sighting.date("at")).contains(NOON);
        assertThat(sighting.date("iso")).isEmpty();
        assertThat(sighting.exact("at")).isTrue();
        assertThat(looked("'at': '21 Nov 2026 12:00 GMT'").exact("at")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"12:00:30, 11:00:00, 30", "12:00:30, 11:00, 0", "12:00, 11:00:30, 0", "12:00, 11:00, 0"})
    void aMomentIsCutToTheMinuteUnlessBothTellTheirSeconds(String at, String other, int second) {
        assertThat(Sighting.comparable("21 Nov 2026 " + at + " GMT", "21 Nov 2026 " + other + " GMT"))
                .contains(NOON.withSecond(second));
        assertThat(Sighting.comparable("yesterday", "21 Nov 2026 12:00:30 GMT")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1.json, 1", ".json, ''", "1.xml, 1.xml", "1/Recordings.json, Recordings"})
    void whatWasAskedForIsTheLastStepOfThePath(String path, String asked) {
        seen.look("look", path, call(A, ""));
        assertThat(new Sighting(seen.of("look"), "", call(A, "")).asked()).isEqualTo(asked);
    }

    @ParameterizedTest
    @CsvSource({
        "update, Status=completed, true",
        "update, Url=http%3A%2F%2Fa&Status=, true",
        "update, Url=http%3A%2F%2Fa, false",
        "update, StatusCallback=x, false",
        "update, X=Status=completed, false",
        "create, Status=completed, false"
    })
    void aCommandIsAnUpdateOfTheStatus(String operation, String form, boolean commanded) {
        seen.sent("step", operation, form, 200, "{}");
        assertThat(new Sighting(seen.of("step"), "", call(A, "")).commanded()).isEqualTo(commanded);
    }

    @Test
    void aPlaceWithinTheBodyIsThatOfAList() {
        seen.list("list", call(A, ""));
        assertThat(new Sighting(seen.of("list"), "/calls/0", call(A, "")).listed())
                .isTrue();
        assertThat(looked("").listed()).isFalse();
    }

    @Test
    void itIsAnsweredWhenTheLastByteIsThere() {
        Sighting sighting = looked("");
        assertThat(Duration.between(sighting.exchange().at(), sighting.answered()))
                .isEqualTo(Duration.ofMillis(10));
        seen.silent("silent", "retrieve");
        Sighting silent = new Sighting(seen.of("silent"), "", call(A, ""));
        assertThat(silent.answered()).isEqualTo(silent.exchange().at());
    }

    @Test
    void aFindingNamesThePlaceAndTheValue() {
        seen.list("list", call(A, ""));
        Sighting listed = new Sighting(seen.of("list"), "/calls/3", call(A, "'to': 'x', 'from': null"));
        assertThat(listed.finding("to", "y")).isEqualTo(new Finding("/calls/3/to", "y", "\"x\""));
        assertThat(listed.finding("from", "y")).isEqualTo(new Finding("/calls/3/from", "y", "null"));
        assertThat(looked("").finding("to", "y")).isEqualTo(new Finding("/to", "y", "absent"));
    }

    private Sighting looked(String members) {
        seen.look("look", call(A, members));
        return new Sighting(seen.of("look"), "", call(A, members));
    }
}
