package io.callcheck.expect;

import static io.callcheck.expect.BirdEvidence.FIRST;
import static io.callcheck.expect.BirdEvidence.SECOND;
import static io.callcheck.expect.BirdEvidence.SILENT;
import static io.callcheck.expect.BirdEvidence.THIRD;
import static io.callcheck.expect.BirdEvidence.call;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A created call can be retrieved; an accepted update ends its call while others go on, and the call says by whom. */
class BirdLivesTest {
    private static final List<String> BESIDE = List.of("second beside", "third beside");

    private static final String NOT_ENDED = "no call was seen to be ended by an update";

    private final BirdLives lives = new BirdLives(new BirdCalls(Soundness.EVERYTHING));
    private final Expectation ends = lives.ends("end", BESIDE);
    private final Expectation saysApi = lives.saysApi("end", BESIDE);
    private final Expectation retrievable = BirdLives.retrievable("found", "bird.retrieve.status");

    @ParameterizedTest
    @ValueSource(strings = {"completed", "no-answer", "busy", "failed", "cancelled"})
    void anUpdateEndsItsCallWhileAnotherGoesOn(String over) {
        BirdEvidence run = hungUp(is(FIRST, "ongoing"), is(FIRST, over));
        beside(run, "completed", "ongoing");
        assertThat(run.judge(ends)).isEqualTo(run.held("end", "look 2"));
    }

