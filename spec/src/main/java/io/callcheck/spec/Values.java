package io.callcheck.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Set;

/** Reads what a schema node says of its values. */
public final class Values {
    private Values() {}

    /** The types that a node allows; empty when it names none. */
    public static Set<String> types(JsonNode schema) {
        Set<String> types = new LinkedHashSet<>();
        JsonNode type = schema.path("type");
        if (type.isTextual()) {
            types.add(type.asText());
        }
        type.forEach(t -> types.add(t.asText()));
        return types;
    }

    /** The first type that is not null; {@code string} when none is named. */
    public static String mainType(JsonNode schema) {
        return types(schema).stream().filter(t -> !t.equals("null")).findFirst().orElse("string");
    }

    /** The value of an entry of {@code x-lawful} or {@code x-unlawful}, which may be a map with the keyword beside it. */
    public static JsonNode probeValue(JsonNode entry) {
        return entry.isObject() && entry.has("value") ? entry.get("value") : entry;
    }
}
