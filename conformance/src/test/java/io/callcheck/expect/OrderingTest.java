package io.callcheck.expect;

import static io.callcheck.expect.CallEvidence.A;
import static io.callcheck.expect.CallEvidence.ACCOUNT;
import static io.callcheck.expect.CallEvidence.call;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Members of one call that bound each other: each bound from both sides, and what shows nothing of it. */
class OrderingTest {
    private static final String NOON = "'Sat, 21 Nov 2026 12:00:00 +0000'";

    private final Sightings.Law figures = Ordering.figures("min", "avg", "max");
    private final Sightings.Law order = Ordering.notBefore("end_time", "start_time");
    private final Sightings.Law begun = Ordering.begun();
    private final Sightings.Law unknown = Ordering.unknown("price", Set.of("queued", "ringing"));
    private final Sightings.Law nothing = Ordering.nothing(Set.of("queued", "ringing"));
    private CallEvidence seen = new CallEvidence();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'min': 1, 'avg': 2, 'max': 3",
                "'min': 1, 'avg': 1, 'max': 3",
                "'min': 1, 'avg': 3, 'max': 3",
                "'min': 0, 'avg': 0, 'max': 0",
                "'min': 0.4, 'avg': 0.5, 'max': 0.6"
            })
    void figuresThatDoNotFallAreLawful(String members) {
        assertThat(judge(figures, members)).isEqualTo(seen.held("look"));
    }

    @ParameterizedTest
    @CsvSource({"3, 2, 4", "1, 4, 3", "5, 4, 3", "0.6, 0.5, 0.7"})
    void anAverageOutsideOfItsBoundsIsBroken(String min, String avg, String max) {
        assertThat(judge(figures, "'min': " + min + ", 'avg': " + avg + ", 'max': " + max))
                .isEqualTo(seen.broken("/avg", "from " + min + " to " + max, avg, "look"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'avg': 9, 'max': 3",
                "'min': 9, 'avg': null, 'max': 3",
                "'min': 9, 'avg': 5",
                "'min': '9', 'avg': 5, 'max': 3",
                "'min': -1, 'avg': 5, 'max': 3",
                "'min': 9, 'avg': -1, 'max': 3",
                "'min': 9, 'avg': 5, 'max': -1"
            })
    void figuresThatAreNotAllThereShowNothing(String members) {
        assertThat(judge(figures, members)).isEqualTo(none());
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', delimiter = '|', textBlock = """
                    'Sat, 21 Nov 2026 12:00:00 +0000'
                    'Sat, 21 Nov 2026 12:00:01 GMT'
                    '21 Nov 2026 12:00 GMT'
                    'Sun, 22 Nov 2026 00:00:00 +0000'
                    """)
    void aDateThatIsNotBeforeTheOtherIsLawful(String end) {
        assertThat(judge(order, "'start_time': " + NOON + ", 'end_time': " + end))
                .isEqualTo(seen.held("look"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sat, 21 Nov 2026 11:59:59 +0000",
                "Sat, 21 Nov 2026 12:00:00 +0000",
                "Sat, 21 Nov 2026 12:09:00 +0000",
                "21 Nov 2026 12:00 GMT"
            })
    void aCallMayBeginASecondBeforeItsCreation(String start) {
        assertThat(judge(begun, "'date_created': " + NOON + ", 'start_time': '" + start + "'"))
                .isEqualTo(seen.held("look"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sat, 21 Nov 2026 11:59:58 +0000", "21 Nov 2026 11:59 GMT"})
    void aCallThatBeginsEarlierIsBroken(String start) {
        assertThat(judge(begun, "'date_created': " + NOON + ", 'start_time': '" + start + "'"))
                .isEqualTo(seen.broken(
                        "/start_time", "not before Sat, 21 Nov 2026 12:00:00 +0000", '"' + start + '"', "look"));
        assertThat(judge(begun, "'status': 'queued', 'date_created': " + NOON + ", 'start_time': '" + start + "'"))
                .isEqualTo(none());
    }

    @ParameterizedTest
    @ValueSource(strings = {"'start_time': null", "'start_time': 'soon'", "'status': 'ringing'"})
    void aCallThatTellsNoBeginningShowsNothing(String members) {
        assertThat(judge(begun, "'date_created': " + NOON + ", " + members)).isEqualTo(none());
    }

    @Test
    void aDateWithoutSecondsIsComparedByTheMinute() {
        assertThat(judge(order, "'start_time': '21 Nov 2026 12:00:59 GMT', 'end_time': '21 Nov 2026 12:00 GMT'"))
                .isEqualTo(seen.held("look"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sat, 21 Nov 2026 11:59:59 +0000", "21 Nov 2026 11:59 GMT"})
    void aDateBeforeTheOtherIsBroken(String end) {
        assertThat(judge(order, "'start_time': " + NOON + ", 'end_time': '" + end + "'"))
                .isEqualTo(seen.broken(
                        "/end_time", "not before Sat, 21 Nov 2026 12:00:00 +0000", '"' + end + '"', "look"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'start_time': null, 'end_time': 'Sat, 21 Nov 2026 11:59:59 +0000'",
                "'start_time': 'Sat, 21 Nov 2026 11:59:59 +0000'",
                "'start_time': 'Sat, 21 Nov 2026 12:00:00 +0000', 'end_time': '2026-11-21T11:00:00Z'"
            })
    void datesThatAreNotBothThereShowNothing(String members) {
        assertThat(judge(order, members)).isEqualTo(none());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "9", "10", "11", "11.9"})
    void aDurationMayBeShorterAndASecondLonger(String duration) {
        assertThat(judge(Ordering.duration(), timed("12:00:00", "12:00:10", duration)))
                .isEqualTo(seen.held("look"));
    }

    @Test
    void aDurationOfTwoSecondsMoreIsBroken() {
        assertThat(judge(Ordering.duration(), timed("12:00:00", "12:00:10", "12")))
                .isEqualTo(seen.broken("/duration", "at most 11", "12", "look"));
    }

    @ParameterizedTest
    @CsvSource({"12:00, 12:00:10, 70, 71", "12:00:00, 12:00, 60, 61", "12:00, 12:00, 60, 61"})
    void aDateWithoutSecondsLeavesAMinuteOpen(String start, String end, String most, String more) {
        assertThat(judge(Ordering.duration(), timed(start, end, most))).isEqualTo(seen.held("look"));
        assertThat(judge(Ordering.duration(), timed(start, end, more)))
                .isEqualTo(seen.broken("/duration", "at most " + most, more, "look"));
    }

    @Test
    void aCallThatEndsAtOnceMayLastASecond() {
        assertThat(judge(Ordering.duration(), timed("12:00:00", "12:00:00", "1")))
                .isEqualTo(seen.held("look"));
    }

    @ParameterizedTest
    @CsvSource({"12:00:10, 12:00:00, 99", "12:00:00, 25:00:00, 99", "24:00:00, 12:00:00, 99", "12:00:00, 12:00:10, -1"})
    void aDurationWithoutItsTimesShowsNothing(String start, String end, String duration) {
        assertThat(judge(Ordering.duration(), timed(start, end, duration))).isEqualTo(none());
    }

    @Test
    void whatIsUnknownWhileACallLivesIsNull() {
        assertThat(judge(unknown, "'status': 'ringing', 'price': null")).isEqualTo(seen.held("look"));
        assertThat(judge(unknown, "'status': 'ringing', 'price': 0"))
                .isEqualTo(seen.broken("/price", "null while ringing", "0", "look"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'status': 'completed', 'price': 1", "'status': 'ringing'", "'price': 1", "'status': null"})
    void whatACallShowsOtherwiseIsFree(String members) {
        assertThat(judge(unknown, members)).isEqualTo(none());
    }

    @Test
    void aCallLastsNothingWhileItLives() {
        assertThat(judge(nothing, "'status': 'queued', 'duration': 0")).isEqualTo(seen.held("look"));
        assertThat(judge(nothing, "'status': 'queued', 'duration': 0.0")).isEqualTo(seen.held("look"));
        assertThat(judge(nothing, "'status': 'queued', 'duration': 7"))
                .isEqualTo(seen.broken("/duration", "0 while queued", "7", "look"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'status': 'completed', 'duration': 7",
                "'status': 'ringing', 'duration': -1",
                "'status': 'ringing', 'duration': null",
                "'status': 'ringing', 'duration': '7'"
            })
    void aDurationThatIsNoneShowsNothing(String members) {
        assertThat(judge(nothing, members)).isEqualTo(none());
    }

    @Test
    void theAnswerToACommandMayShowEitherStatus() {
        seen.update("end", "Status=completed", call(A, "'status': 'ringing', 'price': 1, 'duration': 7"));
        assertThat(seen.judge(each(unknown))).isEqualTo(none());
        assertThat(seen.judge(each(nothing))).isEqualTo(none());
        seen.update("other", "Url=http%3A%2F%2Fa", call(A, "'status': 'ringing', 'price': 1, 'duration': 7"));
        assertThat(seen.judge(each(unknown))).isEqualTo(seen.broken("/price", "null while ringing", "1", "other"));
        assertThat(seen.judge(each(nothing))).isEqualTo(seen.broken("/duration", "0 while ringing", "7", "other"));
    }

    private static String timed(String start, String end, String duration) {
        return "'start_time': '21 Nov 2026 " + start + " GMT', 'end_time': '21 Nov 2026 " + end + " GMT', 'duration': "
                + duration;
    }

    private Judgement judge(Sightings.Law law, String members) {
        seen = new CallEvidence().look("look", call(A, members));
        return seen.judge(each(law));
    }

    private static Expectation each(Sightings.Law law) {
        return new Sightings(ACCOUNT, Soundness.EVERYTHING).each(law);
    }

    private Judgement none() {
        return seen.unseen("no answer showed it");
    }
}
