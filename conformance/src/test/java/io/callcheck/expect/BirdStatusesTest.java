package io.callcheck.expect;

import static io.callcheck.expect.BirdEvidence.FIRST;
import static io.callcheck.expect.BirdEvidence.SECOND;
import static io.callcheck.expect.BirdEvidence.SILENT;
import static io.callcheck.expect.BirdEvidence.call;
import static io.callcheck.expect.BirdEvidence.calls;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The life of a call: it never goes back, stays over, and begins in its own way when it comes in. */
class BirdStatusesTest {
    private static final BirdCalls CALLS = new BirdCalls(Soundness.EVERYTHING);

    private static final String NOT_TWICE = "no call was seen twice in its life";
    private static final String NOT_AGAIN = "no call was looked at again after its end";

    private final Expectation forward = BirdStatuses.forward(CALLS);
    private final Expectation lasting = BirdStatuses.lasting(CALLS);
    private final Expectation incoming = BirdStatuses.incoming(CALLS);

    @ParameterizedTest
    @CsvSource({
        "scheduled, scheduled",
        "scheduled, accepted",
        "accepted, starting",
        "starting, ringing",
        "ringing, ongoing",
        "scheduled, ongoing",
        "scheduled, cancelled",
        "ringing, busy",
        "ringing, no-answer",
        "starting, failed",
        "ongoing, completed"
    })
    void theWayForwardIsFree(String created, String then) {
        BirdEvidence run = life(created, then);
        assertThat(run.judge(forward)).isEqualTo(run.held("look 1"));
    }

    @ParameterizedTest
    @CsvSource({
        "accepted, scheduled",
        "starting, accepted",
        "ringing, starting",
        "ongoing, ringing",
        "ongoing, scheduled"
    })
    void theWayBackIsBroken(String created, String then) {
        BirdEvidence run = life(created, then);
        assertThat(run.judge(forward)).isEqualTo(run.broken(status("not before " + created, then), "look 1"));
    }

    @Test
    void everyStepBackIsMeasuredByTheFurthestAndToldOnce() {
        BirdEvidence run = life("ringing", "starting", "accepted", "starting");
        assertThat(run.judge(forward))
                .isEqualTo(run.broken(
                        List.of(status("not before ringing", "starting"), status("not before ringing", "accepted")),
                        "look 1",
                        "look 2"));
    }

    @ParameterizedTest
    @CsvSource({"completed, completed", "completed, ongoing", "busy, scheduled", "queued, queued", "'', ''"})
    void neitherTheTimeAfterTheEndNorAnUnknownStatusIsAWay(String created, String then) {
        BirdEvidence run = life(created, then);
        assertThat(run.judge(forward)).isEqualTo(run.unseen(NOT_TWICE));
    }

    @Test
    void anUnknownStatusBetweenForgetsNothing() {
        BirdEvidence run = life("ringing", "queued", "starting");
        assertThat(run.judge(forward)).isEqualTo(run.broken(status("not before ringing", "starting"), "look 2"));
    }

    @Test
    void callsSideBySideHaveLivesOfTheirOwn() {
        BirdEvidence run = new BirdEvidence()
                .create("one", call(FIRST, "'status':'ringing'"))
                .create("two", call(SECOND, "'status':'accepted'"));
        assertThat(run.judge(forward)).isEqualTo(run.unseen(NOT_TWICE));
        run.look("one again", FIRST, call(FIRST, "'status':'ongoing'"))
                .look("two again", SECOND, call(SECOND, "'status':'starting'"));
        assertThat(run.judge(forward)).isEqualTo(run.held("one again", "two again"));
    }

    @Test
    void updatesAndListsMayLagBehind() {
        BirdEvidence run = life("ongoing")
                .update("update", FIRST, 200, call(FIRST, "'status':'ringing'"))
                .list("list", "", calls(call(FIRST, "'status':'accepted'")));
        assertThat(run.judge(forward)).isEqualTo(run.unseen(NOT_TWICE));
    }

    @Test
    void anIdThatWasGivenTwiceIsNoLife() {
        BirdEvidence run = new BirdEvidence()
                .create("one", call(FIRST, "'status':'ongoing'"))
                .create("two", call(FIRST, "'status':'starting'"))
                .look("look", FIRST, call(FIRST, "'status':'completed'"))
                .look("again", FIRST, call(FIRST, "'status':'ringing'"));
        assertThat(run.judge(forward)).isEqualTo(run.unseen(NOT_TWICE));
        assertThat(run.judge(lasting)).isEqualTo(run.unseen(NOT_AGAIN));
    }

    @Test
    void anotherCallThanAskedForIsNotJudged() {
        BirdEvidence run = life("ongoing")
                .look("other", SECOND, call(FIRST, "'status':'completed'"))
                .look("other again", SECOND, call(FIRST, "'status':'ringing'"));
        assertThat(run.judge(forward)).isEqualTo(run.unseen(NOT_TWICE));
        assertThat(run.judge(lasting)).isEqualTo(run.unseen(NOT_AGAIN));
    }

    @Test
    void aCallWithoutAnIdIsNobodys() {
        BirdEvidence run = new BirdEvidence()
                .look("look", "", "{'status':'ongoing'}")
                .look("over", "", "{'status':'completed'}")
                .look("again", "", "{'status':'ringing'}");
        assertThat(run.judge(forward)).isEqualTo(run.unseen(NOT_TWICE));
        assertThat(run.judge(lasting)).isEqualTo(run.unseen(NOT_AGAIN));
    }

