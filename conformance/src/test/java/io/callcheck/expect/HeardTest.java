package io.callcheck.expect;

import static io.callcheck.expect.CallbackEvidence.ACCOUNT;
import static io.callcheck.expect.CallbackEvidence.FROM;
import static io.callcheck.expect.CallbackEvidence.OTHER;
import static io.callcheck.expect.CallbackEvidence.SID;
import static io.callcheck.expect.CallbackEvidence.TO;
import static io.callcheck.expect.CallbackEvidence.call;
import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.exchange.Forms;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What came to an address beside the call that it is of: the call's statuses, its name, and what silence means. */
class HeardTest {
    private static final String CREATE = "create with all events";
    private static final Line LINE = new Line(CREATE, "all", false);
    private static final Line BESIDE = new Line(CREATE, "all", true);
    private static final CallbackEvidence CREATED = new CallbackEvidence().created(CREATE);

    private final Expectation identity = StatusCallbacks.identity(LINE);

    @Test
    void whereNothingCameFromTheTargetAtAllTheKitCannotKnowWhy() {
        CallbackEvidence over = CREATED.look("look 1", "completed");
        assertThat(over.judge(StatusCallbacks.told(LINE, "completed")))
                .isEqualTo(over.unknown(
                        "nothing came from the target at all: set callbacks.public-url to an address under which it"
                                + " reaches this machine, or declare 'lacks: [callbacks]'",
                        CREATE));
    }

    @Test
    void silenceIsAViolationWhereTheTargetReachesThisMachine() {
        CallbackEvidence over = CREATED.look("look 1", "completed");
        Judgement late = over.late(new Finding("CallStatus", "the event completed", "nothing came"), CREATE);
        assertThat(over.judge(StatusCallbacks.told(BESIDE, "completed"))).isEqualTo(late);
        CallbackEvidence reached = over.heard("another", "CallStatus=completed");
        assertThat(reached.judge(StatusCallbacks.told(LINE, "completed"))).isEqualTo(late);
    }

    @Test
    void theStatusesAreThoseThatAcceptedAnswersShowedOfTheCallItself() {
        CallbackEvidence seen = CREATED.answered("refused", "update", 422, call(SID, "busy"))
                .answered("another", "retrieve", 200, call(OTHER, "failed"))
                .answered("a part", "update", 200, "{\"sid\":\"" + SID + "\",\"status\":\"canceled\"}")
                .answered("a list", "list", 200, call(SID, "completed"))
                .answered("no JSON", "retrieve", 200, "<html>")
                .silent("no answer", "retrieve", "connection refused")
                .looks("look", "ringing", "in-progress", "ringing");
        assertThat(seen.judge(StatusCallbacks.told(LINE, "completed")))
                .isEqualTo(seen.unseen("the call was not seen to come so far: queued, ringing, in-progress", CREATE));
    }

    @Test
    void theEndIsTheLastThatWasSeen() {
        CallbackEvidence seen = CREATED.looks("look", "failed", "completed").heard("all", "CallStatus=completed");
        assertThat(seen.judge(StatusCallbacks.end(LINE))).isEqualTo(seen.held(CREATE));
    }

    @ParameterizedTest
    @CsvSource({
        "CallSid, " + SID + ", " + OTHER,
        "CallSid, " + SID + ", CA-12",
        "AccountSid, " + ACCOUNT + ", " + OTHER,
        "AccountSid, " + ACCOUNT + ", AC-12",
        "To, " + TO + ", +15005550009",
        "From, " + FROM + ", +15005550009"
    })
    void whatNamesTheCallIsThatOfTheCall(String parameter, String right, String wrong) {
        CallbackEvidence named = CREATED.heard("all", form(parameter, right)).heard("all", form(parameter, ""));
        assertThat(named.judge(identity)).isEqualTo(named.held(CREATE));
        CallbackEvidence misnamed = named.heard("all", form(parameter, wrong)).heard("all", form(parameter, wrong));
        assertThat(misnamed.judge(identity)).isEqualTo(misnamed.broken(new Finding(parameter, right, wrong), CREATE));
    }

    @Test
    void eachWrongNameIsAFindingOfItsOwn() {
        CallbackEvidence seen = CREATED.heard("all", form("CallSid", OTHER) + "&" + form("To", FROM));
        assertThat(seen.judge(identity))
                .isEqualTo(new Judgement.Broken(
                        List.of(new Finding("CallSid", SID, OTHER), new Finding("To", TO, FROM)),
                        seen.exchanges(CREATE)));
        assertThat(CREATED.judge(identity)).isEqualTo(CREATED.unseen("nothing came", CREATE));
    }

    @Test
    void letterCaseMakesNoOtherUuid() {
        CallbackEvidence seen = CREATED.heard("all", form("CallSid", SID.toUpperCase(Locale.ROOT)));
        assertThat(seen.judge(identity)).isEqualTo(seen.held(CREATE));
    }

    @Test
    void theNumbersMayStandAsTheyWereSentOrAsTheyWereAnswered() {
        CallbackEvidence created =
                new CallbackEvidence().created(CREATE, "To=" + Forms.escape("sip:a@b.example"), call(SID, "queued"));
        for (String lawful : List.of(TO, "sip:a@b.example")) {
            assertThat(created.heard("all", form("To", lawful)).judge(identity)).isEqualTo(created.held(CREATE));
        }
        assertThat(created.heard("all", form("To", FROM)).judge(identity))
                .isEqualTo(created.broken(new Finding("To", TO + " or sip:a@b.example", FROM), CREATE));
    }

    @Test
    void whatTheCallDoesNotTellOfItselfCannotBeCompared() {
        CallbackEvidence bare = new CallbackEvidence()
                .created(CREATE, "", "{\"sid\":\"" + SID + "\",\"account_sid\":null,\"status\":\"queued\"}");
        String form = String.join("&", form("To", FROM), form("From", "null"));
        assertThat(bare.heard("all", form).judge(identity)).isEqualTo(bare.held(CREATE));
    }

    /** An account that the call shows wrongly is a clause of its own. */
    @Test
    void theAccountOfThePathIsRightWhateverTheCallShows() {
        String call = "{\"sid\":\"" + SID + "\",\"account_sid\":%s,\"status\":\"queued\"}";
        for (String shown : List.of("null", '"' + OTHER + '"')) {
            CallbackEvidence created = new CallbackEvidence().created(CREATE, "", call.formatted(shown));
            assertThat(created.heard("all", form("AccountSid", ACCOUNT)).judge(identity))
                    .isEqualTo(created.held(CREATE));
            assertThat(created.heard("all", form("AccountSid", "AC-12")).judge(identity))
                    .isInstanceOf(Judgement.Broken.class);
        }
    }

    @Test
    void anIdOfTheCallThatIsNoUuidIsComparedAsItIs() {
        CallbackEvidence created = new CallbackEvidence().created(CREATE, "", call("CA-11", "queued"));
        assertThat(created.heard("all", form("CallSid", "CA-12")).judge(identity))
                .isEqualTo(created.broken(new Finding("CallSid", "CA-11", "CA-12"), CREATE));
    }

    private static String form(String parameter, String value) {
        return parameter + "=" + Forms.escape(value);
    }
}
