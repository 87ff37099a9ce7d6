package io.callcheck.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.callcheck.testing.Samples;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A target's own values in the place of braces, at any depth; a value that it does not have is named. */
class PlaceholdersTest {
    private final Placeholders placeholders = new Placeholders(Map.of("to", "+15005550001", "call-back", "http://x"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "{to}"                                  | "+15005550001"
                    "{call-back}"                           | "http://x"
                    {"a": [{"b": "{to}"}, 1, null, "plain"]} | {"a": [{"b": "+15005550001"}, 1, null, "plain"]}
                    "to {to}"                               | "to {to}"
                    "{TO}"                                  | "{TO}"
                    "{}"                                    | "{}"
                    7                                       | 7
                    {}                                      | {}
                    """)
    void bracesAreFilledAndAllElseStays(String value, String filled) {
        JsonNode before = Samples.parse(value);
        assertThat(placeholders.fill(before)).contains(Samples.parse(filled));
        assertThat(before).isEqualTo(Samples.parse(value));
    }

    @ParameterizedTest
    @CsvSource({"'\"{sip}\"', sip", "'{\"a\": [\"{to}\", \"{sip}\"]}', sip"})
    void aValueThatTheTargetHasNotIsNamed(String value, String missing) {
        assertThat(placeholders.missing(Samples.parse(value))).contains(missing);
        assertThat(placeholders.fill(Samples.parse(value))).isEmpty();
    }

    @Test
    void whatIsThereIsNotMissing() {
        assertThat(placeholders.missing(Samples.parse("{\"a\": \"{to}\", \"b\": \"text\"}")))
                .isEmpty();
    }
}
