package io.callcheck.expect;

import static io.callcheck.expect.CallbackEvidence.SID;
import static io.callcheck.expect.CallbackEvidence.type;
import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.exchange.Delivery;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What has to be told of a call, what must not be, and what of it is compared with the call itself. */
class StatusCallbacksTest {
    private static final String CREATE = "create with all events";
    private static final Line LINE = new Line(CREATE, "all", false);
    private static final CallbackEvidence CREATED = new CallbackEvidence().created(CREATE);
    private static final CallbackEvidence TALKED = CREATED.looks("look", "ringing", "in-progress", "completed");

    @ParameterizedTest
    @CsvSource({
        "initiated, initiated",
        "queued, initiated",
        "ringing, ringing",
        "answered, answered",
        "in-progress, answered",
        "completed, completed",
        "canceled, completed",
        "busy, completed",
        "failed, completed",
        "no-answer, completed"
    })
    void aStatusTellsItsEventHoweverFarTheCallWasSeenToCome(String status, String event) {
        Expectation told = StatusCallbacks.told(LINE, event);
        assertThat(CREATED.heard("all", "CallStatus=" + status).judge(told)).isEqualTo(CREATED.held(CREATE));
        assertThat(CREATED.heard("another", "CallStatus=" + status).judge(told)).isInstanceOf(Judgement.Unseen.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"initiated", "ringing", "answered", "completed"})
    void anEventThatHappenedAndIsNotToldIsBrokenUnlessItMayStillCome(String event) {
        Expectation told = StatusCallbacks.told(LINE, event);
        assertThat(TALKED.heard("all", "CallStatus=unheard-of").judge(told))
                .isEqualTo(TALKED.late(new Finding("CallStatus", "the event " + event, "it did not come"), CREATE));
        assertThat(TALKED.heard("another", "CallStatus=" + event).judge(told))
                .isEqualTo(TALKED.late(new Finding("CallStatus", "the event " + event, "nothing came"), CREATE));
    }

    @ParameterizedTest
    @CsvSource({
        "initiated, in-progress, 'queued, in-progress'",
        "completed, ringing, 'queued, ringing'",
        "ringing, ringing, 'queued, ringing'",
        "ringing, completed, 'queued, completed'",
        "answered, in-progress, 'queued, in-progress'",
        "answered, busy, 'queued, busy'"
    })
    void anEventNeedNotBeToldThatWasNotSeenToHappenInACallThatIsOver(String event, String status, String statuses) {
        CallbackEvidence seen = CREATED.look("look 1", status).heard("another", "CallStatus=completed");
        assertThat(seen.judge(StatusCallbacks.told(LINE, event)))
                .isEqualTo(seen.unseen("the call was not seen to come so far: " + statuses, CREATE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"answered", "in-progress", "completed", "busy", "unheard-of"})
    void whatWasAskedForAndWhatIsNoEventMayBeTold(String status) {
        CallbackEvidence seen = TALKED.heard("all", "CallStatus=" + status);
        assertThat(seen.judge(StatusCallbacks.only(LINE, Set.of("completed", "answered"))))
                .isEqualTo(seen.held(CREATE));
    }

    @ParameterizedTest
    @CsvSource({
        "ringing, initiated ringing, in-progress, false",
        "ringing, initiated ringing, completed, true",
        "ringing, initiated, in-progress, false",
        "in-progress, initiated answered, completed, true",
        "ringing, initiated answered completed, completed, true",
        "busy, initiated answered completed, busy, false",
        "in-progress, initiated ringing completed, completed, true",
        "busy, initiated ringing completed, busy, false"
    })
    void whatIsNotToldMustHaveHappenedInACallThatIsOver(String passed, String asked, String last, boolean held) {
        CallbackEvidence seen = CREATED.looks("look", passed, last).heard("all", "CallStatus=initiated");
        Judgement expected = held
                ? seen.held(CREATE)
                : seen.unseen(
                        "the call was not seen to come so far: " + String.join(", ", statuses("queued", passed, last)),
                        CREATE);
        assertThat(seen.judge(StatusCallbacks.only(LINE, Set.of(asked.split(" ", -1)))))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"answered", "in-progress", "completed", "canceled", "busy", "no-answer", "failed"})
    void theAnswerAndTheEndMustNotBeToldWhereOnlyTheBeginningWasAskedFor(String status) {
        CallbackEvidence seen = TALKED.heard("all", "CallStatus=initiated").heard("all", "CallStatus=" + status);
        assertThat(seen.judge(StatusCallbacks.only(LINE, Set.of("initiated"))))
                .isEqualTo(seen.broken(new Finding("CallStatus", "only initiated", status), CREATE));
    }

