package io.callcheck.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One line of a page's table.
 *
 * @param name the parameter or member as the page prints it
 * @param in where it stands: path, request, response or webhook
 * @param at its place in the document, members joined by dots and {@code []} for the items of a list
 * @param columns what else the page states
 */
record OracleRow(String name, String in, String at, JsonNode columns) {

    private static final Set<String> REQUIRED = Set.of("name", "in", "type", "required");
    private static final Set<String> PLACES = Set.of("name", "in", "at");
    private static final Set<String> COLUMNS = Set.of(
            "name",
            "in",
            "at",
            "type",
            "required",
            "nullable",
            "format",
            "pattern",
            "minimum",
            "maximum",
            "maxLength",
            "maxItems",
            "values",
            "separator",
            "const",
            "default",
            "example");

    /** The words that the pages use for a type, and the JSON type that each stands for. */
    private static final Map<String, String> TYPES = Map.of(
            "string", "string",
            "enum", "string",
            "string enum", "string",
            "integer", "integer",
            "double", "number",
            "boolean", "boolean",
            "object", "object",
            "list of strings", "array of string",
            "string[]", "array of string");

    static OracleRow of(JsonNode line) {
        OracleYaml.requireKeys(line, REQUIRED, COLUMNS);
        String name = line.path("name").asText();
        return new OracleRow(name, line.path("in").asText(), line.path("at").asText(name), line);
    }

    /** What the page states, in the words of the document; {@code values} is present for every enum. */
    Map<String, String> attributes() {
        Map<String, String> attributes = new TreeMap<>();
        columns.properties().stream()
                .filter(column -> !PLACES.contains(column.getKey()))
                .forEach(column -> attributes.put(column.getKey(), OracleYaml.canonical(column.getValue())));
        String type = columns.path("type").asText();
        String jsonType = TYPES.get(type);
        if (jsonType == null) {
            throw new IllegalArgumentException("type " + type + " of " + name);
        }
        attributes.put("type", jsonType);
        attributes.putIfAbsent("nullable", "false");
        if (type.endsWith("enum")) {
            attributes.putIfAbsent("values", "[]");
        }
        return attributes;
    }
}
