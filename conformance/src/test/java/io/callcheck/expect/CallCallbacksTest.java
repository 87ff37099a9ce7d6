package io.callcheck.expect;

import static io.callcheck.expect.CallbackEvidence.OTHER;
import static io.callcheck.expect.CallbackEvidence.SID;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The callbacks on recordings and on machine detection, and the silence after a refusal. */
class CallCallbacksTest {
    private static final String CREATE = "create that is recorded";
    private static final String RECORDING = "recordingStatusCallback";
    private static final String UPDATE = "give the recorded call another callback";
    private static final Line LINE = new Line(CREATE, "recording", false);
    private static final CallbackEvidence CREATED = new CallbackEvidence().created(CREATE);
    private static final CallbackEvidence TALKED = CREATED.looks("look", "in-progress", "completed");
    private static final Judgement HELD = CREATED.held(CREATE);

    @ParameterizedTest
    @ValueSource(strings = {"completed", "absent", "failed"})
    void theEndOfARecordingIsToldByEachStatusThatItMayEndWith(String status) {
        assertThat(recorded(CREATED, status).judge(CallCallbacks.recorded(LINE)))
                .isEqualTo(HELD);
    }

    @Test
    void theEndOfTheRecordingOfAnAnsweredCallHasToBeTold() {
        CallbackEvidence begun = recorded(TALKED, "in-progress");
        assertThat(begun.judge(CallCallbacks.recorded(LINE)))
                .isEqualTo(begun.late(
                        new Finding("RecordingStatus", "the end of the recording", "it did not come"), CREATE));
        CallbackEvidence nothing = TALKED.heard("another", "CallStatus=completed");
        assertThat(nothing.judge(CallCallbacks.recorded(LINE)))
                .isEqualTo(nothing.late(
                        new Finding("RecordingStatus", "the end of the recording", "nothing came"), CREATE));
        assertThat(TALKED.judge(CallCallbacks.recorded(LINE))).isInstanceOf(Judgement.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"in-progress", "busy"})
    void aCallThatWasNotAnsweredOrGoesOnHasNoRecordingToTellOf(String status) {
        CallbackEvidence seen = CREATED.look("look 1", status).heard("another", "CallStatus=ringing");
        Judgement unseen = seen.unseen("the call was not answered and ended", CREATE);
        assertThat(seen.judge(CallCallbacks.recorded(LINE))).isEqualTo(unseen);
        assertThat(seen.judge(CallCallbacks.delivered(LINE, "the end of machine detection")))
                .isEqualTo(unseen);
    }

    @Test
    void theBeginningOfARecordingHasToBeToldWhenAskedFor() {
        Expectation begun = CallCallbacks.begun(LINE);
        assertThat(recorded(CREATED, "in-progress").judge(begun)).isEqualTo(HELD);
        CallbackEvidence ended = recorded(TALKED, "completed");
        assertThat(ended.judge(begun))
                .isEqualTo(ended.late(new Finding("RecordingStatus", "in-progress", "it did not come"), CREATE));
    }

    @Test
    void whereNothingIsToldOfTheRecordingTheMissingBeginningIsAnotherMatter() {
        Judgement unseen = CREATED.unseen("nothing came of the recording", CREATE);
        assertThat(TALKED.heard("another", "CallStatus=completed").judge(CallCallbacks.begun(LINE)))
                .isEqualTo(unseen);
        assertThat(recorded(CREATED.look("look 1", "in-progress"), "completed").judge(CallCallbacks.begun(LINE)))
                .isEqualTo(unseen);
    }

