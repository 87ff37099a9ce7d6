package io.callcheck.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.spec.Api;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No number is dialled on a live target that its file does not name, whatever else the request is about. */
class DialGuardTest {
    private static final String OWN = "+15551230001";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    SIGNALWIRE | From=%2B1&To=%2B15551230001                                   | true
                    SIGNALWIRE | From=%2B1                                                     | true
                    SIGNALWIRE | To=%2B15559999999                                             | false
                    SIGNALWIRE | to=%2B15559999999                                             | false
                    SIGNALWIRE | To=%2B15551230001&To=%2B15559999999                           | false
                    SIGNALWIRE | %54o=%2B15559999999                                           | false
                    BIRD       | {"to":"+15551230001"}                                         | true
                    BIRD       | {"status":"completed"}                                        | true
                    BIRD       | {"to":"+15559999999"}                                         | false
                    BIRD       | {"callFlow":[{"command":"bridge","options":{"to":"+15559999999"}}]} | false
                    BIRD       | {"to":"+15551230001","callFlow":[{"options":{"to":"+15559999999"}}]} | false
                    BIRD       | {"\\u0074o":"+15559999999"}                                   | false
                    BIRD       | {"to":"+15559999999"                                          | false
                    """)
    void onALiveTargetItsOwnNumbersAloneAreDialled(Api api, String body, boolean allowed) {
        assertThat(guard("true").forbidden(api, post(body)).isEmpty()).isEqualTo(allowed);
    }

    @Test
    void elsewhereNothingRings() {
        assertThat(guard("false").forbidden(Api.SIGNALWIRE, post("To=%2B15559999999")))
                .isEmpty();
    }

    private static Sent post(String body) {
        return new Sent("POST", URI.create("http://127.0.0.1:1/Calls"), List.of(), body);
    }

    private static DialGuard guard(String live) {
        return new DialGuard(new TargetFile(
                        null,
                        Map.of(),
                        Map.of(
                                "signalwire.url", "http://127.0.0.1:1/",
                                "signalwire.account", "6f1c2a3e-7d4b-4e58-9a60-1b2c3d4e5f60",
                                "signalwire.token", "x",
                                "signalwire.from", "+15551230000",
                                "signalwire.to.answered", OWN,
                                "callcheck.live", live,
                                "callcheck.allow-calls", "true"))
                .read());
    }
}
