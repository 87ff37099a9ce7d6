package io.callcheck.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One JSON value as RFC 8259 has it, and nothing else. */
class StrictJsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "\"text\"",
                " {\"a\": [1, -0.5, 1e3, true, null]} \n",
                "{\"a\": {\"b\": 1}, \"b\": {\"b\": 2}}",
                "\"\\u00e4 ä 😀\"",
                "\"\uFFFD\"",
                "1e400"
            })
    void isJson(String text) {
        StrictJson json = answer(text.getBytes(StandardCharsets.UTF_8), false).json();
        assertThat(json.problem()).isEmpty();
        assertThat(json.value()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"a": 1, "a": 1}         | Duplicate field 'a'
                    {"x": {"a": 1, "a": 2}}  | Duplicate field 'a'
                    {} x                     | Unrecognized token 'x'
                    {} {}                    | Trailing token
                    {},                      | Unexpected character
                    {"a": NaN}               | Non-standard token 'NaN'
                    {"a": -Infinity}         | Non-standard token '-Infinity'
                    {"a": 01}                | Leading zeroes
                    {"a": 1,}                | Unexpected character
                    {"a": 1                  | Unexpected end-of-input
                    {a: 1}                   | Unexpected character
                    /* */ {}                 | Unexpected character
                    <html></html>            | Unexpected character
                    """)
    void isNone(String text, String problem) {
        StrictJson json = answer(text.getBytes(StandardCharsets.UTF_8), false).json();
        assertThat(json.value()).isNull();
        assertThat(json.problem()).contains(problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\r\n\t"})
    void anEmptyBodyIsNone(String text) {
        StrictJson json = answer(text.getBytes(StandardCharsets.UTF_8), false).json();
        assertThat(json).isEqualTo(new StrictJson(null, "an empty body", false));
    }

    @Test
    void aByteOrderMarkIsNoPartOfJson() {
        StrictJson json =
                answer("\uFEFF{}".getBytes(StandardCharsets.UTF_8), false).json();
        assertThat(json.value()).isNull();
    }

    @Test
    void bytesThatAreNotUtf8AreNone() {
        byte[] latin = "{\"a\": \"ä\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(answer(latin, false).json()).isEqualTo(new StrictJson(null, "bytes that are not UTF-8", false));
        byte[] wide = "{}".getBytes(StandardCharsets.UTF_16LE);
        assertThat(answer(wide, false).json().value()).isNull();
    }

    @Test
    void aBodyThatWasCutIsNone() {
        assertThat(answer("{}".getBytes(StandardCharsets.UTF_8), true).json())
                .isEqualTo(new StrictJson(null, "more than 2 bytes", true));
    }

    @Test
    void depthIsBounded() {
        assertThat(nested(1000).json().value()).isNotNull();
        assertThat(nested(1001).json().problem()).contains("depth (1001)");
    }

    @Test
    void whatTheKitDoesNotReadIsNotSaidToBeWrong() {
        assertThat(nested(1001).json().unread()).isTrue();
        assertThat(many(100_000).json().unread()).isFalse();
        assertThat(many(100_001).json()).isEqualTo(new StrictJson(null, "more than 100000 values", true));
        assertThat(answer(("[" + "9".repeat(1001) + "]").getBytes(StandardCharsets.UTF_8), false)
                        .json()
                        .unread())
                .isTrue();
        assertThat(answer("[1,".getBytes(StandardCharsets.UTF_8), false).json().unread())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e99999999999", "-1E99999999999", "1e-99999999999"})
    void aNumberBeyondAllBoundsIsAProblemAndNoException(String number) {
        StrictJson json = answer(("{\"a\": " + number + "}").getBytes(StandardCharsets.UTF_8), false)
                .json();
        assertThat(json.value()).isNull();
        assertThat(json.problem()).isNotEmpty();
    }

    private static Answer many(int values) {
        return answer(("[1" + ",1".repeat(values - 1) + "]").getBytes(StandardCharsets.UTF_8), false);
    }

    private static Answer nested(int depth) {
        return answer(("[".repeat(depth) + "]".repeat(depth)).getBytes(StandardCharsets.UTF_8), false);
    }

    private static Answer answer(byte[] body, boolean cut) {
        return new Answer(200, List.of(), body, cut, 1);
    }
}