    @Test
    void theBeginningOfARecordingIsNotToldUnasked() {
        Expectation onlyEnd = CallCallbacks.onlyEnd(LINE);
        assertThat(recorded(CREATED, "completed").judge(onlyEnd)).isEqualTo(HELD);
        assertThat(recorded(recorded(CREATED, "in-progress"), "completed").judge(onlyEnd))
                .isEqualTo(CREATED.broken(
                        new Finding("RecordingStatus", "only the end of the recording", "in-progress"), CREATE));
        assertThat(CREATED.judge(onlyEnd)).isEqualTo(CREATED.unseen("nothing came", CREATE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"completed", "absent"})
    void theEndOfARecordingIsNotToldWhereOnlyItsBeginningWasAskedFor(String end) {
        Expectation onlyBeginning = CallCallbacks.onlyBeginning(LINE);
        CallbackEvidence begun = recorded(CREATED.looks("look", "in-progress", "completed"), "in-progress");
        assertThat(begun.judge(onlyBeginning)).isEqualTo(HELD);
        assertThat(recorded(begun, "failed").judge(onlyBeginning)).isEqualTo(HELD);
        Finding finding = new Finding("RecordingStatus", "only the beginning of the recording", end);
        assertThat(recorded(begun, end).judge(onlyBeginning)).isEqualTo(begun.broken(finding, CREATE));
        assertThat(recorded(CREATED, end).judge(onlyBeginning)).isEqualTo(CREATED.broken(finding, CREATE));
    }

    @Test
    void aRecordingThatWasNotSeenToBeginOrToEndShowsNothingOfWhatWasNotAskedFor() {
        Expectation onlyBeginning = CallCallbacks.onlyBeginning(LINE);
        assertThat(CREATED.judge(onlyBeginning)).isEqualTo(CREATED.unseen("nothing came", CREATE));
        CallbackEvidence live = recorded(CREATED.look("look 1", "in-progress"), "in-progress");
        assertThat(live.judge(onlyBeginning)).isEqualTo(CREATED.unseen("the call was not answered and ended", CREATE));
        CallbackEvidence unanswered = recorded(CREATED.look("look 1", "busy"), "in-progress");
        assertThat(unanswered.judge(onlyBeginning))
                .isEqualTo(CREATED.unseen("the call was not answered and ended", CREATE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RecordingSid=RE1&RecordingUrl=https://a.example/Recordings/RE1.wav",
                "RecordingUrl=https://a.example/Recordings/RE1",
                "RecordingSid=RE1&RecordingUrl=recordings/2",
                "RecordingSid=RE1"
            })
    void theAddressOfARecordingHoldsItsIdWhereBothAreTold(String form) {
        CallbackEvidence seen = CREATED.heard("recording", RECORDING, "CallSid=" + SID + "&" + form);
        assertThat(seen.judge(CallCallbacks.recordingIdentity(LINE))).isEqualTo(HELD);
    }

    @Test
    void theAddressOfAnotherRecordingIsBroken() {
        String url = "https://a.example/Recordings/RE2";
        CallbackEvidence seen = CREATED.heard("recording", RECORDING, "RecordingSid=RE1&RecordingUrl=" + url);
        assertThat(seen.judge(CallCallbacks.recordingIdentity(LINE)))
                .isEqualTo(seen.broken(new Finding("RecordingUrl", "holding RE1", url), CREATE));
    }

    @Test
    void anotherCallIsBrokenWhateverTheAddressOfTheRecording() {
        CallbackEvidence seen = CREATED.heard("recording", RECORDING, "CallSid=" + OTHER);
        Judgement broken = seen.broken(new Finding("CallSid", SID, OTHER), CREATE);
        assertThat(seen.judge(CallCallbacks.recordingIdentity(LINE))).isEqualTo(broken);
        assertThat(seen.judge(CallCallbacks.identity(LINE))).isEqualTo(broken);
    }

    @Test
    void theNumbersOfTheCallNeedNotBeThoseOfTheCallInItsOtherCallbacks() {
        CallbackEvidence seen = CREATED.heard("recording", RECORDING, "CallSid=" + SID + "&To=elsewhere&From=nobody");
        assertThat(seen.judge(CallCallbacks.identity(LINE))).isEqualTo(HELD);
        assertThat(seen.judge(CallCallbacks.recordingIdentity(LINE))).isEqualTo(HELD);
    }

    @Test
    void everythingComesByOneMethod() {
        CallbackEvidence seen = recorded(CREATED, "completed");
        assertThat(seen.judge(CallCallbacks.method(LINE, "POST"))).isEqualTo(HELD);
        assertThat(seen.judge(CallCallbacks.method(LINE, "GET")))
                .isEqualTo(seen.broken(new Finding("method", "GET", "POST"), CREATE));
    }

    @Test
    void whatWasAskedForOfAnAnsweredCallHasToCome() {
        Expectation delivered = CallCallbacks.delivered(LINE, "the end of machine detection");
        assertThat(CREATED.heard("recording", "asyncAmdStatusCallback", "").judge(delivered))
                .isEqualTo(HELD);
        assertThat(TALKED.heard("another", "CallStatus=completed").judge(delivered))
                .isEqualTo(
                        CREATED.late(new Finding("request", "the end of machine detection", "nothing came"), CREATE));
    }

    @Test
    void whatFollowsOnAnUpdateIsJudgedOnceItWasAccepted() {
        Expectation after = CallCallbacks.after(UPDATE, CallCallbacks.recorded(LINE));
        CallbackEvidence ended = recorded(CREATED, "completed");
        assertThat(ended.answered(UPDATE, "update", 200, "{}").judge(after)).isEqualTo(HELD);
        Judgement unseen = CREATED.unseen("no update of a call that goes on was accepted");
        assertThat(ended.answered(UPDATE, "update", 422, "{}").judge(after)).isEqualTo(unseen);
        assertThat(ended.answered(UPDATE, "update", 200, "{\"status\": \"in-progress\"}")
                        .judge(after))
                .isEqualTo(HELD);
        assertThat(ended.answered(UPDATE, "update", 200, "{\"status\": \"completed\"}")
                        .judge(after))
                .isEqualTo(unseen);
        assertThat(ended.judge(after)).isEqualTo(unseen);
    }

    @Test
    void aTargetThatNeverTellsOfARecordingIsJudgedByThatAlone() {
        Expectation followed = CallCallbacks.unlessNeverTold(CREATE, CallCallbacks.recorded(LINE));
        CallbackEvidence never = TALKED.heard("another", "CallStatus=completed");
        assertThat(never.judge(followed))
                .isEqualTo(never.blocked(
                        "signalwire.recordingStatusCallback.delivered", "the target tells of no recording", CREATE));
        CallbackEvidence elsewhere = never.heard("another", RECORDING, "RecordingStatus=completed");
        assertThat(elsewhere.judge(followed)).isInstanceOf(Judgement.Broken.class);
    }

    @Test
    void aTargetThatWasNotAskedToRecordMayStillBeJudged() {
        Expectation followed = CallCallbacks.unlessNeverTold("create another", CallCallbacks.onlyEnd(LINE));
        assertThat(CREATED.judge(followed)).isEqualTo(CREATED.unseen("nothing came", CREATE));
        CallbackEvidence refused = CREATED.answered("create another", "create", 422, "{}");
        assertThat(refused.judge(followed)).isEqualTo(CREATED.unseen("nothing came", CREATE));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 422, 500})
    void nothingIsSentWhenACreateIsRefused(int status) {
        Expectation nothing = CallCallbacks.nothing("refused create: Timeout=0", Set.of("url", "callback"));
        CallbackEvidence refused = new CallbackEvidence().answered("refused create: Timeout=0", "create", status, "{}");
        assertThat(refused.heard("another", "CallStatus=completed").judge(nothing))
                .isEqualTo(refused.held("refused create: Timeout=0"));
        CallbackEvidence told = refused.heard("callback", "CallStatus=initiated")
                .heard("callback", "CallStatus=completed")
                .got("url", "document", "");
        assertThat(told.judge(nothing))
                .isEqualTo(new Judgement.Broken(
                        List.of(
                                new Finding("request", "none", "POST for statusCallback"),
                                new Finding("request", "none", "GET for document")),
                        told.exchanges("refused create: Timeout=0")));
        assertThat(refused.judge(nothing))
                .isEqualTo(
                        refused.unseen("the target never sent anything to this machine", "refused create: Timeout=0"));
    }

    @ParameterizedTest
    @CsvSource({"200, 200", "429, 429", "504, 504", "0, nothing: connection refused"})
    void aCreateThatWasNotRefusedMayBeToldOf(int status, String outcome) {
        CallbackEvidence seen = status == 0
                ? new CallbackEvidence().silent("sent", "create", "connection refused")
                : new CallbackEvidence().answered("sent", "create", status, "{}");
        assertThat(seen.heard("callback", "CallStatus=initiated")
                        .judge(CallCallbacks.nothing("sent", Set.of("callback"))))
                .isEqualTo(seen.unseen("it was answered with " + outcome, "sent"));
        assertThat(seen.judge(CallCallbacks.nothing("not sent", Set.of("callback"))))
                .isEqualTo(seen.unseen("it was not sent"));
    }

    private static CallbackEvidence recorded(CallbackEvidence seen, String status) {
        return seen.heard("recording", RECORDING, "RecordingStatus=" + status);
    }
}
