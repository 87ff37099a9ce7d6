package io.callcheck.expect;

import static io.callcheck.expect.CallEvidence.A;
import static io.callcheck.expect.CallEvidence.ACCOUNT;
import static io.callcheck.expect.CallEvidence.B;
import static io.callcheck.expect.CallEvidence.call;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a call is stays the same, and its date of change never goes back. */
class StabilityTest {
    private final Sightings sightings = new Sightings(ACCOUNT, Soundness.EVERYTHING);
    private final Expectation constant =
            Stability.constant(sightings, List.of("from", "uri", "direction", "date_created"));
    private final Expectation rising = Stability.rising(sightings, "date_updated", "date_created");
    private final CallEvidence seen = new CallEvidence();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    'from': '+1555'                                     | 'from': '+1555'
                    'uri': '/Calls/1'                                   | 'uri': '/Calls/1.json'
                    'uri': '/Calls/1.json'                              | 'uri': '/Calls/1'
                    'direction': 'outbound-api'                         | 'direction': 'outbound-dial'
                    'direction': 'outbound'                             | 'direction': 'outbound-api'
                    'date_created': 'Sat, 21 Nov 2026 12:00:00 +0000'   | 'date_created': '21 Nov 2026 12:00:00 GMT'
                    'date_created': 'Sat, 21 Nov 2026 12:00:30 +0000'   | 'date_created': '21 Nov 2026 12:00 GMT'
                    """)
    void theSameValueInAnyLawfulWritingHolds(String first, String second) {
        seen.look("first", call(A, first)).look("second", call(A, second));
        assertThat(seen.judge(constant)).isEqualTo(seen.held("second"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    from         | "+1555"                           | "+1666"
                    from         | "/a"                              | "/a.json"
                    from         | "outbound-api"                    | "outbound-dial"
                    uri          | "/Calls/1"                        | "/Calls/2"
                    uri          | "/Calls/1.json"                   | "/Calls/2.json"
                    direction    | "inbound"                         | "outbound-api"
                    date_created | "Sat, 21 Nov 2026 12:00:00 +0000" | "Sat, 21 Nov 2026 12:00:01 +0000"
                    date_created | "21 Nov 2026 12:00 GMT"           | "21 Nov 2026 12:01:00 GMT"
                    date_created | "21 Nov 2026 12:00 GMT"           | "yesterday"
                    date_created | "yesterday"                       | "21 Nov 2026 12:00 GMT"
                    """)
    void anotherValueIsBroken(String member, String first, String second) {
        seen.look("first", call(A, json(member, first))).look("second", call(A, json(member, second)));
        assertThat(seen.judge(constant))
                .isEqualTo(seen.broken("/" + member, quoted(first) + ", as before", quoted(second), "second", "first"));
    }

    @Test
    void everySightIsComparedWithTheFirst() {
        seen.create("made", call(A, "'from': '+1555'")).look("look", call(A, "'from': '+1555'"));
        seen.list("list", call(B, "'from': '+1777'"), call(A, "'from': '+1666'"));
        assertThat(seen.judge(constant))
                .isEqualTo(seen.broken("/calls/1/from", "\"+1555\", as before", "\"+1666\"", "list", "made"));
    }

    @Test
    void whatIsNotKnownYetMayBecomeKnown() {
        seen.look("none", call(A, "")).look("null", call(A, "'from': null"));
        seen.look("known", call(A, "'from': '+1555'")).look("null again", call(A, "'from': null"));
        assertThat(seen.judge(constant)).isEqualTo(seen.unseen("no call was seen twice"));
        seen.look("known again", call(A, "'from': '+1555'"));
        assertThat(seen.judge(constant)).isEqualTo(seen.held("known again"));
    }

    @Test
    void twoCallsMayDiffer() {
        seen.look("first", call(A, "'from': '+1555'")).look("second", call(B, "'from': '+1666'"));
        assertThat(seen.judge(constant)).isEqualTo(seen.unseen("no call was seen twice"));
    }

    @Test
    void aDateOfChangeIsNotBeforeThatOfTheCreation() {
        seen.look("look", call(A, dates("12:00:00", "12:00:00")));
        assertThat(seen.judge(rising)).isEqualTo(seen.held("look"));
        seen.list("list", call(A, dates("12:00:01", "12:00:00")));
        assertThat(seen.judge(rising))
                .isEqualTo(seen.broken(
                        "/calls/0/date_updated",
                        "not before 21 Nov 2026 12:00:01 GMT",
                        "\"21 Nov 2026 12:00:00 GMT\"",
                        "list"));
    }

    @ParameterizedTest
    @CsvSource({"12:00:00, 12:00:00", "12:00:00, 12:00:01", "12:00:30, 12:00", "12:00, 12:00:00"})
    void aDateOfChangeMayStandOrRise(String first, String second) {
        seen.look("first", call(A, dates("10:00:00", first))).look("second", call(A, dates("10:00:00", second)));
        assertThat(seen.judge(rising)).isEqualTo(seen.held("first", "second"));
    }

    @ParameterizedTest
    @CsvSource({"12:00:01, 12:00:00", "12:01, 12:00:59", "12:01:00, 12:00"})
    void aDateOfChangeThatGoesBackIsBroken(String first, String second) {
        seen.look("first", call(A, dates("10:00:00", first))).look("second", call(A, dates("10:00:00", second)));
        assertThat(seen.judge(rising))
                .isEqualTo(seen.broken(
                        "/date_updated",
                        "not before 21 Nov 2026 " + first + " GMT, which was told before",
                        "\"21 Nov 2026 " + second + " GMT\"",
                        "second",
                        "first"));
    }

    @Test
    void theLatestDateThatWasToldIsTheOneToKeepTo() {
        seen.look("first", call(A, dates("10:00:00", "12:00:00")))
                .look("second", call(A, dates("10:00:00", "12:00:09")));
        seen.look("third", call(A, dates("10:00:00", "12:00:05")));
        assertThat(seen.judge(rising))
                .isEqualTo(seen.broken(
                        "/date_updated",
                        "not before 21 Nov 2026 12:00:09 GMT, which was told before",
                        "\"21 Nov 2026 12:00:05 GMT\"",
                        "third",
                        "second"));
    }

    @Test
    void aListMayLagBehindAndAnUpdateMayRunAhead() {
        seen.update("ahead", "", call(A, dates("10:00:00", "12:00:09")));
        seen.look("look", call(A, dates("10:00:00", "12:00:05"))).look("dateless", call(A, "'date_updated': null"));
        seen.list("behind", call(A, dates("10:00:00", "12:00:01")));
        assertThat(seen.judge(rising)).isEqualTo(seen.held("ahead", "look", "behind"));
    }

    private static String dates(String created, String updated) {
        return "'date_created': '21 Nov 2026 " + created + " GMT', 'date_updated': '21 Nov 2026 " + updated + " GMT'";
    }

    private static String json(String member, String value) {
        return "'" + member + "': '" + value + "'";
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }
}
