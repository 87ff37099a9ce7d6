package io.callcheck.expect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callcheck.testing.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A form's texts by the types of their parameters. */
class TypedFormTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`\"integer\"`, `\"5\"`, `5`",
                "`\"integer\"`, `\"-5\"`, `-5`",
                "`\"integer\"`, `\"12345678901234567890\"`, `12345678901234567890`",
                "`\"integer\"`, `\"5.0\"`, `5.0`",
                "`\"integer\"`, `\"five\"`, `\"five\"`",
                "`\"integer\"`, `\"\"`, `\"\"`",
                "`[\"null\",\"integer\"]`, `\"5\"`, `5`",
                "`\"number\"`, `\"5\"`, `5`",
                "`\"number\"`, `\"1.50\"`, `1.50`",
                "`\"number\"`, `\"1e3\"`, `\"1e3\"`",
                "`\"boolean\"`, `\"true\"`, `true`",
                "`\"boolean\"`, `\"false\"`, `false`",
                "`\"boolean\"`, `\"yes\"`, `\"yes\"`",
                "`\"string\"`, `\"5\"`, `\"5\"`",
                "`\"string\"`, `\"1.5\"`, `\"1.5\"`",
                "`\"string\"`, `\"true\"`, `\"true\"`",
                "`\"integer\"`, `\"true\"`, `\"true\"`",
                "`\"array\"`, `\"5\"`, `[\"5\"]`",
                "`\"array\"`, `[\"5\",\"6\"]`, `[\"5\",\"6\"]`",
                "`\"string\"`, `[\"5\",\"6\"]`, `[\"5\",\"6\"]`",
                "`\"integer\"`, `5`, `5`",
                "`\"string\"`, `5`, `\"5\"`"
            })
    void aTextIsReadByItsTypeAndStaysTextWhereItCannotBe(String type, String sent, String read) {
        ObjectNode schema = Samples.object("{\"properties\":{\"Field\":{\"type\":" + type + "}}}");
        assertThat(TypedForm.of(Samples.object("{\"Field\":" + sent + "}"), schema))
                .hasToString("{\"Field\":" + read + "}");
    }

    @Test
    void aFieldThatNoSchemaKnowsStaysText() {
        ObjectNode fields = Samples.object("{\"B\":\"5\",\"A\":[\"1\"]}");
        assertThat(TypedForm.of(fields, Samples.object("{}"))).isEqualTo(fields);
        assertThat(TypedForm.of(fields, null)).isEqualTo(fields);
    }
}
