package io.callcheck.expect;

import static io.callcheck.expect.BirdEvidence.FIRST;
import static io.callcheck.expect.BirdEvidence.SECOND;
import static io.callcheck.expect.BirdEvidence.SILENT;
import static io.callcheck.expect.BirdEvidence.call;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that were refused leave their call alone, and no update brings a call back that is over. */
class BirdLivesRefusedTest {

    private final BirdLives lives = new BirdLives(new BirdCalls(Soundness.EVERYTHING));
    private final Expectation alone =
            lives.leavesAlone(List.of("wrong key", "no key"), "second beside", "third beside");
    private final Expectation staysOver =
            lives.staysOver("first over", List.of("late status", "late flow"), "first after updates");

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 422, 499})
    void aCallThatGoesOnAfterARefusalHolds(int status) {
        BirdEvidence run = refused(status, "ongoing", "");
        assertThat(run.judge(alone)).isEqualTo(run.held("wrong key", "second beside"));
    }

    @ParameterizedTest
    @CsvSource({"completed, ''", "completed, api", "failed, carrier", "cancelled, api"})
    void aCallThatEndedWhileAnotherGoesOnIsBroken(String over, String source) {
        BirdEvidence run = refused(401, over, source);
        run.look("third beside", SECOND, call(SECOND, "'status':'ongoing'"));
        Finding finding = new Finding("/status", "as before the refused requests", "\"" + over + "\"");
        assertThat(run.judge(alone)).isEqualTo(run.broken(finding, "wrong key", "second beside"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"callee", "caller", "timeout", "media-timeout"})
    void aCallThatItsPartiesEndedProvesNothing(String source) {
        BirdEvidence run = refused(401, "completed", source);
        run.look("third beside", SECOND, call(SECOND, "'status':'ongoing'"));
        assertThat(run.judge(alone))
                .isEqualTo(run.unseen("the call ended, maybe for reasons of its own", "wrong key", "second beside"));
    }

    @Test
    void callsThatAllEndedProveNothing() {
        BirdEvidence run = refused(401, "completed", "api");
        assertThat(run.judge(alone))
                .isEqualTo(run.unseen("the call ended, maybe for reasons of its own", "wrong key", "second beside"));
        run.look("third beside", SECOND, call(SECOND, "'status':'completed'"));
        assertThat(run.judge(alone))
                .isEqualTo(run.unseen("the call ended, maybe for reasons of its own", "wrong key", "second beside"));
    }

    @Test
    void whatWasAcceptedWasNotRefused() {
        BirdEvidence run = new BirdEvidence()
                .update("wrong key", FIRST, 401)
                .update("no key", FIRST, 200)
                .look("second beside", FIRST, call(FIRST, "'status':'completed'"));
        assertThat(run.judge(alone)).isEqualTo(run.unseen("what was to be refused was accepted", "no key"));
    }

    @ParameterizedTest
    @ValueSource(ints = {SILENT, 302, 399, 408, 429, 500, 503})
    void onlyAClientErrorIsARefusal(int status) {
        BirdEvidence run = refused(status, "ongoing", "");
        assertThat(run.judge(alone)).isEqualTo(run.unseen("nothing was refused with a client error", "wrong key"));
    }

    @Test
    void theFirstClientErrorIsCited() {
        BirdEvidence run = new BirdEvidence()
                .update("wrong key", FIRST, 500)
                .update("no key", FIRST, 401)
                .look("second beside", FIRST, call(FIRST, "'status':'ongoing'"));
        assertThat(run.judge(alone)).isEqualTo(run.held("no key", "second beside"));
    }

    @Test
    void withoutRequestOrLookNothingIsSeen() {
        BirdEvidence never = new BirdEvidence().create("create", call(FIRST, "'status':'starting'"));
        assertThat(never.judge(alone)).isEqualTo(never.unseen("no call came into progress", "create"));
        BirdEvidence unlooked =
                new BirdEvidence().update("wrong key", FIRST, 401).update("lawful", FIRST, 200);
        assertThat(unlooked.judge(alone))
                .isEqualTo(unlooked.unseen("nothing was refused with a client error", "wrong key"));
    }

    @Test
    void aLookThatDoesNotShowTheCallProvesNothingOfARefusal() {
        BirdEvidence other = new BirdEvidence()
                .update("wrong key", FIRST, 401)
                .look("second beside", FIRST, call(SECOND, "'status':'completed'"));
        assertThat(other.judge(alone))
                .isEqualTo(other.blocked("bird.call.id.path", "another call was shown", "wrong key", "second beside"));
        BirdEvidence silent =
                new BirdEvidence().update("wrong key", FIRST, 401).look("second beside", FIRST, SILENT, "");
        assertThat(silent.judge(alone))
                .isEqualTo(silent.unseen(
                        "the call was answered with nothing: connection refused", "wrong key", "second beside"));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 404, 409, 422, 500})
    void aCallThatStaysOverHoldsHoweverItsUpdatesAreAnswered(int status) {
        BirdEvidence run = updated(status, "completed");
        assertThat(run.judge(staysOver)).isEqualTo(run.held("late status", "first after updates"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"scheduled", "accepted", "starting", "ringing", "ongoing"})
    void aCallThatComesBackIsBroken(String live) {
        BirdEvidence run = updated(422, live);
        assertThat(run.judge(staysOver))
                .isEqualTo(run.broken(
                        new Finding("/status", "over", "\"" + live + "\""), "late status", "first after updates"));
    }

    @Test
    void aCallThatWasBackBeforeTheUpdatesIsTheMatterOfAnotherClause() {
        BirdEvidence run = new BirdEvidence()
                .look("first over", FIRST, call(FIRST, "'status':'ongoing'"))
                .update("late flow", FIRST, 200)
                .look("first after updates", FIRST, call(FIRST, "'status':'ongoing'"));
        assertThat(run.judge(staysOver))
                .isEqualTo(run.blocked(
                        "bird.call.status.final",
                        "it came back before the updates",
                        "late flow",
                        "first after updates"));
    }

    @Test
    void anUpdateThatWasNotAnsweredIsNoUpdate() {
        assertThat(updated(429, "completed").judge(staysOver)).isInstanceOf(Judgement.Unseen.class);
        assertThat(updated(503, "completed").judge(staysOver)).isInstanceOf(Judgement.Unseen.class);
        BirdEvidence run = updated(SILENT, "ongoing");
        assertThat(run.judge(staysOver))
                .isEqualTo(run.unseen("no call was updated after its end", "first after updates"));
        run.update("late flow", FIRST, 422);
        assertThat(run.judge(staysOver))
                .isEqualTo(
                        run.broken(new Finding("/status", "over", "\"ongoing\""), "late flow", "first after updates"));
    }

    @Test
    void withoutALookAfterTheUpdatesNothingIsSeen() {
        BirdEvidence run = new BirdEvidence().update("late status", FIRST, 422);
        assertThat(run.judge(staysOver)).isEqualTo(run.unseen("no call was updated after its end", "late status"));
    }

    @Test
    void aLookThatDoesNotShowTheCallProvesNothingOfItsEnd() {
        BirdEvidence other = new BirdEvidence()
                .update("late status", FIRST, 422)
                .look("first after updates", FIRST, call(SECOND, "'status':'ongoing'"));
        assertThat(other.judge(staysOver))
                .isEqualTo(other.blocked(
                        "bird.call.id.path", "another call was shown", "late status", "first after updates"));
        BirdEvidence gone =
                new BirdEvidence().update("late status", FIRST, 422).look("first after updates", FIRST, 404, "{}");
        assertThat(gone.judge(staysOver))
                .isEqualTo(gone.unseen("the call was answered with 404", "late status", "first after updates"));
    }

    private static BirdEvidence refused(int status, String after, String source) {
        return new BirdEvidence()
                .update("wrong key", FIRST, status)
                .look("second beside", FIRST, call(FIRST, "'status':'" + after + "','hangupSource':'" + source + "'"));
    }

    private static BirdEvidence updated(int status, String after) {
        return new BirdEvidence()
                .look("first over", FIRST, call(FIRST, "'status':'completed'"))
                .update("late status", FIRST, status)
                .look("first after updates", FIRST, call(FIRST, "'status':'" + after + "'"));
    }
}
