package io.callcheck.expect;

import static io.callcheck.expect.CallbackEvidence.OTHER;
import static io.callcheck.expect.CallbackEvidence.SID;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which documents are asked for, how, and what of their verbs shows from outside. */
class DocumentFetchesTest {
    private static final String CREATE = "create that is spoken to";
    private static final Line URL = new Line(CREATE, "url", false);
    private static final Line NEXT = new Line(CREATE, "next", false);
    private static final Expectation REDIRECTED = DocumentFetches.redirected("update", URL, NEXT);
    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
    private static final CallbackEvidence CREATED = new CallbackEvidence().created(CREATE);
    private static final CallbackEvidence ANSWERED = CREATED.look("look 1", "in-progress");
    private static final CallbackEvidence OVER = ANSWERED.look("look 2", "completed");
    private static final Judgement HELD = CREATED.held(CREATE);

    @Test
    void theDocumentOfAnAnsweredCallHasToBeAskedFor() {
        Expectation fetched = DocumentFetches.fetched(URL);
        assertThat(asked(CREATED, "url").judge(fetched)).isEqualTo(HELD);
        assertThat(asked(ANSWERED, "another").judge(fetched)).isEqualTo(late("Url", "asked"));
        assertThat(ANSWERED.judge(fetched)).isInstanceOf(Judgement.Unknown.class);
        assertThat(asked(CREATED, "another").judge(fetched)).isEqualTo(unseen("the call was not answered"));
    }

    @Test
    void aDocumentIsAskedForByItsMethod() {
        CallbackEvidence got = CREATED.got("url", "document", "?CallSid=" + SID);
        assertThat(got.judge(DocumentFetches.method(URL, "GET"))).isEqualTo(HELD);
        assertThat(got.judge(DocumentFetches.method(URL, "POST")))
                .isEqualTo(CREATED.broken(new Finding("method", "POST", "GET"), CREATE));
    }

    @Test
    void theRequestForADocumentNamesTheCall() {
        Expectation identity = DocumentFetches.identity(URL);
        CallbackEvidence named = CREATED.heard("url", "document", "CallSid=" + SID);
        assertThat(named.judge(identity)).isEqualTo(HELD);
        assertThat(named.heard("url", "document", "CallSid=" + OTHER).judge(identity))
                .isEqualTo(CREATED.broken(new Finding("CallSid", SID, OTHER), CREATE));
        assertThat(named.heard("url", "document", "To=nobody").judge(identity))
                .isEqualTo(CREATED.broken(new Finding("To", CallbackEvidence.TO, "nobody"), CREATE));
    }

    private static CallbackEvidence updated(CallbackEvidence evidence, String status) {
        return evidence.answered("update", "update", 200, "{\"status\": \"" + status + "\"}");
    }

    @Test
    void theOtherAddressIsAskedAfterTheFirst() {
        CallbackEvidence both = asked(asked(CREATED, "url"), "next");
        assertThat(both.judge(DocumentFetches.fallback(URL, NEXT))).isEqualTo(HELD);
        CallbackEvidence first = asked(CREATED, "url");
        assertThat(first.judge(DocumentFetches.fallback(URL, NEXT)))
                .isEqualTo(CREATED.late(new Finding("FallbackUrl", "asked", "it did not come"), CREATE));
    }

    @Test
    void anotherAddressIsOwedOnlyOnceTheFirstWasAsked() {
        Judgement unseen = unseen("Url was not asked in the first place");
        assertThat(asked(CREATED, "next").judge(DocumentFetches.fallback(URL, NEXT)))
                .isEqualTo(unseen);
        assertThat(updated(asked(CREATED, "next"), "in-progress").judge(REDIRECTED))
                .isEqualTo(unseen);
    }

    @Test
    void aCallThatIsGivenAnotherDocumentAsksForIt() {
        CallbackEvidence first = asked(CREATED, "url");
        assertThat(updated(asked(first, "next"), "in-progress").judge(REDIRECTED))
                .isEqualTo(HELD);
        assertThat(updated(first, "in-progress").judge(REDIRECTED))
                .isEqualTo(CREATED.late(new Finding("Url", "asked", "it did not come"), CREATE));
    }

