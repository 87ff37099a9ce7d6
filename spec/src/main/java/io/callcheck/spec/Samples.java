package io.callcheck.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The plainest lawful value of a schema: what stands around a value that is probed. */
final class Samples {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final SpecDocument document;

    Samples(SpecDocument document) {
        this.document = document;
    }

    /** The smallest object that a schema allows: its required members alone. */
    ObjectNode minimal(JsonNode schema) {
        ObjectNode object = JSON.objectNode();
        for (JsonNode name : schema.path("required")) {
            object.set(name.asText(), plain(schema.path("properties").path(name.asText())));
        }
        return object;
    }

    /** One lawful value, as plain as can be. */
    JsonNode plain(JsonNode unresolved) {
        JsonNode schema = document.resolve(unresolved);
        if (schema.path("x-lawful").size() > 0) {
            return Values.probeValue(schema.path("x-lawful").get(0));
        }
        if (schema.has("const")) {
            return schema.get("const");
        }
        if (schema.has("enum")) {
            return schema.get("enum").get(0);
        }
        return switch (Values.mainType(schema)) {
            case "integer", "number" -> JSON.numberNode(schema.path("minimum").asInt(1));
            case "boolean" -> JSON.booleanNode(true);
            case "array" -> array(schema);
            case "object" -> minimal(schema);
            default -> JSON.textNode(text(schema));
        };
    }

    private ArrayNode array(JsonNode schema) {
        ArrayNode array = JSON.arrayNode();
        for (int i = 0; i < schema.path("minItems").asInt(0); i++) {
            array.add(plain(schema.path("items")));
        }
        return array;
    }

    private static String text(JsonNode schema) {
        return switch (schema.path("format").asText()) {
            case "uuid" -> "5f1d4b0a-7c1e-4c57-9d7e-0d3b8a6f2c11";
            case "uri" -> "{callback}";
            case "date-time" -> "2030-01-01T00:00:00Z";
            default -> "callcheck";
        };
    }
}
