package io.callcheck.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.exchange.CallBudget;
import io.callcheck.exchange.Exchange;
import io.callcheck.exchange.RawPeer;
import io.callcheck.exchange.Sent;
import io.callcheck.exchange.Wire;
import io.callcheck.spec.Api;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Credentials that are sent as parameters are taken out like the target's own. */
@Timeout(20)
class ParametersTest {
    private static final String PASSWORD = "p a/s+s\"w\\o%72d";
    private static final String BEARER = "eyJ.+/=&\"b%2F";

    @Test
    void whatWasSentAsAPasswordIsTakenOut() throws IOException {
        String body = "To=x&SipAuthPassword=" + form(PASSWORD) + "&AuthorizationBearerToken=" + form(BEARER);
        try (RawPeer peer = RawPeer.answering("HTTP/1.1 " + BEARER + "\r\n\r\n")) {
            Wire wire = new Wire(Keys.target(peer.address(), Map.of()), new CallBudget(0));
            URI address = URI.create(peer.address() + "/Calls");
            Exchange exchange = wire.send(Api.SIGNALWIRE, "create", new Sent("POST", address, List.of(), body));
            assertThat(exchange.problem()).isNotBlank().doesNotContain(BEARER);
            assertThat(wire.redaction().text(body))
                    .isEqualTo("To=x&SipAuthPassword=[redacted]&AuthorizationBearerToken=[redacted]");
            for (String secret : List.of(PASSWORD, BEARER)) {
                for (String writing : Secrets.writings(secret)) {
                    assertThat(wire.redaction().text("a:" + writing + ";b"))
                            .as(writing)
                            .doesNotContain(writing);
                }
            }
        }
    }

    private static String form(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