    /** Of the update's own answer: the document may have hung up by then, or the phone may have. */
    @Test
    void aCallThatIsOverByThenIsJudgedByWhatItAskedFor() {
        CallbackEvidence first = asked(CREATED, "url");
        assertThat(updated(asked(first, "next"), "completed").judge(REDIRECTED)).isEqualTo(HELD);
        Judgement late = CREATED.unseen("no update of a call that goes on was accepted");
        assertThat(updated(first, "completed").judge(REDIRECTED)).isEqualTo(late);
        assertThat(asked(first, "next").answered("update", "update", 422, "{}").judge(REDIRECTED))
                .isEqualTo(late);
        assertThat(asked(first, "next").judge(REDIRECTED)).isEqualTo(late);
    }

    @Test
    void whatAVerbNamesIsAskedForBeforeTheCallIsOver() {
        Expectation followed = DocumentFetches.followed(URL, NEXT, "Redirect");
        assertThat(asked(asked(CREATED, "url"), "next").judge(followed)).isEqualTo(HELD);
        assertThat(asked(OVER, "url").judge(followed))
                .isEqualTo(CREATED.late(new Finding("Redirect", "asked", "it did not come"), CREATE));
        assertThat(asked(ANSWERED, "url").judge(followed)).isEqualTo(unseen("the call was still going on"));
        assertThat(asked(OVER, "next").judge(followed)).isEqualTo(unseen("its document was not asked for"));
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 101, 2000, 10_000, 60_000})
    void whatFollowsAPauseOfTenSecondsMayComeAHundredTimesAsFastAndAsLateAsItLikes(int millis) {
        assertThat(paused(millis)).isEqualTo(HELD);
    }

    @ParameterizedTest
    @ValueSource(ints = {99, 3, 0, -50})
    void whatFollowsAPauseSoonerWasNotHeldUp(int millis) {
        assertThat(paused(millis))
                .isEqualTo(CREATED.broken(
                        new Finding("what follows", "after about 10 s", "after " + millis + " ms"), CREATE));
    }

    @Test
    void withoutBothEndsOfAVerbItsTimeIsNotKnown() {
        Expectation holdsUp = DocumentFetches.holdsUp(URL, NEXT, TEN_SECONDS);
        Judgement unseen = unseen("the document was not carried out to its end");
        assertThat(asked(CREATED, "url").judge(holdsUp)).isEqualTo(unseen);
        assertThat(asked(CREATED, "next").judge(holdsUp)).isEqualTo(unseen);
    }

    @Test
    void aVerbThatEndsTheCallEndsItAndNothingFollows() {
        Expectation ends = DocumentFetches.ends(URL, NEXT);
        assertThat(asked(OVER, "url").judge(ends)).isEqualTo(HELD);
        assertThat(asked(asked(OVER, "url"), "next").judge(ends))
                .isEqualTo(CREATED.broken(new Finding("call", "over", "what follows was carried out"), CREATE));
        assertThat(asked(ANSWERED, "url").judge(ends))
                .isEqualTo(CREATED.late(new Finding("status", "over", "queued, in-progress"), CREATE));
        assertThat(asked(OVER, "next").judge(ends)).isEqualTo(unseen("its document was not asked for"));
    }

    /** A target that was away when it was asked for the last time says nothing of the call. */
    @Test
    void whatWasNotAnsweredAtTheLastLookIsNotKnown() {
        CallbackEvidence away = asked(ANSWERED, "url").silent("look 9", "retrieve", "connection refused");
        assertThat(away.judge(DocumentFetches.ends(URL, NEXT)))
                .isEqualTo(away.unknown("no answer: connection refused", "look 9"));
        // Of another call, or no look at all, that says nothing; nor does one that was answered later.
        Judgement goesOn = CREATED.late(new Finding("status", "over", "queued, in-progress"), CREATE);
        assertThat(asked(ANSWERED, "url")
                        .silent("update", "update", "connection refused")
                        .judge(DocumentFetches.ends(URL, NEXT)))
                .isEqualTo(goesOn);
        assertThat(away.look("look 10", "in-progress").judge(DocumentFetches.ends(URL, NEXT)))
                .isEqualTo(goesOn);
    }

    private static Judgement paused(int millis) {
        CallbackEvidence asked = asked(CREATED.at(1000), "url");
        return asked(asked.at(1000 + millis), "next").judge(DocumentFetches.holdsUp(URL, NEXT, TEN_SECONDS));
    }

    private static CallbackEvidence asked(CallbackEvidence seen, String token) {
        return seen.heard(token, "document", "CallSid=" + SID);
    }

    private static Judgement late(String where, String expected) {
        return CREATED.late(new Finding(where, expected, "nothing came"), CREATE);
    }

    private static Judgement unseen(String reason) {
        return CREATED.unseen(reason, CREATE);
    }
}
