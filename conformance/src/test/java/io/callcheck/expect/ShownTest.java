package io.callcheck.expect;

import static io.callcheck.expect.CallbackEvidence.SID;
import static io.callcheck.expect.CallbackEvidence.call;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What looks at a created call show: that it is there at all, and who answered it. */
class ShownTest {
    private static final String CREATE = "create answered";
    private static final CallbackEvidence CREATED = new CallbackEvidence().created(CREATE);

    private final Expectation found = Outcomes.found("found", CREATE);
    private final Expectation human = Outcomes.tells("who", CREATE, "answered_by", "human");

    @Test
    void aCreatedCallIsFoundByTheFirstLookThatShowsIt() {
        CallbackEvidence seen = CREATED.answered("found 1", "retrieve", 404, "{}")
                .look("found 2", "queued")
                .look("found 3", "ringing");
        assertThat(seen.judge(found)).isEqualTo(seen.held("found 2"));
    }

    @Test
    void aCreatedCallThatNoLookShowsMayStillComeToBeShown() {
        CallbackEvidence seen =
                CREATED.answered("found 1", "retrieve", 500, "{}").answered("found 2", "retrieve", 404, "{}");
        assertThat(seen.judge(found))
                .isEqualTo(seen.late(new Finding("status", "200", "404, at every look"), "found 2"));
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 403, 500})
    void anotherAnswerToTheLookSaysNothingOfTheCall(int status) {
        CallbackEvidence seen =
                CREATED.answered("found 1", "retrieve", 404, "{}").answered("found 2", "retrieve", status, "{}");
        assertThat(seen.judge(found)).isEqualTo(seen.unseen("answered with " + status, "found 2"));
    }

    @Test
    void aLookThatIsPutOffIsUnknown() {
        CallbackEvidence seen =
                CREATED.answered("found 1", "retrieve", 404, "{}").answered("found 2", "retrieve", 503, "{}");
        assertThat(seen.judge(found))
                .isEqualTo(seen.unknown(
                        "the target answers 503, which says that it cannot at the moment: try again later", "found 2"));
    }

    @Test
    void withoutAnswerToTheLookNothingIsKnown() {
        CallbackEvidence seen =
                CREATED.answered("found 1", "retrieve", 404, "{}").silent("found 2", "retrieve", "nothing within 10 s");
        assertThat(seen.judge(found)).isEqualTo(seen.unknown("no answer to the look at it", "found 1", "found 2"));
        assertThat(seen.judge(found).waited()).isTrue();
        assertThat(CREATED.judge(found)).isEqualTo(CREATED.unknown("no answer to the look at it"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"`{\"status\":\"queued\"}`, required", "`{\"sid\":\"CA1\"}`, format", "`<html>`, required"})
    void aCreatedCallWithoutAnIdCannotBeLookedFor(String body, String keyword) {
        CallbackEvidence seen = new CallbackEvidence().created(CREATE, "", body).look("found 1", "queued");
        assertThat(seen.judge(found))
                .isEqualTo(seen.blocked(
                        "signalwire.call.sid." + keyword, "the created call has no sid to look for", "found 1"));
    }

    @Test
    void aCallThatWasNotCreatedIsNotLookedFor() {
        CallbackEvidence refused =
                new CallbackEvidence().answered(CREATE, "create", 422, "{}").look("found 1", "queued");
        assertThat(refused.judge(found)).isEqualTo(refused.unseen("'create answered' was answered with 422", CREATE));
        assertThat(who(refused, "\"machine\"").judge(human))
                .isEqualTo(refused.unseen("'create answered' was answered with 422", CREATE));
    }

    @Test
    void whoAnsweredIsToldByTheLastLook() {
        CallbackEvidence seen = who(CREATED.look("who 1", "ringing"), "\"human\"");
        assertThat(seen.judge(human)).isEqualTo(seen.held("who 2"));
        CallbackEvidence machine = who(CREATED.look("who 1", "ringing"), "\"machine\"");
        assertThat(machine.judge(human))
                .isEqualTo(machine.broken(new Finding("/answered_by", "\"human\"", "\"machine\""), "who 2"));
        assertThat(machine.judge(Outcomes.tells("who", CREATE, "answered_by", "machine")))
                .isEqualTo(machine.held("who 2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"unknown\"", "\"\"", "1", "[\"human\"]"})
    void whoAnsweredMayBeLeftUntold(String told) {
        CallbackEvidence seen = who(CREATED, told);
        assertThat(seen.judge(human)).isEqualTo(seen.unseen("answered_by was never told", "who 2"));
    }

    @Test
    void whoAnsweredIsNotKnownWithoutALook() {
        assertThat(CREATED.judge(human)).isEqualTo(CREATED.unseen("answered_by was never told"));
        CallbackEvidence silent = CREATED.silent("who 1", "retrieve", "connection refused");
        assertThat(silent.judge(human)).isEqualTo(silent.unseen("answered_by was never told", "who 1"));
    }

    private static CallbackEvidence who(CallbackEvidence seen, String told) {
        String call = call(SID, "in-progress").replace("}", ",\"answered_by\":" + told + "}");
        return seen.answered("who 2", "retrieve", 200, call);
    }
}
