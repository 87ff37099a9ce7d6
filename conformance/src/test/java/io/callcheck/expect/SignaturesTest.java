package io.callcheck.expect;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.exchange.Delivery;
import io.callcheck.exchange.Header;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The signature of what is sent: published vectors, and what a validator of the vendor lets pass besides. */
class SignaturesTest {
    private static final String KEY = "12345";
    private static final String BASE = "https://mycompany.com";
    private static final String URI = "/myapp.php?foo=1&bar=2";
    private static final String PUBLISHED = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";
    private static final String ADDRESS_ALONE = "zYQTYrRWXE7LtzbG4PfP7/bkkGo=";
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

    @ParameterizedTest
    @CsvSource({
        "https://kit.example, https://kit.example:443, true",
        "https://kit.example, https://kit.example:80, false",
        "https://kit.example, http://kit.example, false",
        "https://kit.example:443, https://kit.example, true",
        "https://kit.example:8443, https://kit.example, false",
        "https://kit.example:8443, https://kit.example:8443, true",
        "https://kit.example:8443, https://kit.example:443:8443, false",
        "https://kit.example/in, https://kit.example:443/in, true",
        "https://kit.example:443/in, https://kit.example/in, true",
        "http://kit.example, http://kit.example:80, true",
        "http://kit.example, http://kit.example:443, false",
        "http://kit.example:80, http://kit.example, true",
        "http://kit.example:8080, http://kit.example, false",
        "http://kit.example:8080, http://kit.example:80:8080, false",
        "http://kit.example/in, http://kit.example:80/in, true",
        "http://kit.example:80/in, http://kit.example/in, true"
    })
    void thePortOfTheSchemeAndNoOtherMayBeAddedOrLeftOut(String base, String signedFor, boolean valid) {
        String signature = Signatures.of(KEY, signedFor + URI, told(BODY).fields());
        assertThat(Signatures.valid(KEY, base, told(BODY), signature)).isEqualTo(valid);
    }

    @Test
    void theValuesOfAGetStandInItsAddressAlone() {
        Told got = Told.of(new Delivery(Instant.EPOCH, "t", "statusCallback", "GET", URI, List.of(), ""));
        assertThat(Signatures.valid(KEY, BASE, got, ADDRESS_ALONE)).isTrue();
        String withFields = Signatures.of(KEY, BASE + URI, got.fields());
        assertThat(Signatures.valid(KEY, BASE, got, withFields)).isFalse();
    }

    @Test
    void theValuesOfANameThatIsRepeatedFollowInTheirOrderAndNamesInTheirs() {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        fields.put("Z", List.of("x"));
        fields.put("A", List.of("b1", "b2"));
        assertThat(Signatures.of(KEY, BASE + URI, fields)).isEqualTo("jvT7I9H+T9hM/tEJX7xfanZnMxg=");
    }

    /** Over the address alone, over it and the members, in hexadecimal over it and the raw body. */
    @ParameterizedTest
    @ValueSource(strings = {ADDRESS_ALONE, "ZjkFLQ9+W+nGUBnjbf+xo9MqHRM=", "0ee19d24178a8219f6bc40dbeca33a11f3d83baf"})
    void aBodyThatIsNoFormMayBeSignedInAnyOfTheLawfulWays(String signature) {
        String json = "{\"CallSid\":\"1\"}";
        List<Header> headers = CallbackEvidence.type("application/json");
        Told told = Told.of(new Delivery(Instant.EPOCH, "t", "statusCallback", "POST", URI, headers, json));
        assertThat(Signatures.valid(KEY, BASE, told, signature)).isTrue();
        assertThat(Signatures.valid(KEY, BASE, told, signature.substring(1))).isFalse();
        assertThat(Signatures.valid(KEY, BASE, told(BODY), signature)).isFalse();
    }

    @Test
    void theHeaderOfEitherNameIsFound() {
        assertThat(Signatures.carried(told(BODY))).contains(PUBLISHED);
        assertThat(carried(new Header("x-twilio-signature", "old"))).contains("old");
        assertThat(carried(new Header("X-Twilio-Signature", "old"), new Header("X-SignalWire-Signature", "new")))
                .contains("new");
        assertThat(carried(new Header("X-Signature", "another"))).isEmpty();
    }

    private static Optional<String> carried(Header... headers) {
        return Signatures.carried(
                Told.of(new Delivery(Instant.EPOCH, "t", "statusCallback", "POST", URI, List.of(headers), BODY)));
    }

    private static Told told(String body) {
        List<Header> headers = List.of(
                new Header("Content-type", "application/x-www-form-urlencoded"),
                new Header("X-signalwire-signature", PUBLISHED));
        return Told.of(new Delivery(Instant.EPOCH, "t", "statusCallback", "POST", URI, headers, body));
    }
}
