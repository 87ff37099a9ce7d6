package io.callcheck.expect;

import static io.callcheck.expect.CallbackEvidence.OTHER;
import static io.callcheck.expect.CallbackEvidence.SID;
import static io.callcheck.expect.CallbackEvidence.call;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What became of a call by the last of a row of looks, and what a request that ends it has to do. */
class OutcomesTest {
    private static final String CREATE = "create answered";
    private static final CallbackEvidence CREATED = new CallbackEvidence().created(CREATE);

    private static final String HANG_UP = "hang up";
    private static final String END = "end waiting";
    private static final CallbackEvidence HUNG_UP = CREATED.answered(HANG_UP, "update", 200, "{}");

    private final Expectation answered = Outcomes.becomes("answered", CREATE, Set.of("in-progress"));
    private final Expectation ends = Outcomes.ends(END, HANG_UP, "ended waiting", Set.of("completed", "canceled"));

    @Test
    void theLastLookDecides() {
        CallbackEvidence seen = CREATED.looks("answered", "queued", "ringing", "in-progress");
        assertThat(seen.judge(answered)).isEqualTo(seen.held("answered 3"));
        CallbackEvidence back = seen.look("answered 4", "ringing");
        assertThat(back.judge(answered))
                .isEqualTo(back.late(
                        new Finding("/status", "one of [in-progress]", "\"ringing\" at the last look"), "answered 4"));
    }

