package io.callcheck.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One parameter or member as our document describes it.
 *
 * @param required whether it must be present
 * @param schema its schema, references resolved
 * @param items the schema of its items, references resolved; a missing node when it is not a list
 */
record OracleMember(boolean required, JsonNode schema, JsonNode items) {

    /** Keywords that constrain nothing, or that are read in another way than by their name. */
    private static final Set<String> NOT_ATTRIBUTES = Set.of(
            "$ref", "$comment", "title", "description", "examples", "type", "enum", "items", "properties", "required");

    /** Every keyword that constrains, under the names that the pages' columns have. */
    Map<String, String> attributes() {
        Map<String, String> attributes = new TreeMap<>();
        attributes.put("required", String.valueOf(required));
        attributes.put("nullable", String.valueOf(nullable()));
        attributes.put("type", items.isMissingNode() ? types(schema) : types(schema) + " of " + types(items));
        JsonNode values = items.isMissingNode() ? schema.path("enum") : items.path("enum");
        if (values.isArray()) {
            attributes.put("values", OracleYaml.canonical(withoutNull(values)));
        }
        addKeywords(attributes, "", schema);
        addKeywords(attributes, "items.", items);
        return attributes;
    }

    /** Null is lawful only when the type list has it and an enum, if there is one, has it too. */
    private boolean nullable() {
        boolean inEnum = !schema.has("enum") || contains(schema.path("enum"), "null");
        return inEnum && contains(schema.path("type"), "null");
    }

    private static void addKeywords(Map<String, String> attributes, String prefix, JsonNode schema) {
        schema.properties().stream()
                .filter(keyword -> !NOT_ATTRIBUTES.contains(keyword.getKey()))
                .filter(keyword -> !keyword.getKey().startsWith("x-"))
                .forEach(
                        keyword -> attributes.put(prefix + keyword.getKey(), OracleYaml.canonical(keyword.getValue())));
    }

    private static String types(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (!type.isArray()) {
            return OracleYaml.canonical(type);
        }
        List<String> types = new ArrayList<>();
        withoutNull(type).forEach(one -> types.add(one.asText()));
        return String.join(" or ", types);
    }

    private static boolean contains(JsonNode list, String text) {
        for (JsonNode one : list) {
            if (one.asText().equals(text)) {
                return true;
            }
        }
        return false;
    }

    private static JsonNode withoutNull(JsonNode list) {
        ArrayNode kept = JsonNodeFactory.instance.arrayNode();
        list.forEach(one -> {
            if (!one.asText().equals("null")) {
                kept.add(one);
            }
        });
        return kept;
    }
}
