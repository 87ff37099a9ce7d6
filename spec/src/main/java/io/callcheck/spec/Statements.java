package io.callcheck.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The sentence of a derived clause, in the present tense. */
final class Statements {
    private Statements() {}

    /** The sentence of a keyword that stands at a place. */
    static String of(String name, String keyword, JsonNode schema, boolean sent) {
        String subject = "`" + name + "`";
        JsonNode value = schema.path(keyword);
        return switch (keyword) {
            case "required" -> subject + (sent ? " must be sent." : " is always present.");
            case "type" -> subject + " is " + types(schema) + ".";
            case Keywords.NULLABLE -> subject + " is never null.";
            case "enum" -> subject + " is one of " + list(value) + ".";
            case "const" -> subject + " is always " + literal(value) + ".";
            case "format" -> subject + " is " + format(value.asText()) + ".";
            case "pattern" -> subject + " matches `" + value.asText() + "`.";
            case "minimum" -> subject + " is at least " + value.asText() + ".";
            case "maximum" -> subject + " is at most " + value.asText() + ".";
            case "minLength" ->
                subject + (value.asInt() == 1 ? " is not empty." : " has at least " + value + " characters.");
            case "maxLength" -> subject + " has at most " + value.asText() + " characters.";
            case "minItems" -> subject + " has at least " + value.asText() + " items.";
            case "maxItems" -> subject + " has at most " + value.asText() + " items.";
            case "uniqueItems" -> subject + " has no item twice.";
            case "default" -> subject + " is " + literal(value) + " when it is not sent.";
            case Keywords.ACCEPTED -> "A lawful " + subject + " is accepted.";
            case Keywords.STRICT -> subject + " is refused when it is neither true nor false.";
            default -> throw new IllegalArgumentException("no sentence for " + keyword);
        };
    }

    private static String types(JsonNode schema) {
        List<String> names = new ArrayList<>();
        for (JsonNode type : schema.path("type").isArray() ? schema.path("type") : List.of(schema.path("type"))) {
            names.add(
                    switch (type.asText()) {
                        case "null" -> "null";
                        case "string" -> "text";
                        case "integer", "array", "object" ->
                            (type.asText().equals("array") ? "a list" : "an " + type.asText());
                        default -> "a " + type.asText();
                    });
        }
        return String.join(" or ", names);
    }

    private static String format(String format) {
        return switch (format) {
            case "rfc2822" -> "an RFC 2822 date in GMT";
            case "date-time" -> "an RFC 3339 date and time";
            case "uuid" -> "a UUID";
            case "uri" -> "an absolute URI";
            default -> "a " + format.toLowerCase(Locale.ROOT);
        };
    }

    private static String list(JsonNode values) {
        List<String> texts = new ArrayList<>();
        values.forEach(v -> texts.add(literal(v)));
        int shown = 12;
        if (texts.size() > shown + 2) {
            return texts.stream().limit(shown).collect(Collectors.joining(", ")) + " and " + (texts.size() - shown)
                    + " more";
        }
        return String.join(", ", texts);
    }

    private static String literal(JsonNode value) {
        return value.isTextual() ? "`" + value.asText() + "`" : value.toString();
    }
}
