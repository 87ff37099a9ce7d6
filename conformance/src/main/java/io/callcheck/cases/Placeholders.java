package io.callcheck.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts a target's own values in the place of {@code {braces}} in the lawful values of the documents.
 *
 * @param values by name, without the braces
 */
public record Placeholders(Map<String, String> values) {
    private static final Pattern BRACES = Pattern.compile("\\{([a-z-]+)}");

    /** The value with everything filled in; empty when the target has no such value. */
    public Optional<JsonNode> fill(JsonNode value) {
        return missing(value).isEmpty() ? Optional.of(filled(value)) : Optional.empty();
    }

    /** The name of a placeholder that the target has no value for. */
    public Optional<String> missing(JsonNode value) {
        if (value.isTextual()) {
            Matcher matcher = BRACES.matcher(value.asText());
            return matcher.matches() && !values.containsKey(matcher.group(1))
                    ? Optional.of(matcher.group(1))
                    : Optional.empty();
        }
        for (JsonNode inner : value) {
            Optional<String> found = missing(inner);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private JsonNode filled(JsonNode value) {
        if (value.isTextual()) {
            Matcher matcher = BRACES.matcher(value.asText());
            return matcher.matches() ? TextNode.valueOf(values.getOrDefault(matcher.group(1), "")) : value;
        }
        if (value instanceof ArrayNode array) {
            ArrayNode copy = array.arrayNode();
            array.forEach(item -> copy.add(filled(item)));
            return copy;
        }
        if (value instanceof ObjectNode object) {
            ObjectNode copy = object.objectNode();
            object.properties().forEach(e -> copy.set(e.getKey(), filled(e.getValue())));
            return copy;
        }
        return value;
    }
}
