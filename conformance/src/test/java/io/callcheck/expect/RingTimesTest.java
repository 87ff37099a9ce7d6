package io.callcheck.expect;

import static io.callcheck.expect.CallbackEvidence.SID;
import static io.callcheck.expect.CallbackEvidence.call;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A longer Timeout rings longer, as far as looks from outside can tell: at least and at most so many milliseconds. */
class RingTimesTest {
    private static final String SHORTER = "create short ring";
    private static final String LONGER = "create longer ring";

    private final Expectation longer = Outcomes.ringsLonger(SHORTER, LONGER);

    @ParameterizedTest
    @CsvSource({"4000, 5000, 5001, 9000", "4000, 5000, 14000, 15000", "0, 1, 2, 1000"})
    void aCallThatSurelyRangLongerHolds(int least, int most, int longerLeast, int longerMost) {
        CallbackEvidence seen = rang(least, most, longerLeast, longerMost);
        assertThat(seen.judge(longer)).isEqualTo(seen.held(SHORTER, LONGER));
    }

    @ParameterizedTest
    @CsvSource({"4000, 5000, 4000, 5000", "4000, 5000, 3000, 4000", "4000, 4000, 4000, 4000", "4000, 5000, 5000, 5000"})
    void callsThatRangForAboutTheSameTimeAreBroken(int least, int most, int longerLeast, int longerMost) {
        CallbackEvidence seen = rang(least, most, longerLeast, longerMost);
        Finding finding = new Finding("Timeout", shorter(least), "at most " + longerMost + " ms");
        assertThat(seen.judge(longer)).isEqualTo(seen.late(finding, SHORTER, LONGER));
    }

    private static String shorter(int least) {
        return "clearly longer than the " + least + " ms of the call with the shorter Timeout";
    }

    @ParameterizedTest
    @CsvSource({"4000, 5000, 4000, 5001", "4000, 15000, 14000, 15000", "0, 5000, 0, 5000"})
    void aDifferenceThatLooksCannotTellIsUnseen(int least, int most, int longerLeast, int longerMost) {
        CallbackEvidence seen = rang(least, most, longerLeast, longerMost);
        assertThat(seen.judge(longer)).isEqualTo(seen.unseen("the difference could not be measured", SHORTER, LONGER));
    }

    @Test
    void aCallSurelyRingsFromTheAnswerThatShowsSoToTheLastSuchLook() {
        CallbackEvidence seen = created(SHORTER, 300);
        seen = look(seen, SHORTER, 1, 150, 50, "ringing");
        seen = look(seen, SHORTER, 2, 2000, 50, "ringing");
        seen = look(seen, SHORTER, 3, 2500, 50, "Ringing");
        seen = look(seen, SHORTER, 4, 3000, 50, "no-answer");
        seen = look(seen, SHORTER, 5, 4000, 50, "ringing");
        seen = look(seen.at(0).answered(LONGER, "create", 200, "{}", 300), LONGER, 1, 2000, 50, "no-answer");
        Finding finding = new Finding("Timeout", shorter(1800), "at most 2050 ms");
        assertThat(seen.judge(longer)).isEqualTo(seen.late(finding, SHORTER, LONGER));
    }

    @Test
    void waitingForItsTurnIsNotRinging() {
        CallbackEvidence seen = created(SHORTER, 0).answered(LONGER, "create", 200, "{}", 0);
        seen = look(look(seen, SHORTER, 1, 59_000, 50, "queued"), SHORTER, 2, 60_000, 50, "ringing");
        seen = look(look(seen, SHORTER, 3, 62_000, 50, "ringing"), SHORTER, 4, 64_000, 50, "no-answer");
        CallbackEvidence longLine =
                look(look(seen, LONGER, 1, 65_000, 50, "ringing"), LONGER, 2, 69_000, 50, "no-answer");
        assertThat(longLine.judge(longer))
                .isEqualTo(longLine.unseen("the difference could not be measured", SHORTER, LONGER));
        CallbackEvidence rings = look(look(seen, LONGER, 1, 63_000, 50, "ringing"), LONGER, 2, 68_100, 50, "ringing");
        CallbackEvidence asLong = look(rings, LONGER, 3, 69_000, 50, "no-answer");
        assertThat(asLong.judge(longer))
                .isEqualTo(asLong.unseen("the difference could not be measured", SHORTER, LONGER));
        CallbackEvidence told = look(look(rings, LONGER, 3, 68_101, 50, "ringing"), LONGER, 4, 69_000, 50, "no-answer");
        assertThat(told.judge(longer)).isEqualTo(told.held(SHORTER, LONGER));
    }

