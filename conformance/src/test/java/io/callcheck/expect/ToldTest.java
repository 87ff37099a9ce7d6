package io.callcheck.expect;

import static io.callcheck.expect.CallbackEvidence.FORM;
import static io.callcheck.expect.CallbackEvidence.type;
import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.exchange.Delivery;
import io.callcheck.exchange.Header;
import io.callcheck.testing.Samples;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the parameters of a delivery stand, and how they are read. */
class ToldTest {

    @ParameterizedTest
    @CsvSource({
        "'', '', ''",
        "'?', '', ''",
        "?CallSid=1, 1, ''",
        "?CallSid=1, 1, CallSid=9",
        "?A=%2B&CallSid=a+%26+b&CallSid=2, a & b, ''"
    })
    void theParametersOfAGetStandInItsQuery(String query, String sid, String body) {
        Told told = Told.of(delivery("GET", "/token" + query, List.of(), body));
        assertThat(told.text("CallSid")).isEqualTo(sid);
        assertThat(told.form()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"'', CallSid=9", "'?', '{\"CallSid\":9}'"})
    void theBodyOfAGetWithoutAQueryIsReadThoughItIsNotTheirPlace(String query, String body) {
        Told told = Told.of(delivery("GET", "/token" + query, List.of(), body));
        assertThat(told.text("CallSid")).isEqualTo("9");
        assertThat(told.form()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {FORM, "application/x-www-form-urlencoded; charset=utf-8", "Application/X-WWW-Form-URLEncoded"})
    void theParametersOfAPostStandInItsForm(String mediaType) {
        Told told =
                Told.of(delivery("POST", "/token?CallSid=9", type(mediaType), "CallSid=1&CallSid=2&Empty=&To=%2B1"));
        assertThat(told.fields())
                .isEqualTo(Map.of("CallSid", List.of("1", "2"), "Empty", List.of(""), "To", List.of("+1")));
        assertThat(told.text("CallSid")).isEqualTo("1");
        assertThat(told.form()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "multipart/form-data", ""})
    void aPostOfAnotherTypeIsNoFormButReadAsOne(String mediaType) {
        List<Header> headers = mediaType.isEmpty() ? List.of() : type(mediaType);
        Told told = Told.of(delivery("POST", "/token", headers, "CallSid=1"));
        assertThat(told.form()).isFalse();
        assertThat(told.text("CallSid")).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain", FORM})
    void aBodyInJsonIsReadWhateverItIsSentAs(String mediaType) {
        String body =
                "{\"CallSid\":\"1\",\"SequenceNumber\":2,\"CallDuration\":null,\"Tags\":[\"a\"],\"More\":{\"b\":1}}";
        assertThat(Told.of(delivery("POST", "/token", type(mediaType), body)).fields())
                .isEqualTo(Map.of(
                        "CallSid", List.of("1"),
                        "SequenceNumber", List.of("2"),
                        "CallDuration", List.of(""),
                        "Tags", List.of("[\"a\"]"),
                        "More", List.of("{\"b\":1}")));
    }

    @Test
    void whitespaceMayStandBeforeABodyThatIsSentAsJson() {
        Told told = Told.of(delivery("POST", "/token", type("application/json"), " {\"CallSid\":\"1\"}"));
        assertThat(told.text("CallSid")).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource({"application/json, CallSid=1", "text/plain, '{&CallSid=1'"})
    void aBodyThatIsNoJsonAfterAllIsReadAsAForm(String mediaType, String body) {
        assertThat(Told.of(delivery("POST", "/token", type(mediaType), body)).text("CallSid"))
                .isEqualTo("1");
    }

    @Test
    void aFormMayReadAsJsonToo() {
        Told told = Told.of(delivery("POST", "/token", type(FORM), "12"));
        assertThat(told.fields()).isEqualTo(Map.of("12", List.of("")));
    }

    @Test
    void aParameterIsThereWhenThereIsSomethingInIt() {
        Told told = Told.of(delivery("POST", "/token", type(FORM), "CallSid=1&Empty="));
        assertThat(told.has("CallSid")).isTrue();
        assertThat(told.has("Empty")).isFalse();
        assertThat(told.has("Absent")).isFalse();
        assertThat(told.text("Absent")).isEmpty();
    }

    @Test
    void aParameterWithoutTextIsLeftOutUnlessItIsRequired() {
        Told told = Told.of(delivery("POST", "/token", type(FORM), "CallSid=1&CallSid=2&From=&CallerName="));
        assertThat(told.texts(Samples.parse("[\"To\",\"From\"]")))
                .isEqualTo(Samples.parse("{\"CallSid\":\"1\",\"From\":\"\"}"));
        assertThat(told.texts(Samples.parse("[]"))).isEqualTo(Samples.parse("{\"CallSid\":\"1\"}"));
    }

    private static Delivery delivery(String method, String uri, List<Header> headers, String body) {
        return new Delivery(Instant.EPOCH, "token", "statusCallback", method, uri, headers, body);
    }
}
