package io.callcheck.expect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How long a call lasted is told of its end alone, and is what the call shows. */
class CallDurationsTest {
    private static final String CREATE = "create with all events";
    private static final Line LINE = new Line(CREATE, "all", false);
    private static final CallbackEvidence CREATED = new CallbackEvidence().created(CREATE);

    @Test
    void howLongTheCallLastedIsNotToldBeforeItsEnd() {
        Expectation notBefore = CallDurations.notBefore(LINE);
        CallbackEvidence seen = CREATED.heard("all", "CallStatus=in-progress&CallDuration=")
                .heard("all", "CallStatus=unheard-of&CallDuration=4")
                .heard("all", "CallStatus=completed&CallDuration=4");
        assertThat(seen.judge(notBefore)).isEqualTo(seen.held(CREATE));
        CallbackEvidence early = seen.heard("all", "CallStatus=ringing&CallDuration=0")
                .heard("all", "CallStatus=ringing&CallDuration=0");
        assertThat(early.judge(notBefore))
                .isEqualTo(early.broken(new Finding("CallDuration", "absent from ringing", "0"), CREATE));
    }

    @Test
    void whereOnlyTheEndOrNoEventIsToldNothingIsToldBefore() {
        CallbackEvidence seen = CREATED.heard("all", "CallStatus=completed&CallDuration=4")
                .heard("all", "CallStatus=unheard-of&CallDuration=4");
        assertThat(seen.judge(CallDurations.notBefore(LINE)))
                .isEqualTo(seen.unseen("nothing was told before the end", CREATE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4", "5", "6"})
    void whatIsToldOfTheDurationIsWhatTheCallShows(String told) {
        CallbackEvidence seen = lasted(5, "").heard("all", "CallStatus=completed&CallDuration=" + told);
        assertThat(seen.judge(CallDurations.figure(LINE))).isEqualTo(seen.held(CREATE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "3", "7", "65"})
    void anotherDurationIsBroken(String told) {
        CallbackEvidence seen = lasted(5, "").heard("all", "CallStatus=completed&CallDuration=" + told);
        assertThat(seen.judge(CallDurations.figure(LINE)))
                .isEqualTo(seen.broken(new Finding("CallDuration", "5 to within a second", told), CREATE));
    }

    @ParameterizedTest
    @CsvSource({
        "0, CallStatus=completed&CallDuration=5",
        "5, CallStatus=completed",
        "5, CallStatus=completed&CallDuration=many",
        "5, CallStatus=in-progress&CallDuration=9"
    })
    void aDurationThatIsNotShownOrNotToldIsNotCompared(int shown, String form) {
        CallbackEvidence seen = lasted(shown, "").heard("all", form);
        assertThat(seen.judge(CallDurations.figure(LINE)))
                .isEqualTo(seen.unseen("the call does not show or tell how long it was", CREATE));
    }

    @Test
    void aDurationThatItsOwnDatesLeaveNoRoomForIsAMatterOfItsOwnClause() {
        String dates = ",\"start_time\":\"21 Nov 2026 12:00:00 GMT\",\"end_time\":\"21 Nov 2026 12:00:05 GMT\"";
        CallbackEvidence wrong = lasted(7, dates).heard("all", "CallStatus=completed&CallDuration=5");
        assertThat(wrong.judge(CallDurations.figure(LINE)))
                .isEqualTo(wrong.blocked(
                        "signalwire.call.duration.bound",
                        "the call itself shows another duration than its dates",
                        "look 1"));
        CallbackEvidence right = lasted(6, dates).heard("all", "CallStatus=completed&CallDuration=5");
        assertThat(right.judge(CallDurations.figure(LINE))).isEqualTo(right.held(CREATE));
    }

    private static CallbackEvidence lasted(int seconds, String more) {
        String over = CallbackEvidence.call(CallbackEvidence.SID, "completed");
        String body = over.substring(0, over.length() - 1) + ",\"duration\":" + seconds + more + "}";
        return CREATED.answered("look 1", "retrieve", 200, body);
    }
}
