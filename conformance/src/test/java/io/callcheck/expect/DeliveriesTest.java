package io.callcheck.expect;

import static io.callcheck.expect.CallbackEvidence.ACCOUNT;
import static io.callcheck.expect.CallbackEvidence.SID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.callcheck.spec.Api;
import io.callcheck.spec.Clause;
import io.callcheck.testing.Documents;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The clauses of the parameters of each webhook, judged on everything that came to its addresses. */
class DeliveriesTest {
    private static final String STATUS = "statusCallback";
    private static final String NAMES = "AccountSid=" + ACCOUNT + "&CallSid=" + SID;
    private static final CallbackEvidence CREATED = new CallbackEvidence().created("create");
    private static final Judgement HELD = CREATED.held();
    private static final Judgement UNSEEN = CREATED.unseen("no request of the target showed it");

    private final Deliveries deliveries =
            new Deliveries(Documents.catalogue(Api.SIGNALWIRE), Documents.contract(Api.SIGNALWIRE));

    @ParameterizedTest
    @CsvSource({
        "CallStatus.enum, CallStatus=ringing",
        "CallSid.format, CallSid=" + SID,
        "CallDuration.type, CallDuration=0",
        "CallDuration.minimum, CallDuration=0",
        "From.required, From="
    })
    void aLawfulParameterHolds(String clause, String form) {
        assertThat(judge(CREATED.heard("token", form), clause, STATUS)).isEqualTo(HELD);
        assertThat(judge(CREATED.got("token", STATUS, "?" + form), clause, STATUS))
                .isEqualTo(HELD);
    }

    @ParameterizedTest
    @CsvSource({
        "CallSid.format, CallSid=CA1, /CallSid, '\"CA1\"'",
        "CallDuration.type, CallDuration=long, /CallDuration, '\"long\"'",
        "CallDuration.minimum, CallDuration=-1, /CallDuration, -1"
    })
    void anUnlawfulParameterIsBrokenOnceHoweverOftenItCame(String clause, String form, String where, String actual) {
        String expected = Expected.of(Documents.use("signalwire.statusCallback." + clause, STATUS));
        CallbackEvidence seen =
                CREATED.heard("token", form).heard("another", form).heard("token", NAMES);
        assertThat(judge(seen, clause, STATUS)).isEqualTo(CREATED.broken(new Finding(where, expected, actual)));
    }

    @Test
    void eachUnlawfulValueIsAFinding() {
        CallbackEvidence seen = CREATED.heard("token", "CallDuration=-1").heard("token", "CallDuration=-2");
        assertThat(judge(seen, "CallDuration.minimum", STATUS))
                .isEqualTo(new Judgement.Broken(
                        List.of(
                                new Finding("/CallDuration", "at least 0", "-1"),
                                new Finding("/CallDuration", "at least 0", "-2")),
                        List.of()));
    }

    @Test
    void aParameterThatIsRequiredAndAbsentIsBroken() {
        assertThat(judge(CREATED.heard("token", NAMES), "CallStatus.required", STATUS))
                .isInstanceOfSatisfying(
                        Judgement.Broken.class,
                        broken -> assertThat(broken.findings())
                                .extracting(Finding::expected, Finding::actual)
                                .containsExactly(tuple("present", "absent")));
    }

    @Test
    void aParameterWithoutTextIsAsIfItHadNotCome() {
        assertThat(judge(CREATED.heard("token", NAMES + "&CallDuration="), "CallDuration.type", STATUS))
                .isEqualTo(UNSEEN);
    }

    @Test
    void aWebhookIsJudgedByWhatCameToItsOwnAddresses() {
        CallbackEvidence seen = CREATED.heard("token", "document", "CallStatus=unheard-of");
        assertThat(judge(seen, "CallStatus.enum", STATUS)).isEqualTo(UNSEEN);
        assertThat(judge(CREATED, "CallStatus.enum", STATUS)).isEqualTo(UNSEEN);
        Clause document =
                Documents.use("signalwire.document.CallStatus.enum", "document").clause();
        assertThat(seen.judge(deliveries.everywhere(document, "document"))).isInstanceOf(Judgement.Broken.class);
    }

    @Test
    void anAddressOfNoWebhookShowsNothing() {
        assertThat(judge(CREATED.heard("token", "media", "CallStatus=ringing"), "CallStatus.enum", "media"))
                .isEqualTo(UNSEEN);
    }

    private Judgement judge(CallbackEvidence seen, String clause, String webhook) {
        Clause judged =
                Documents.use("signalwire.statusCallback." + clause, STATUS).clause();
        return seen.judge(deliveries.everywhere(judged, webhook));
    }
}