    @Test
    void anEndProvesNothingWhenAllCallsEnd() {
        BirdEvidence run = hungUp(is(FIRST, "completed"));
        assertThat(run.judge(ends)).isEqualTo(run.unseen("the calls beside it ended as well", "end", "look 1"));
        beside(run, "completed", "failed");
        assertThat(run.judge(ends)).isEqualTo(run.unseen("the calls beside it ended as well", "end", "look 1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"scheduled", "accepted", "starting", "ringing", "ongoing"})
    void aCallThatGoesOnIsBrokenAndRestsOnWaiting(String live) {
        BirdEvidence run = hungUp(is(FIRST, "ongoing"), is(FIRST, live));
        beside(run, "ongoing", "ongoing");
        Finding finding = new Finding("/status", "over within 2000 ms", "\"" + live + "\"");
        assertThat(run.judge(ends)).isEqualTo(run.late(finding, "end", "look 2"));
    }

    @Test
    void anEndThatWasSeenCountsWhateverComesAfter() {
        BirdEvidence run = hungUp(is(FIRST, "completed"), is(FIRST, "ongoing"));
        beside(run, "ongoing", "ongoing");
        assertThat(run.judge(ends)).isEqualTo(run.held("end", "look 2"));
    }

    @Test
    void anotherCallThanThatOfThePathBlocks() {
        BirdEvidence run = hungUp(is(SECOND, "completed"));
        beside(run, "ongoing", "ongoing");
        assertThat(run.judge(ends))
                .isEqualTo(run.blocked("bird.call.id.path", "another call was shown", "end", "look 1"));
    }

    @Test
    void aCallThatShowsNoIdIsTakenForTheOneAskedFor() {
        BirdEvidence run = hungUp("{'status':'ongoing'}", "{'status':'completed','hangupSource':'api'}");
        beside(run, "ongoing", "ongoing");
        assertThat(run.judge(ends)).isEqualTo(run.held("end", "look 2"));
        assertThat(run.judge(saysApi)).isEqualTo(run.held("end", "look 2"));
    }

    @Test
    void withoutAnswerTheEndIsNotKnown() {
        BirdEvidence run = hungUp(is(FIRST, "ongoing")).look("look 2", FIRST, SILENT, "");
        assertThat(run.judge(ends)).isEqualTo(run.unknown("no answer: connection refused", "end", "look 2"));
        BirdEvidence silent = new BirdEvidence().update("end", FIRST, SILENT);
        assertThat(silent.judge(ends)).isEqualTo(silent.unknown("no answer: connection refused", "end"));
        assertThat(silent.judge(saysApi)).isEqualTo(silent.unseen(NOT_ENDED, "end"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    404 | {}
                    200 | {'id':'9a2d7e4c-1b86-4f05-a3c9-e67d08b5f142','status':'queued'}
                    200 | {'id':'9a2d7e4c-1b86-4f05-a3c9-e67d08b5f142'}
                    200 | {'code':'NotFound','message':'no such call'}
                    200 | <html>
                    """)
    void anAnswerWithoutAKnownStatusShowsNoEnd(int status, String body) {
        BirdEvidence run = hungUp().look("look", FIRST, status, body);
        assertThat(run.judge(ends)).isEqualTo(run.unseen("the call was answered with " + status, "end", "look"));
    }

    @Test
    void anUpdateThatWasNotSentNotAcceptedOrNotLookedAfterShowsNothing() {
        BirdEvidence never = new BirdEvidence().create("create", is(FIRST, "starting"));
        assertThat(never.judge(ends)).isEqualTo(never.unseen("no calls came into progress side by side", "create"));
        BirdEvidence refused = new BirdEvidence().update("end", FIRST, 422).look("look", FIRST, is(FIRST, "completed"));
        assertThat(refused.judge(ends)).isEqualTo(refused.unseen("the update was answered with 422", "end"));
        BirdEvidence late = new BirdEvidence()
                .look("before", FIRST, is(FIRST, "completed"))
                .update("end", FIRST, 200)
                .look("after", FIRST, is(FIRST, "completed"));
        beside(late, "ongoing", "ongoing");
        assertThat(late.judge(ends)).isEqualTo(late.unseen("the call was over before the update", "end"));
    }

    @Test
    void onlyTheLooksAtItsCallUpToTheNextUpdateCount() {
        BirdEvidence run = new BirdEvidence()
                .look("earlier", FIRST, is(FIRST, "ongoing"))
                .update("earlier update", FIRST, 200)
                .look("between", FIRST, is(FIRST, "ongoing"))
                .update("end", FIRST, 200)
                .look("other", SECOND, is(SECOND, "completed"))
                .look("look", FIRST, is(FIRST, "ongoing"))
                .update("next", FIRST, 200)
                .look("later", FIRST, is(FIRST, "completed"));
        beside(run, "ongoing", "ongoing");
        Finding finding = new Finding("/status", "over within 2000 ms", "\"ongoing\"");
        assertThat(run.judge(ends)).isEqualTo(run.late(finding, "end", "look"));
    }

    @Test
    void theEndedCallSaysThatTheApiHungUp() {
        BirdEvidence run = ended("'hangupSource':'api'");
        assertThat(run.judge(saysApi)).isEqualTo(run.held("end", "look 2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"callee", "caller", "API", "timeout"})
    void anotherSourceIsBroken(String source) {
        BirdEvidence run = ended("'hangupSource':'" + source + "'");
        Finding finding = new Finding("/hangupSource", "\"api\"", "\"" + source + "\"");
        assertThat(run.judge(saysApi)).isEqualTo(run.broken(finding, "end", "look 2"));
    }

    @Test
    void theLastSourceThatAnEndedCallNamesCounts() {
        BirdEvidence run = hungUp(
                call(FIRST, "'status':'ongoing','hangupSource':'callee'"),
                call(FIRST, "'status':'completed','hangupSource':'callee'"),
                call(FIRST, "'status':'completed','hangupSource':'api'"),
                is(FIRST, "completed"),
                call(FIRST, "'status':'ongoing','hangupSource':'caller'"));
        beside(run, "ongoing", "ongoing");
        assertThat(run.judge(saysApi)).isEqualTo(run.held("end", "look 3"));
    }

    @Test
    void aSourceThatIsNotNamedIsUnseen() {
        BirdEvidence run = ended("'hangupSource':''");
        assertThat(run.judge(saysApi)).isEqualTo(run.unseen("the ended call names no source", "end"));
    }

    @Test
    void aCallThatNoUpdateEndedHasNoSourceToName() {
        BirdEvidence run = hungUp(call(FIRST, "'status':'completed','hangupSource':'callee'"));
        assertThat(run.judge(saysApi)).isEqualTo(run.unseen(NOT_ENDED, "look 1"));
        BirdEvidence never = new BirdEvidence().create("create", is(FIRST, "starting"));
        assertThat(never.judge(saysApi)).isEqualTo(never.unseen(NOT_ENDED, "create"));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204})
    void aCreatedCallIsRetrievedAtOnceOrALittleLater(int status) {
        BirdEvidence run = new BirdEvidence()
                .look("found first", FIRST, 404, "{}")
                .look("found first 2", FIRST, status, "{}")
                .look("foreign look", FIRST, 404, "{}");
        assertThat(run.judge(retrievable)).isEqualTo(run.held("found first 2"));
    }

    @Test
    void aCreatedCallThatIsNotFoundIsBrokenAndRestsOnWaiting() {
        BirdEvidence run =
                new BirdEvidence().look("found first", FIRST, 200, "{}").look("found second", SECOND, 404, "{}");
        assertThat(run.judge(retrievable)).isEqualTo(run.late(new Finding("status", "200", "404"), "found second"));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 501})
    void aServerErrorIsTheViolationOfAnotherClause(int status) {
        BirdEvidence run = new BirdEvidence().look("found first", FIRST, status, "{}");
        assertThat(run.judge(retrievable))
                .isEqualTo(run.blocked("bird.retrieve.status", "answered with " + status, "found first"));
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 401, 403, 405, 499})
    void otherCodesSayNothingOfTheCall(int status) {
        BirdEvidence run = new BirdEvidence().look("found first", FIRST, status, "{}");
        assertThat(run.judge(retrievable)).isEqualTo(run.unseen("answered with " + status, "found first"));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void aRetrieveThatIsPutOffIsUnknown(int status) {
        BirdEvidence run = new BirdEvidence().look("found first", FIRST, status, "{}");
        assertThat(run.judge(retrievable))
                .isEqualTo(Unanswered.of(run.evidence().exchange("found first").orElseThrow())
                        .orElseThrow());
    }

    @Test
    void aRetrieveWithoutAnswerIsUnknownAndNoneIsUnseen() {
        BirdEvidence run = new BirdEvidence().look("found first", FIRST, SILENT, "");
        assertThat(run.judge(retrievable)).isEqualTo(run.unknown("no answer: connection refused", "found first"));
        BirdEvidence none = new BirdEvidence().create("create", 422, "{}");
        assertThat(none.judge(retrievable)).isEqualTo(none.unseen("no call was created", "create"));
    }

    /** A call in progress that an update hangs up; the looks at it afterwards are called "look 1" and so on. */
    private static BirdEvidence hungUp(String... looks) {
        BirdEvidence run =
                new BirdEvidence().look("before", FIRST, is(FIRST, "ongoing")).update("end", FIRST, 200);
        for (int i = 0; i < looks.length; i++) {
            run.look("look " + (i + 1), FIRST, looks[i]);
        }
        return run;
    }

    private static BirdEvidence ended(String members) {
        BirdEvidence run = hungUp(is(FIRST, "ongoing"), call(FIRST, "'status':'completed'," + members));
        beside(run, "ongoing", "ongoing");
        return run;
    }

    private static void beside(BirdEvidence run, String second, String third) {
        run.look("second beside", SECOND, is(SECOND, second)).look("third beside", THIRD, is(THIRD, third));
    }

    private static String is(String id, String status) {
        return call(id, "'status':'" + status + "'");
    }
}