    @Test
    void capitalsMakeNoOtherCall() {
        String capitals = FIRST.toUpperCase(Locale.ROOT);
        BirdEvidence run = life("ringing").look("capitals", capitals, call(capitals, "'status':'starting'"));
        assertThat(run.judge(forward)).isEqualTo(run.broken(status("not before ringing", "starting"), "capitals"));
    }

    @Test
    void whatIsNotAnsweredShowsNoStatus() {
        BirdEvidence run = life("completed")
                .look("silent", FIRST, SILENT, "")
                .look("error", FIRST, 500, call(FIRST, "'status':'ringing'"));
        assertThat(run.judge(forward)).isEqualTo(run.unseen(NOT_TWICE));
        assertThat(run.judge(lasting)).isEqualTo(run.unseen(NOT_AGAIN));
        assertThat(run.judge(incoming)).isEqualTo(run.unseen("no incoming call was seen"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"completed", "no-answer", "busy", "failed", "cancelled"})
    void anEndThatLastsHolds(String end) {
        BirdEvidence run = life("ringing", end, end);
        assertThat(run.judge(lasting)).isEqualTo(run.held("look 2"));
    }

    @ParameterizedTest
    @CsvSource({
        "completed, ongoing",
        "completed, failed",
        "busy, completed",
        "no-answer, ringing",
        "failed, starting",
        "cancelled, scheduled",
        "cancelled, accepted"
    })
    void anEndThatDoesNotLastIsBroken(String end, String then) {
        BirdEvidence run = life("starting", end, then);
        assertThat(run.judge(lasting)).isEqualTo(run.broken(status(end + " as before", then), "look 2"));
    }

    @Test
    void whatTheEndIsComparedWithIsTheFirstEnd() {
        BirdEvidence run = life("starting", "busy", "failed", "failed");
        assertThat(run.judge(lasting)).isEqualTo(run.broken(status("busy as before", "failed"), "look 2"));
    }

    @ParameterizedTest
    @CsvSource({"ringing, ringing", "ringing, busy", "busy, queued", "'', ''"})
    void withoutASecondLookAtAnEndNothingLasts(String look, String then) {
        BirdEvidence run = life("starting", look, then);
        assertThat(run.judge(lasting)).isEqualTo(run.unseen(NOT_AGAIN));
    }

    @Test
    void answersToCreatesAndListsAreNoLooksAtAnEnd() {
        BirdEvidence run = life("busy", "failed").list("list", "", calls(call(FIRST, "'status':'ringing'")));
        assertThat(run.judge(lasting)).isEqualTo(run.unseen(NOT_AGAIN));
    }

    @Test
    void anUpdateOfAnEndedCallIsTheMatterOfAnotherClause() {
        BirdEvidence run = life("starting", "busy")
                .update("update", FIRST, 200)
                .look("after", FIRST, call(FIRST, "'status':'ongoing'"));
        assertThat(run.judge(lasting)).isEqualTo(run.unseen(NOT_AGAIN));
    }

    @Test
    void whatWasSeenBeforeSuchAnUpdateCounts() {
        BirdEvidence run = life("starting", "busy", "busy")
                .update("update", FIRST, 200)
                .look("after", FIRST, call(FIRST, "'status':'ongoing'"));
        assertThat(run.judge(lasting)).isEqualTo(run.held("look 2"));
    }

    @Test
    void updatesBeforeTheEndOrOfAnotherCallChangeNothing() {
        BirdEvidence run = life("starting")
                .update("hang up", FIRST, 200)
                .look("over", FIRST, call(FIRST, "'status':'completed'"))
                .update("other", SECOND, 200)
                .look("back", FIRST, call(FIRST, "'status':'ongoing'"));
        assertThat(run.judge(lasting)).isEqualTo(run.broken(status("completed as before", "ongoing"), "back"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"starting", "ringing", "ongoing", "completed", "no-answer"})
    void aCallThatComesInBeginsAtOnce(String status) {
        BirdEvidence run = coming("incoming", status);
        assertThat(run.judge(incoming)).isEqualTo(run.held("list"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"accepted", "scheduled"})
    void aCallThatComesInIsNeitherAcceptedNorScheduled(String status) {
        BirdEvidence run = coming("incoming", status);
        Finding finding = new Finding(
                "/results/0/status", "neither accepted nor scheduled of an incoming call", "\"" + status + "\"");
        assertThat(run.judge(incoming)).isEqualTo(run.broken(finding, "list"));
    }

    @ParameterizedTest
    @CsvSource({"outgoing, accepted", "outgoing, ringing", "'', scheduled", "incoming, ''"})
    void otherCallsDoNotComeIn(String direction, String status) {
        BirdEvidence run = coming(direction, status);
        assertThat(run.judge(incoming)).isEqualTo(run.unseen("no incoming call was seen"));
    }

    private static BirdEvidence coming(String direction, String status) {
        return new BirdEvidence()
                .list("list", "", calls(call(FIRST, "'direction':'" + direction + "','status':'" + status + "'")));
    }

    /** A call from its creation on; the looks at it are called "look 1" and so on. */
    private static BirdEvidence life(String created, String... looks) {
        BirdEvidence run = new BirdEvidence().create("create", call(FIRST, "'status':'" + created + "'"));
        for (int i = 0; i < looks.length; i++) {
            run.look("look " + (i + 1), FIRST, call(FIRST, "'status':'" + looks[i] + "'"));
        }
        return run;
    }

    private static Finding status(String expected, String actual) {
        return new Finding("/status", expected, "\"" + actual + "\"");
    }
}
