package io.callcheck.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.testing.Samples;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Form bodies and queries as they go over the wire. */
class FormsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {}                                         | ''
                    {"To": "+15005550001"}                     | To=%2B15005550001
                    {"A": "1", "B": "2"}                       | A=1&B=2
                    {"StatusCallbackEvent": ["a", "b"]}        | StatusCallbackEvent=a&StatusCallbackEvent=b
                    {"StatusCallbackEvent": []}                | ''
                    {"Timeout": 600, "Record": true, "X": 0.5} | Timeout=600&Record=true&X=0.5
                    {"Url": null, "Trim": ""}                  | Url=&Trim=
                    {"StartTime<": "a b"}                      | StartTime%3C=a+b
                    {"a&b": "c=d&e"}                           | a%26b=c%3Dd%26e
                    {"Name": "Zoë 😀"}                          | Name=Zo%C3%AB+%F0%9F%98%80
                    {"Object": {"a": 1}}                       | Object=%7B%22a%22%3A1%7D
                    """)
    void membersAreEncodedInTheirOrder(String fields, String form) {
        assertThat(Forms.encode(Samples.object(fields))).isEqualTo(form);
    }

    @Property(tries = 300)
    void whatIsEscapedIsReadBack(@ForAll String text) {
        String sendable = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        String escaped = Forms.escape(sendable);
        assertThat(escaped).matches("[A-Za-z0-9.*_+%-]*");
        assertThat(URLDecoder.decode(escaped, StandardCharsets.UTF_8)).isEqualTo(sendable);
    }
}