    @Test
    void whatWasNotAskedForMustNotBeTold() {
        Expectation only = StatusCallbacks.only(LINE, Set.of("completed", "answered"));
        CallbackEvidence seen = CREATED.heard("all", "CallStatus=ringing").heard("all", "CallStatus=ringing");
        assertThat(seen.judge(only))
                .isEqualTo(seen.broken(new Finding("CallStatus", "only answered, completed", "ringing"), CREATE));
        assertThat(CREATED.judge(only)).isEqualTo(CREATED.unseen("nothing came", CREATE));
    }

    @Test
    void everythingComesByOneMethod() {
        CallbackEvidence seen = CREATED.heard("all", "CallSid=" + SID);
        assertThat(seen.judge(StatusCallbacks.method(LINE, "POST"))).isEqualTo(seen.held(CREATE));
        assertThat(seen.judge(StatusCallbacks.method(LINE, "GET")))
                .isEqualTo(seen.broken(new Finding("method", "GET", "POST"), CREATE));
        CallbackEvidence both = seen.got("all", "statusCallback", "?CallSid=" + SID);
        assertThat(both.judge(StatusCallbacks.method(LINE, "POST")))
                .isEqualTo(both.broken(new Finding("method", "POST", "GET"), CREATE));
    }

    @Test
    void theParametersOfAPostAreFormFieldsAndThoseOfAGetStandInTheQuery() {
        CallbackEvidence seen = CREATED.heard("all", "CallSid=" + SID).got("all", "statusCallback", "?CallSid=" + SID);
        assertThat(seen.judge(StatusCallbacks.form(LINE))).isEqualTo(seen.held(CREATE));
    }

    @Test
    void aRequestWithoutParametersBreaksTheirPlace() {
        Finding finding = new Finding("query", "the parameters", "no CallSid");
        assertThat(CREATED.got("all", "statusCallback", "").judge(StatusCallbacks.form(LINE)))
                .isEqualTo(CREATED.broken(finding, CREATE));
        assertThat(CREATED.heard("all", "To=1").judge(StatusCallbacks.form(LINE)))
                .isEqualTo(CREATED.broken(new Finding("body", "the parameters", "no CallSid"), CREATE));
    }

    @Test
    void aGetWithItsParametersInTheBodyBreaksTheirPlace() {
        Delivery get = new Delivery(Instant.EPOCH, "all", "statusCallback", "GET", "/all", List.of(), "CallSid=" + SID);
        assertThat(CREATED.came(get).judge(StatusCallbacks.form(LINE)))
                .isEqualTo(CREATED.broken(new Finding("query", "the parameters", "they are in the body"), CREATE));
    }

    @ParameterizedTest
    @CsvSource({"application/json, application/json", "'', no content type"})
    void aPostOfAnotherTypeIsBrokenEvenIfItCanBeRead(String mediaType, String actual) {
        Delivery json = new Delivery(
                Instant.EPOCH,
                "all",
                "statusCallback",
                "POST",
                "/all",
                mediaType.isEmpty() ? List.of() : type(mediaType),
                "{\"CallSid\":\"" + SID + "\"}");
        assertThat(CREATED.came(json).judge(StatusCallbacks.form(LINE)))
                .isEqualTo(CREATED.broken(
                        new Finding("Content-Type", "application/x-www-form-urlencoded", actual), CREATE));
    }

    @Test
    void theEndThatIsToldIsTheOneThatTheCallWasSeenToHave() {
        CallbackEvidence seen = TALKED.heard("all", "CallStatus=in-progress").heard("all", "CallStatus=completed");
        assertThat(seen.judge(StatusCallbacks.end(LINE))).isEqualTo(seen.held(CREATE));
        CallbackEvidence twice = seen.heard("all", "CallStatus=failed").heard("all", "CallStatus=failed");
        assertThat(twice.judge(StatusCallbacks.end(LINE)))
                .isEqualTo(twice.broken(new Finding("CallStatus", "completed", "failed"), CREATE));
    }

    @Test
    void withoutBothEndsThereIsNothingToCompare() {
        Judgement unseen = CREATED.unseen("the end was not seen or not told", CREATE);
        assertThat(TALKED.heard("all", "CallStatus=in-progress").judge(StatusCallbacks.end(LINE)))
                .isEqualTo(unseen);
        assertThat(CREATED.heard("all", "CallStatus=completed").judge(StatusCallbacks.end(LINE)))
                .isEqualTo(unseen);
    }

    private static Set<String> statuses(String... shown) {
        return new LinkedHashSet<>(List.of(shown));
    }
}
