package io.callcheck.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/** Judges one example value of a page by a schema of the document, without a validator's help. */
final class OracleValue {

    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private OracleValue() {}

    /** The first keyword of the schema that refuses the value. */
    static Optional<String> refusal(JsonNode schema, JsonNode value) {
        if (!isType(schema.path("type"), value)) {
            return Optional.of("type");
        }
        if (schema.has("enum") && !has(schema.path("enum"), value)) {
            return Optional.of("enum");
        }
        if (schema.has("const") && !schema.path("const").equals(value)) {
            return Optional.of("const");
        }
        return value.isNumber() ? refusalOfNumber(schema, value.asDouble()) : refusalOfText(schema, value.asText());
    }

    private static boolean isType(JsonNode type, JsonNode value) {
        if (type.isArray()) {
            for (JsonNode one : type) {
                if (isType(one, value)) {
                    return true;
                }
            }
            return false;
        }
        return switch (type.asText()) {
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            default -> throw new IllegalArgumentException("an example for type " + type);
        };
    }

    private static boolean has(JsonNode list, JsonNode value) {
        for (JsonNode one : list) {
            if (one.equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<String> refusalOfNumber(JsonNode schema, double number) {
        if (schema.has("minimum") && number < schema.path("minimum").asDouble()) {
            return Optional.of("minimum");
        }
        if (schema.has("maximum") && number > schema.path("maximum").asDouble()) {
            return Optional.of("maximum");
        }
        return Optional.empty();
    }

    private static Optional<String> refusalOfText(JsonNode schema, String text) {
        if (text.length() < schema.path("minLength").asInt(0)) {
            return Optional.of("minLength");
        }
        if (text.length() > schema.path("maxLength").asInt(Integer.MAX_VALUE)) {
            return Optional.of("maxLength");
        }
        if (!Pattern.compile(schema.path("pattern").asText("")).matcher(text).find()) {
            return Optional.of("pattern");
        }
        return isFormat(schema.path("format").asText(""), text) ? Optional.empty() : Optional.of("format");
    }

    private static boolean isFormat(String format, String text) {
        try {
            return switch (format) {
                case "" -> true;
                case "uuid" -> UUID.matcher(text).matches();
                case "uri" -> URI.create(text).isAbsolute();
                case "date-time" -> OffsetDateTime.parse(text).getYear() > 0;
                case "rfc2822" ->
                    OffsetDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .getYear()
                            > 0;
                default -> throw new IllegalStateException("an example for format " + format);
            };
        } catch (DateTimeException | IllegalArgumentException unlawful) {
            return false;
        }
    }
}
