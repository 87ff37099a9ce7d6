package io.callcheck.expect;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.exchange.Delivery;
import io.callcheck.exchange.Header;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignaturesTest {
    private static final String KEY = "12345";
    private static final String BASE = "https://mycompany.com";
    private static final String URI = "/myapp.php?foo=1&bar=2";
    private static final String PUBLISHED = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";
    private static final String BODY =
            "Digits=1234&To=%2B18005551212&From=%2B14158675309&Caller=%2B14158675309" + "&CallSid=CA1234567890ABCDE";

    @Test
    void thePublishedVectorIsMet() {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        fields.put("CallSid", List.of("CA1234567890ABCDE"));
        fields.put("Caller", List.of("+14158675309"));
        fields.put("Digits", List.of("1234"));
        fields.put("From", List.of("+14158675309"));
        fields.put("To", List.of("+18005551212"));
        assertThat(Signatures.of(KEY, BASE + URI, fields)).isEqualTo(PUBLISHED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://mycompany.com", "https://mycompany.com:443"})
    void theDefaultPortMayStandInTheAddressOrNot(String base) {
        assertThat(Signatures.valid(KEY, base, told(BODY), PUBLISHED)).isTrue();
    }

    @Test
    void anotherKeyAnotherAddressAndAnotherBodyGiveAnotherSignature() {
        assertThat(Signatures.valid("12346", BASE, told(BODY), PUBLISHED)).isFalse();
        assertThat(Signatures.valid(KEY, "http://mycompany.com", told(BODY), PUBLISHED))
                .isFalse();
        assertThat(Signatures.valid(KEY, BASE, told(BODY + "&More=1"), PUBLISHED))
                .isFalse();
        assertThat(Signatures.valid(KEY, BASE, told(BODY), "")).isFalse();
    }

    @Test
    void theHeaderOfEitherNameIsFound() {
        assertThat(Signatures.carried(told(BODY))).contains(PUBLISHED);
        Delivery bare = new Delivery(Instant.EPOCH, "t", "statusCallback", "POST", URI, List.of(), BODY);
        assertThat(Signatures.carried(Told.of(bare))).isEmpty();
    }

    private static Told told(String body) {
        List<Header> headers = List.of(
                new Header("Content-type", "application/x-www-form-urlencoded"),
                new Header("X-signalwire-signature", PUBLISHED));
        return Told.of(new Delivery(Instant.EPOCH, "t", "statusCallback", "POST", URI, headers, body));
    }
}