    @Test
    void looksOfOtherRowsAreNotOfThisOne() {
        CallbackEvidence seen = CREATED.look("answered 10", "in-progress")
                .look("answered 2 1", "busy")
                .look("answered", "busy")
                .look("answered too 1", "busy")
                .look("still answered 1", "busy");
        assertThat(seen.judge(answered)).isEqualTo(seen.held("answered 10"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"busy", "failed", "no-answer", "canceled"})
    void aCallThatIsOverOtherwiseStaysSo(String status) {
        CallbackEvidence seen = CREATED.look("answered 1", status);
        assertThat(seen.judge(answered))
                .isEqualTo(
                        seen.broken(new Finding("/status", "one of [in-progress]", '"' + status + '"'), "answered 1"));
    }

    @Test
    void aCallThatWasOverBeforeItWasSeenInProgressMayHaveBeen() {
        CallbackEvidence seen = CREATED.look("answered 1", "completed");
        assertThat(seen.judge(answered))
                .isEqualTo(seen.unseen("the call was over before it was seen in progress", "answered 1"));
        Expectation canceled = Outcomes.becomes("answered", CREATE, Set.of("canceled", "busy"));
        assertThat(seen.judge(canceled))
                .isEqualTo(
                        seen.broken(new Finding("/status", "one of [busy, canceled]", "\"completed\""), "answered 1"));
    }

    @Test
    void withoutItsCauseNoLookMeansAnything() {
        assertThat(new CallbackEvidence().look("answered 1", "busy").judge(answered))
                .isEqualTo(CREATED.unseen("no call came into the state that it needs"));
        CallbackEvidence refused =
                new CallbackEvidence().answered(CREATE, "create", 422, "{}").look("answered 1", "busy");
        assertThat(refused.judge(answered))
                .isEqualTo(refused.unseen("'create answered' was answered with 422", CREATE));
    }

    @ParameterizedTest
    @CsvSource({"connection refused, false", "nothing within 10 s, true"})
    void withoutAnswerNothingIsKnownAndOnlyALateOneMayStillCome(String problem, boolean waited) {
        CallbackEvidence cause = new CallbackEvidence().silent(CREATE, "create", problem);
        assertThat(cause.judge(answered)).isEqualTo(cause.unknown("no answer: " + problem, CREATE));
        assertThat(cause.judge(answered).waited()).isEqualTo(waited);
        CallbackEvidence look = CREATED.look("answered 1", "busy").silent("answered 2", "retrieve", problem);
        assertThat(look.judge(answered)).isEqualTo(look.unknown("no answer: " + problem, "answered 2"));
        assertThat(look.judge(answered).waited()).isEqualTo(waited);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void anAnswerThatPutsARequestOffIsNone(int status) {
        CallbackEvidence cause = new CallbackEvidence().answered(CREATE, "create", status, "{}");
        assertThat(cause.judge(answered)).isInstanceOf(Judgement.Unknown.class);
        CallbackEvidence look = CREATED.look("answered 1", "busy").answered("answered 2", "retrieve", status, "{}");
        assertThat(look.judge(answered)).isInstanceOf(Judgement.Unknown.class);
    }

    @Test
    void aCallThatNobodyLookedAtShowsNothing() {
        assertThat(CREATED.judge(answered)).isEqualTo(CREATED.unseen("nobody looked at the call"));
    }

    @Test
    void aLookThatFailsIsTheViolationOfAnotherClause() {
        CallbackEvidence gone = CREATED.answered("answered 1", "retrieve", 404, "{}");
        assertThat(gone.judge(answered))
                .isEqualTo(gone.blocked("signalwire.create.retrievable", "answered with 404", "answered 1"));
        CallbackEvidence another = CREATED.answered("answered 1", "retrieve", 200, call(OTHER, "busy"));
        assertThat(another.judge(answered))
                .isEqualTo(another.blocked("signalwire.call.sid.path", "another call was shown", "answered 1"));
        CallbackEvidence nobody = CREATED.answered("answered 1", "retrieve", 200, "<html>");
        assertThat(nobody.judge(answered))
                .isEqualTo(nobody.blocked("signalwire.call.sid.path", "another call was shown", "answered 1"));
        CallbackEvidence unlisted = CREATED.look("answered 1", "In-Progress");
        assertThat(unlisted.judge(answered))
                .isEqualTo(
                        unlisted.blocked("signalwire.call.status.enum", "its status is no listed value", "answered 1"));
    }

    @Test
    void aRequestThatIsAcceptedEndsTheCall() {
        CallbackEvidence ended =
                HUNG_UP.answered(END, "update", 200, "{}").looks("ended waiting", "ringing", "canceled");
        assertThat(ended.judge(ends)).isEqualTo(ended.held("ended waiting 2"));
        CallbackEvidence rings = HUNG_UP.answered(END, "update", 200, "{}").look("ended waiting 1", "ringing");
        assertThat(rings.judge(ends))
                .isEqualTo(rings.late(
                        new Finding("/status", "one of [canceled, completed]", "\"ringing\" at the last look"),
                        "ended waiting 1"));
    }

    /** An update may take effect later than its answer comes, and a phone ring out before that. */
    @ParameterizedTest
    @ValueSource(strings = {"no-answer", "busy", "failed"})
    void aCallThatEndsByItselfFirstProvesNothing(String itself) {
        CallbackEvidence seen = HUNG_UP.answered(END, "update", 200, "{}").looks("ended waiting", "ringing", itself);
        assertThat(seen.judge(ends))
                .isEqualTo(seen.unseen(
                        "the call ended by itself (" + itself + ") before the update took effect", "ended waiting 2"));
    }

    @ParameterizedTest
    @CsvSource({"400, queued", "422, ringing"})
    void aRequestThatIsRefusedWhileTheCallWaitsIsBroken(int status, String waiting) {
        CallbackEvidence seen =
                HUNG_UP.answered(END, "update", status, "{}").looks("ended waiting", waiting, "no-answer");
        assertThat(seen.judge(ends))
                .isEqualTo(seen.broken(
                        new Finding("status", "accepted while " + waiting, "refused with " + status), END, HANG_UP));
    }

    @Test
    void aRequestMayBeRefusedOfACallThatDoesNotWaitAnyMore() {
        CallbackEvidence over = HUNG_UP.answered(END, "update", 422, "{}");
        Judgement unseen = over.unseen("the call did not wait any more", END, HANG_UP);
        assertThat(over.looks("ended waiting", "no-answer", "ringing").judge(ends))
                .isEqualTo(unseen);
        assertThat(over.judge(ends)).isEqualTo(unseen);
    }

    @Test
    void aRefusalProvesNothingWithoutItsControlOrWithAnotherStatus() {
        CallbackEvidence alone = CREATED.answered(END, "update", 422, "{}").look("ended waiting 1", "ringing");
        Judgement unseen = alone.unseen("'end waiting' was answered with 422", END);
        assertThat(alone.judge(ends)).isEqualTo(unseen);
        assertThat(alone.answered(HANG_UP, "update", 422, "{}").judge(ends)).isEqualTo(unseen);
        CallbackEvidence conflict = HUNG_UP.answered(END, "update", 409, "{}").look("ended waiting 1", "ringing");
        assertThat(conflict.judge(ends)).isEqualTo(conflict.unseen("'end waiting' was answered with 409", END));
        assertThat(HUNG_UP.judge(ends)).isEqualTo(HUNG_UP.unseen("no call came into the state that it needs"));
    }

    @Test
    void whatIsAcceptedOfACallIsAViolationWhileAnotherLikeItLives() {
        Expectation waiting = Outcomes.beside(
                new Refusal("delete waiting", "Sid", "a call that waits", "signalwire.update.status"),
                "look at the other",
                Set.of("queued", "ringing"));
        CallbackEvidence deleted = CREATED.answered("delete waiting", "delete", 204, "");
        CallbackEvidence lives = deleted.look("look at the other", "ringing");
        assertThat(lives.judge(waiting))
                .isEqualTo(lives.broken(
                        new Finding("Sid", "refused with 400 or 422", "a call that waits accepted with 204"),
                        "delete waiting",
                        "delete waiting"));
        CallbackEvidence ended = deleted.look("look at the other", "no-answer");
        Judgement unseen = ended.unseen("the call may have ended by itself", "delete waiting", "delete waiting");
        assertThat(ended.judge(waiting)).isEqualTo(unseen);
        assertThat(deleted.judge(waiting)).isEqualTo(unseen);
    }

    @Test
    void aRefusalIsJudgedWhateverTheOtherCallDoes() {
        Expectation living = Outcomes.beside(evidence -> CREATED.held(CREATE), "look beside", Set.of("in-progress"));
        assertThat(CREATED.look("look beside", "completed").judge(living)).isEqualTo(CREATED.held(CREATE));
        assertThat(CREATED.answered("look beside", "retrieve", 200, call(SID, "in-progress"))
                        .judge(living))
                .isEqualTo(CREATED.held(CREATE));
    }
}
