package io.callcheck.expect;

import static io.callcheck.expect.CallbackEvidence.SID;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Callbacks that fail are tried again at most twice and disturb nothing; callbacks follow an update to its address. */
class FailingCallbacksTest {
    private static final String CREATE = "create whose callbacks fail";
    private static final String HANG_UP = "hang up the call whose callbacks fail";
    private static final String CONTROL = "hang up the call without callbacks that could fail";
    private static final String UPDATE = "give the recorded call another callback";
    private static final String EVENT = "CallSid=" + SID + "&SequenceNumber=0&CallStatus=initiated";
    private static final Line LINE = new Line(CREATE, "failing", false);
    private static final CallbackEvidence CREATED = new CallbackEvidence().created(CREATE);

    private final Expectation retries = StatusCallbacks.retries(LINE);
    private final Expectation undisturbed = StatusCallbacks.undisturbed(LINE, HANG_UP, CONTROL);
    private final Expectation left = StatusCallbacks.left(LINE, UPDATE);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aFailedDeliveryMayBeTriedThreeTimes(int times) {
        assertThat(tried(times).judge(retries)).isEqualTo(CREATED.held(CREATE));
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5})
    void aFourthTryIsBroken(int times) {
        Finding finding = new Finding(
                "deliveries", "at most 3 of one event", times + " of failing " + SID + " SequenceNumber=0 initiated");
        assertThat(tried(times).judge(retries)).isEqualTo(CREATED.broken(finding, CREATE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CallSid=another&SequenceNumber=0&CallStatus=initiated",
                "CallSid=" + SID + "&SequenceNumber=1&CallStatus=initiated",
                "CallSid=" + SID + "&SequenceNumber=0&CallStatus=ringing"
            })
    void eachEventHasItsOwnTries(String other) {
        CallbackEvidence seen = tried(3).heard("failing", other).heard("another", EVENT);
        assertThat(seen.judge(retries)).isEqualTo(CREATED.held(CREATE));
    }

    @Test
    void aTargetThatRepeatsWhatDidNotFailShowsNoTries() {
        CallbackEvidence repeated = tried(4).heard("another", EVENT).heard("another", EVENT);
        Judgement unseen = CREATED.unseen("deliveries are repeated that did not fail", CREATE);
        assertThat(repeated.judge(retries)).isEqualTo(unseen);
    }

    @Test
    void documentsAreAskedForAgainForReasonsOfTheirOwn() {
        CallbackEvidence asked = tried(4).heard("document", "document", EVENT).heard("document", "document", EVENT);
        assertThat(asked.judge(retries)).isInstanceOf(Judgement.Broken.class);
    }

    @Test
    void whereNothingCameNothingWasTried() {
        assertThat(CREATED.heard("another", EVENT).judge(retries)).isEqualTo(CREATED.unseen("nothing came", CREATE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"in-progress", "completed"})
    void aCallGoesOnUntilItIsHungUpWhetherItsEndWasSeenOrNot(String status) {
        CallbackEvidence seen =
                tried(1).look("look 1", "in-progress").look(HANG_UP, status).look("look 2", status);
        assertThat(seen.judge(undisturbed)).isEqualTo(seen.held(CREATE));
    }

    @Test
    void aCallThatEndsOtherwiseThanHungUpIsBroken() {
        CallbackEvidence failed = tried(1).look(HANG_UP, "in-progress").look("look 1", "failed");
        assertThat(failed.judge(undisturbed))
                .isEqualTo(failed.broken(
                        new Finding("status", "in-progress until it is hung up", "ended as failed"), CREATE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"completed", "failed"})
    void aCallThatEndsBeforeItIsHungUpWhereAnotherGoesOnIsBroken(String end) {
        CallbackEvidence seen = tried(1).look("look 1", end).answered(CONTROL, "update", 200, "{}");
        assertThat(seen.judge(undisturbed))
                .isEqualTo(seen.broken(
                        new Finding("status", "in-progress until it is hung up", "ended as " + end), CREATE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"completed", "failed", "canceled"})
    void whereOtherCallsEndAsSoonNothingIsKnown(String end) {
        CallbackEvidence seen = tried(1).look("look 1", end);
        assertThat(seen.judge(undisturbed)).isEqualTo(CREATED.unseen("other calls end by themselves as soon", CREATE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"busy", "no-answer"})
    void aCallThatNobodyTookShowsNothing(String end) {
        CallbackEvidence seen = tried(1).look("look 1", end).answered(CONTROL, "update", 200, "{}");
        assertThat(seen.judge(undisturbed)).isEqualTo(CREATED.unseen("the call was not answered", CREATE));
    }

    @Test
    void aCallThatWasNotAnsweredOrNotToldOfShowsNothing() {
        assertThat(tried(1).look("look 1", "ringing").judge(undisturbed))
                .isEqualTo(CREATED.unseen("the call was not answered", CREATE));
        assertThat(CREATED.look("look 1", "failed").judge(undisturbed))
                .isEqualTo(CREATED.unseen("nothing came that could fail", CREATE));
    }

    @Test
    void afterAnUpdateTheEndIsNotToldAtTheAddressBefore() {
        CallbackEvidence seen =
                updated(200, "completed").heard("failing", "CallStatus=ringing").heard("new", "CallStatus=completed");
        assertThat(seen.judge(left)).isEqualTo(seen.held(CREATE));
        CallbackEvidence stayed =
                seen.heard("failing", "CallStatus=completed").heard("failing", "CallStatus=completed");
        assertThat(stayed.judge(left))
                .isEqualTo(stayed.broken(
                        new Finding("StatusCallback", "told at the new address", "told at the old one"), CREATE));
    }

    @ParameterizedTest
    @CsvSource({"422, completed", "200, in-progress"})
    void withoutTheUpdateOrTheEndNothingIsKnown(int status, String end) {
        CallbackEvidence seen = updated(status, end).heard("failing", "CallStatus=completed");
        assertThat(seen.judge(left)).isEqualTo(seen.unseen("the call was not updated in time, or did not end", CREATE));
        assertThat(CREATED.look("look 1", "completed").judge(left))
                .isEqualTo(CREATED.unseen("the call was not updated in time, or did not end", CREATE));
    }

    @Test
    void anUpdateOfACallThatWasOverByThenChangesNothing() {
        CallbackEvidence late = CREATED.answered(UPDATE, "update", 200, "{\"status\": \"completed\"}")
                .look("look 1", "completed")
                .heard("failing", "CallStatus=completed");
        assertThat(late.judge(left)).isEqualTo(late.unseen("the call was not updated in time, or did not end", CREATE));
    }

    private static CallbackEvidence tried(int times) {
        CallbackEvidence seen = CREATED;
        for (int i = 0; i < times; i++) {
            seen = seen.heard("failing", EVENT);
        }
        return seen;
    }

    private static CallbackEvidence updated(int status, String end) {
        return CREATED.answered(UPDATE, "update", status, "{}").look("look 1", end);
    }
}
