package io.callcheck.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of an address that is none holds neither its password nor its query, wherever the mistake is. */
class TargetFileSecretsTest {
    private static final String SECRET = "GEHEIM";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://h.example/x?api_key=GEHEIM             | https://h.example/x?…
            https://h.example/x#GEHEIM                     | https://h.example/x#…
            https://u:GEHEIM@h.example/x                   | [redacted]@h.example/x
            https://u:GEHEIM@h.example/x?api_key=GEHEIM    | [redacted]@h.example/x?…
            https://u:GEHEIM@h.example/x#GEHEIM            | [redacted]@h.example/x#…
            u:GEHEIM@h.example/x?api_key=GEHEIM            | [redacted]@h.example/x?…
            h.example/x?api_key=GEHEIM                     | h.example/x?…
            https//h.example/x?api_key=GEHEIM              | https//h.example/x?…
            https://h.example/x?mail=a@b.example&k=GEHEIM  | [redacted]@…
            https://h.example/x?k=a@GEHEIM                 | [redacted]@…
            https://u:GEH?EIM@h.example/x                  | [redacted]@…
            """)
    void ofABaseAddressNoPasswordIsToldAndNoQuery(String value, String shown) {
        for (String key : new String[] {"signalwire.url", "bird.url", "callbacks.public-url"}) {
            assertThatThrownBy(() -> read(key, value))
                    .isInstanceOf(TargetException.class)
                    .hasMessageEndingWith(", not '" + shown + "'")
                    .hasMessageNotContaining(SECRET);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "u:GEHEIM@h.example/x?api_key=GEHEIM",
                "https://u:GEHEIM@h.example/x?api_key=GEHEIM",
                "h.example/x?api_key=GEHEIM",
                "https//h.example/x#GEHEIM",
                "ftp://h.example/x?a@GEHEIM",
                "h.example/x\n?GEHEIM"
            })
    void noOtherAddressTellsMore(String value) {
        for (String key : new String[] {"signalwire.stream-url", "documents.short", "callbacks.listen"}) {
            assertThatThrownBy(() -> read(key, value))
                    .isInstanceOf(TargetException.class)
                    .hasMessageNotContaining(SECRET)
                    .message()
                    .hasLineCount(1);
        }
    }

    /** What is no address is told as it is. */
    @ParameterizedTest
    @ValueSource(strings = {"what?", "a#b"})
    void anythingElseIsToldInFull(String value) {
        assertThatThrownBy(() -> read("live", value)).hasMessageEndingWith(", not '" + value + "'");
        assertThat(PlainAddress.of("https://h.example/x")).isEqualTo("https://h.example/x");
    }

    private static void read(String key, String value) {
        new TargetFile(null, Map.of(), Map.of(key, value, "callcheck.live", key.equals("live") ? value : "auto"))
                .read();
    }
}
