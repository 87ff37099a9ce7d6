package io.callcheck.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.callcheck.spec.Use;
import io.callcheck.spec.Values;
import java.util.ArrayList;
import java.util.List;

/** The lawful side of each keyword: values that a target must accept. */
final class LawfulValues {
    private static final String UUID = "5f1d4b0a-7c1e-4c57-9d7e-0d3b8a6f2c11";

    private LawfulValues() {}

    /** The lawful values that are about the keyword of a use. */
    static List<JsonNode> of(Use use) {
        JsonNode schema = use.schema();
        return switch (use.keyword()) {
            case "accepted" -> accepted(schema);
            // Where the documents single values out, the others are lawful only in certain states.
            case "enum" -> named(schema.path(schema.has("x-lawful") ? "x-lawful" : "enum"));
            case "minimum" -> List.of(schema.get("minimum"));
            case "maximum" -> List.of(schema.get("maximum"));
            case "pattern", "format" -> examples(schema);
            case "maxLength" -> longest(schema);
            case "maxItems" -> full(schema);
            default -> List.of();
        };
    }

    /** One lawful value of a schema, as plain as can be; a control for the unlawful ones. */
    static JsonNode plain(JsonNode schema) {
        if (schema.path("x-lawful").size() > 0) {
            return Values.probeValue(schema.path("x-lawful").get(0));
        }
        if (schema.path("enum").size() > 0) {
            return schema.path("enum").get(0);
        }
        return switch (Values.mainType(schema)) {
            case "integer", "number" -> middle(schema);
            case "boolean" -> BooleanNode.TRUE;
            case "array" ->
                array(
                        plain(schema.path("items")),
                        Math.max(1, schema.path("minItems").asInt(1)));
            case "object" -> object(schema);
            default -> text(schema);
        };
    }

    private static List<JsonNode> accepted(JsonNode schema) {
        if (Values.mainType(schema).equals("boolean")) {
            return List.of(BooleanNode.TRUE, BooleanNode.FALSE);
        }
        JsonNode items = schema.path("items").path("enum");
        if (items.size() > 0) {
            ArrayNode all = JsonNodeFactory.instance.arrayNode();
            items.forEach(all::add);
            return List.of(all);
        }
        return List.of(plain(schema));
    }

    private static List<JsonNode> named(JsonNode values) {
        List<JsonNode> named = new ArrayList<>();
        values.forEach(v -> {
            if (!v.isNull()) {
                named.add(v);
            }
        });
        return named;
    }

    private static List<JsonNode> examples(JsonNode schema) {
        List<JsonNode> examples = new ArrayList<>();
        schema.path("x-lawful").forEach(e -> examples.add(Values.probeValue(e)));
        return examples.isEmpty() ? List.of(plain(schema)) : examples;
    }

    private static List<JsonNode> longest(JsonNode schema) {
        int length = schema.path("maxLength").asInt();
        for (JsonNode example : examples(schema)) {
            if (example.asText().length() == length) {
                return List.of(example);
            }
        }
        return schema.has("pattern") || schema.has("format")
                ? List.of()
                : List.of(TextNode.valueOf("a".repeat(length)));
    }

    private static List<JsonNode> full(JsonNode schema) {
        for (JsonNode example : examples(schema)) {
            if (example.size() == schema.path("maxItems").asInt()) {
                return List.of(example);
            }
        }
        JsonNode plain = plain(schema);
        JsonNode item = plain.size() > 0 ? plain.get(0) : plain(schema.path("items"));
        return List.of(array(item, schema.path("maxItems").asInt()));
    }

    static ArrayNode array(JsonNode item, int size) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < size; i++) {
            array.add(item);
        }
        return array;
    }

    private static JsonNode object(JsonNode schema) {
        var object = JsonNodeFactory.instance.objectNode();
        schema.path("required")
                .forEach(n ->
                        object.set(n.asText(), plain(schema.path("properties").path(n.asText()))));
        return object;
    }

    private static JsonNode middle(JsonNode schema) {
        if (schema.has("minimum") && schema.has("maximum")) {
            return LongNode.valueOf(
                    (schema.path("minimum").asLong() + schema.path("maximum").asLong()) / 2);
        }
        return LongNode.valueOf(Math.max(schema.path("minimum").asLong(1), 1));
    }

    private static JsonNode text(JsonNode schema) {
        return TextNode.valueOf(
                switch (schema.path("format").asText()) {
                    case "uuid" -> UUID;
                    case "uri" -> "{callback}";
                    case "date-time" -> "2030-01-01T00:00:00Z";
                    case "rfc2822" -> "Tue, 01 Jan 2030 00:00:00 +0000";
                    default -> "callcheck";
                });
    }
}
