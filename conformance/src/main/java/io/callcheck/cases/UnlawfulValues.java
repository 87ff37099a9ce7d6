package io.callcheck.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.callcheck.spec.Part;
import io.callcheck.spec.Use;
import io.callcheck.spec.Values;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The unlawful side of each keyword: values that a target must refuse. */
final class UnlawfulValues {
    private static final TextNode WORD = TextNode.valueOf("callcheck");

    private UnlawfulValues() {}

    /** The unlawful values that break the keyword of a use. */
    static List<JsonNode> of(Use use) {
        JsonNode schema = use.schema();
        List<JsonNode> values = new ArrayList<>(stated(schema, use.keyword()));
        values.addAll(
                switch (use.keyword()) {
                    case "required" -> List.of(MissingNode.getInstance());
                    case "strict" -> List.of(TextNode.valueOf("maybe"));
                    case "type" -> wrongTypes(schema, use.part() == Part.REQUEST);
                    case "enum" -> List.of(WORD);
                    case "format" -> malformed(schema.path("format").asText());
                    case "minimum" -> below(schema.path("minimum").asLong());
                    case "maximum" -> above(schema.path("maximum").asLong());
                    case "minLength" ->
                        List.of(TextNode.valueOf(
                                "a".repeat(schema.path("minLength").asInt() - 1)));
                    case "maxLength" -> List.of(tooLong(schema));
                    case "maxItems" -> List.of(tooMany(schema));
                    case "minItems" -> List.of(JsonNodeFactory.instance.arrayNode());
                    default -> List.<JsonNode>of();
                });
        return values;
    }

    private static List<JsonNode> stated(JsonNode schema, String keyword) {
        List<JsonNode> values = new ArrayList<>();
        for (JsonNode entry : schema.path("x-unlawful")) {
            if (entry.path("keyword").asText().equals(keyword)) {
                values.add(entry.get("value"));
            }
        }
        return values;
    }

    private static List<JsonNode> below(long minimum) {
        Set<Long> values = new LinkedHashSet<>(List.of(minimum - 1));
        if (minimum > 0) {
            values.add(0L);
        }
        if (minimum >= 0) {
            values.add(-1L);
        }
        return values.stream().<JsonNode>map(LongNode::valueOf).toList();
    }

    private static List<JsonNode> above(long maximum) {
        List<JsonNode> values = new ArrayList<>(List.of(LongNode.valueOf(maximum + 1)));
        if (maximum < Integer.MAX_VALUE) {
            values.add(LongNode.valueOf(1L << 31));
            values.add(BigIntegerNode.valueOf(BigInteger.ONE.shiftLeft(63)));
        }
        return values;
    }

    private static List<JsonNode> wrongTypes(JsonNode schema, boolean json) {
        JsonNode fraction =
                DecimalNode.valueOf(new BigDecimal(LawfulValues.plain(schema).asLong()).add(new BigDecimal("0.5")));
        return switch (Values.mainType(schema)) {
            case "integer" ->
                json ? List.of(TextNode.valueOf("5"), fraction, BooleanNode.TRUE) : List.of(WORD, fraction);
            case "number" -> List.of(json ? TextNode.valueOf("5") : WORD);
            case "boolean" -> json ? List.of(TextNode.valueOf("true"), LongNode.valueOf(1)) : List.of();
            case "string" -> json ? List.of(LongNode.valueOf(12), JsonNodeFactory.instance.objectNode()) : List.of();
            case "array" -> json ? List.of(WORD, JsonNodeFactory.instance.objectNode()) : List.of();
            case "object" -> json ? List.of(WORD, JsonNodeFactory.instance.arrayNode()) : List.of();
            default -> List.of();
        };
    }

    private static List<JsonNode> malformed(String format) {
        return switch (format) {
            case "uri" -> List.of(TextNode.valueOf("not a uri"), TextNode.valueOf("/relative/path"));
            case "uuid" -> List.of(WORD, TextNode.valueOf("5f1d4b0a-7c1e-4c57-9d7e-0d3b8a6f2cpn"));
            default -> List.of();
        };
    }

    private static JsonNode tooLong(JsonNode schema) {
        String start = LawfulValues.plain(schema).asText("a");
        String letter = start.isEmpty() ? "a" : start.substring(0, 1);
        return TextNode.valueOf(letter.repeat(schema.path("maxLength").asInt() + 1));
    }

    private static JsonNode tooMany(JsonNode schema) {
        JsonNode plain = LawfulValues.plain(schema);
        JsonNode item = plain.size() > 0 ? plain.get(0) : LawfulValues.plain(schema.path("items"));
        return LawfulValues.array(item, schema.path("maxItems").asInt() + 1);
    }
}
