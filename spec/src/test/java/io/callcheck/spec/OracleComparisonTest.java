package io.callcheck.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The comparison sees each kind of difference, so that a green oracle means something. */
class OracleComparisonTest {

    private static final YAMLMapper YAML = new YAMLMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "type: string, format: uuid | type: string | format | uuid | unstated",
                "type: string | type: string, format: uuid | format | unstated | uuid",
                "type: string | type: integer | type | string | integer",
                "type: string | type: [string, 'null'] | nullable | false | true",
                "type: string, nullable: true | type: string | nullable | true | false",
                "type: double, maximum: 5.0 | type: number, maximum: 6 | maximum | 5 | 6",
                "type: enum, values: [a, b] | type: string, enum: [a, c] | values | [a, b] | [a, c]",
                "type: enum | type: string | values | [] | unstated",
                "type: list of strings | type: array, items: {type: integer} | type | array of string | array of integer",
                "type: 'string[]' | type: array, items: {type: string, minLength: 1} | items.minLength | unstated | 1",
                "type: integer, default: 60 | type: integer, default: 61 | default | 60 | 61",
                "type: integer | type: integer, multipleOf: 2 | multipleOf | unstated | 2",
                "type: string, const: null, nullable: true | type: [string, 'null'] | const | null | unstated",
                "type: string, example: x | type: string, format: uuid, x-source: a | example | x | refused by format",
                "type: string, values: [a, b], separator: ' ' | type: string, pattern: ^a$ | values | [a, b] | []",
            })
    void oneDifferenceIsSeen(String columns, String schema, String attribute, String page, String document)
            throws JsonProcessingException {
        assertThat(differences(columns + ", required: unstated", schema, false))
                .contains(new OracleDifference("page", "request", "Name", attribute, page, document));
    }

    @ParameterizedTest
    @CsvSource({"true, false", "false, true", "unstated, true"})
    void requiredIsCompared(String page, boolean document) throws JsonProcessingException {
        assertThat(differences("type: string, required: " + page, "type: string", document))
                .extracting(OracleDifference::attribute)
                .containsExactly("required");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "type: double, minimum: 1.0 | type: number, minimum: 1, description: text, x-level: SHOULD",
                "type: enum, nullable: true, values: [b, a] | type: [string, 'null'], enum: [a, b, null]",
                "type: list of strings, values: [a] | type: array, items: {type: string, enum: [a]}",
                "type: string, values: [a, b], separator: ' ' | type: string, enum: [a, b, a a, a b]",
                "type: integer, example: 3 | type: integer",
            })
    void agreementInOtherWordsIsNoDifference(String columns, String schema) throws JsonProcessingException {
        assertThat(differences(columns + ", required: unstated", schema, false)).isEmpty();
    }

    @Test
    void whatOneSideLacksIsSeen() throws JsonProcessingException {
        OracleRow row = row("type: string, required: true");
        OraclePage page = new OraclePage("page", "api", "object", "x", Map.of(), List.of(row));
        OracleMember member = member("type: object", false);
        OracleComparison comparison = new OracleComparison(
                page, Map.of("request", Map.of("Other", member, "Other.inner", member), "query", Map.of("Q", member)));

        assertThat(comparison.differences(row))
                .containsExactly(new OracleDifference("page", "request", "Name", "presence", "present", "absent"));
        assertThat(comparison.beyondThePage())
                .containsExactlyInAnyOrder(
                        new OracleDifference("page", "request", "Other", "presence", "absent", "present"),
                        new OracleDifference("page", "query", "Q", "presence", "absent", "present"));
    }

    private static List<OracleDifference> differences(String columns, String schema, boolean required)
            throws JsonProcessingException {
        OracleRow row = row(columns);
        OraclePage page = new OraclePage("page", "api", "object", "x", Map.of(), List.of(row));
        return new OracleComparison(page, Map.of("request", Map.of("Name", member(schema, required)))).differences(row);
    }

    private static OracleRow row(String columns) throws JsonProcessingException {
        return OracleRow.of(YAML.readTree("{name: Name, in: request, " + columns + "}"));
    }

    private static OracleMember member(String schema, boolean required) throws JsonProcessingException {
        JsonNode node = YAML.readTree("{" + schema + "}");
        return new OracleMember(required, node, node.path("items"));
    }
}
