package io.callcheck.expect;

import static io.callcheck.expect.CallbackEvidence.FORM;
import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.exchange.Delivery;
import io.callcheck.exchange.Header;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The signatures of the status callbacks of a run: each is right, and each callback has one. */
class CallbackSignaturesTest {
    private static final String KEY = "12345";
    private static final String BASE = "https://kit.example";
    private static final String RIGHT = Signatures.of(KEY, BASE + "/token", Map.of("CallSid", List.of("1")));
    private static final String HEADER = "X-SignalWire-Signature";
    private static final CallbackEvidence CREATED = new CallbackEvidence().created("create");
    private static final Judgement HELD = CREATED.held();

    private final Expectation signature = CallbackSignatures.signature(KEY, BASE);

    @Test
    void aRightSignatureUnderEitherNameHolds() {
        CallbackEvidence seen = CREATED.came(signed("statusCallback", HEADER, RIGHT))
                .came(signed("statusCallback", "x-twilio-signature", RIGHT));
        assertThat(seen.judge(signature)).isEqualTo(HELD);
        assertThat(seen.judge(CallbackSignatures.signed())).isEqualTo(HELD);
    }

    @Test
    void aWrongSignatureIsBrokenBesideARightOneToo() {
        CallbackEvidence seen = CREATED.came(signed("statusCallback", HEADER, RIGHT))
                .came(signed("statusCallback", HEADER, "wrong"))
                .came(signed("statusCallback", HEADER, "wrong"));
        assertThat(seen.judge(signature))
                .isEqualTo(CREATED.broken(new Finding(HEADER, "the one that the signing key gives", "wrong")));
    }

    @Test
    void aCallbackWithoutSignatureIsAMatterOfItsOwnClause() {
        CallbackEvidence seen = CREATED.came(signed("statusCallback", "", ""));
        assertThat(seen.judge(signature)).isEqualTo(CREATED.unseen("nothing was signed"));
        CallbackEvidence both = seen.came(signed("statusCallback", HEADER, RIGHT));
        assertThat(both.judge(signature)).isEqualTo(HELD);
        assertThat(both.judge(CallbackSignatures.signed()))
                .isEqualTo(CREATED.broken(new Finding(HEADER, "present", "absent")));
    }

    @Test
    void otherRequestsOfTheTargetAreNotJudged() {
        CallbackEvidence seen =
                CREATED.came(signed("document", HEADER, "wrong")).came(signed("document", "", ""));
        assertThat(seen.judge(signature)).isEqualTo(CREATED.unseen("nothing was signed"));
        assertThat(seen.judge(CallbackSignatures.signed())).isEqualTo(CREATED.unseen("nothing came"));
        assertThat(seen.came(signed("statusCallback", HEADER, RIGHT)).judge(CallbackSignatures.signed()))
                .isEqualTo(HELD);
    }

    private static Delivery signed(String purpose, String header, String signature) {
        List<Header> headers = new ArrayList<>(CallbackEvidence.type(FORM));
        if (!header.isEmpty()) {
            headers.add(new Header(header, signature));
        }
        return new Delivery(Instant.EPOCH, "token", purpose, "POST", "/token", headers, "CallSid=1");
    }
}