    @ParameterizedTest
    @ValueSource(strings = {SHORTER, LONGER})
    void aCallThatRingsOnOrEndsOtherwiseShowsNothing(String which) {
        CallbackEvidence on = both(which, "ringing");
        assertThat(on.judge(longer)).isEqualTo(on.unseen("the last look showed a call ringing", SHORTER, LONGER));
        CallbackEvidence busy = both(which, "busy");
        assertThat(busy.judge(longer))
                .isEqualTo(busy.unseen("a call ended otherwise than with no-answer", SHORTER, LONGER));
    }

    @Test
    void theLongerRingIsSeenBeforeItsEnd() {
        CallbackEvidence seen = created(LONGER, 0).answered(SHORTER, "create", 200, "{}", 0);
        seen = look(look(seen, LONGER, 0, 0, 100, "ringing"), SHORTER, 1, 200, 0, "ringing");
        seen = look(look(seen, LONGER, 1, 3000, 0, "ringing"), SHORTER, 2, 3100, 0, "no-answer");
        CallbackEvidence asLong = look(seen, LONGER, 2, 3200, 0, "ringing");
        assertThat(asLong.judge(longer))
                .isEqualTo(asLong.unseen("the last look showed a call ringing", SHORTER, LONGER));
        CallbackEvidence told = look(seen, LONGER, 2, 3201, 0, "ringing");
        assertThat(told.judge(longer)).isEqualTo(told.held(SHORTER, LONGER));
    }

    @Test
    void bothCallsHaveToBeMade() {
        CallbackEvidence none = created("another", 0);
        assertThat(none.judge(longer)).isEqualTo(none.unseen("no call came into the state that it needs"));
        CallbackEvidence one = created(SHORTER, 0).answered(LONGER, "create", 422, "{}");
        assertThat(one.judge(longer)).isEqualTo(one.unseen("'create longer ring' was answered with 422", LONGER));
        CallbackEvidence silent = new CallbackEvidence().silent(SHORTER, "create", "nothing within 10 s");
        assertThat(silent.judge(longer)).isEqualTo(silent.unknown("no answer: nothing within 10 s", SHORTER));
    }

    private static CallbackEvidence both(String which, String status) {
        String other = which.equals(SHORTER) ? LONGER : SHORTER;
        CallbackEvidence seen = created(other, 0).answered(which, "create", 200, "{}");
        return look(look(seen, other, 1, 5000, 0, "no-answer"), which, 1, 5000, 0, status);
    }

    private static CallbackEvidence rang(int least, int most, int longerLeast, int longerMost) {
        CallbackEvidence seen = created(SHORTER, 0).answered(LONGER, "create", 200, "{}", 0);
        seen = look(seen, SHORTER, 1, 0, 0, "ringing");
        seen = look(look(seen, SHORTER, 2, least, 0, "ringing"), SHORTER, 3, most, 0, "no-answer");
        seen = look(look(seen, LONGER, 1, 0, 0, "ringing"), LONGER, 2, longerLeast, 0, "ringing");
        return look(seen, LONGER, 3, longerMost, 0, "no-answer");
    }

    private static CallbackEvidence created(String step, int millis) {
        return new CallbackEvidence().answered(step, "create", 200, "{}", millis);
    }

    private static CallbackEvidence look(
            CallbackEvidence seen, String row, int number, int at, int millis, String status) {
        return seen.at(at).answered(row + " " + number, "retrieve", 200, call(SID, status), millis);
    }
}
