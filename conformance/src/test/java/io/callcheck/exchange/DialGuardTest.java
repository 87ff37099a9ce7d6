package io.callcheck.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.spec.Api;
import io.callcheck.testing.Targets;
import java.io.IOException;
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

    @Test
    void ofATargetThatIsReadNothingElseIsAsked() throws IOException {
        try (RawPeer peer = RawPeer.answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")) {
            Target target = Targets.both(Map.of(
                    "bird.url",
                    peer.address().toString(),
                    "bird.calls",
                    Targets.ACCOUNT,
                    "signalwire.existing-calls",
                    Targets.ACCOUNT,
                    "callcheck.read-only",
                    "true"));
            Wire wire = new Wire(target, new CallBudget(0));
            for (String method : List.of("POST", "PATCH", "PUT", "DELETE", "post", "HEAD")) {
                Exchange kept = wire.send(Api.BIRD, "retrieve", new Sent(method, peer.address(), List.of(), ""));
                assertThat(kept.withheld()).as(method).isTrue();
                assertThat(kept.problem()).contains("read-only: true");
            }
            assertThat(peer.connections()).isZero();
            Sent look = new Sent("GET", peer.address(), List.of(), "");
            assertThat(wire.send(Api.BIRD, "retrieve", look).accepted()).isTrue();
        }
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
