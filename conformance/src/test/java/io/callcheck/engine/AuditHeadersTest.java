package io.callcheck.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.callcheck.exchange.Header;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers are read however a recorder writes them, or the entry is skipped. */
class AuditHeadersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{'name': 'A', 'value': '1'}, {'name': 'B', 'value': '2'}, {'name': 'B', 'value': '3'}]",
                "[['A', '1'], ['B', '2'], ['B', '3']]",
                "{'A': '1', 'B': ['2', '3']}",
                "[['A', 1], ['B', ['2', '3']]]"
            })
    void theyAreReadInEveryForm(String headers) throws Exception {
        assertThat(read("{'headers': " + headers + "}"))
                .containsExactly(new Header("A", "1"), new Header("B", "2"), new Header("B", "3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'headers': null}", "{'headers': []}", "{'headers': {}}"})
    void noneAreNone(String message) throws Exception {
        List<Header> headers = read(message);
        assertThat(headers).isEmpty();
        assertThat(AuditHeaders.leftOut(headers, 200)).isTrue();
        assertThat(AuditHeaders.leftOut(headers, 204)).isFalse();
    }

    @Test
    void aValueThatIsNullIsEmpty() throws Exception {
        assertThat(read("{'headers': {'A': null}}")).containsExactly(new Header("A", ""));
        assertThat(AuditHeaders.leftOut(List.of(new Header("A", "")), 200)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'A: 1'",
                "5",
                "['A: 1']",
                "[['A']]",
                "[['A', '1', '2']]",
                "[{'name': null, 'value': '1'}]",
                "[{'A': '1'}]",
                "{'A': {'B': '1'}}",
                "{'A': [['1']]}"
            })
    void whatCannotBeReadIsMalformed(String headers) {
        assertThatThrownBy(() -> read("{'headers': " + headers + "}"))
                .isInstanceOf(AuditMalformed.class)
                .hasMessage("response.headers holds something that is no name and value");
    }

    private static List<Header> read(String message) throws JsonProcessingException, AuditMalformed {
        return AuditHeaders.of(new JsonMapper().readTree(message.replace('\'', '"')), "response");
    }
}
