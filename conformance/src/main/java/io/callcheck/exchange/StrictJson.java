package io.callcheck.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON as RFC 8259 has it: one value, no member twice, no NaN, UTF-8, nothing after it.
 *
 * @param value the value; null when the text is not such JSON, or is more than the kit reads
 * @param problem why not; empty when it is
 * @param unread whether it is more than the kit reads: then nobody knows what it is
 */
public record StrictJson(@Nullable JsonNode value, String problem, boolean unread) {
    /** The byte order mark, with which no JSON begins: RFC 8259, section 8.1. */
    private static final String MARK = "\uFEFF";

    private static final ObjectReader READER = JsonMapper.builder()
            // Told by the tree itself: the parser's own way keeps a second set of the names of every object.
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build()
            .reader();

    private static final ObjectMapper LENIENT = new ObjectMapper();

    /**
     * More than a page of a thousand calls holds; commas within texts are counted too, which changes nothing. Dozens of
     * answers are read side by side.
     */
    private static final int VALUES = 100_000;

    /** Reads the body of an answer; {@link Answer#json} does, once. */
    static StrictJson of(Answer answer, JsonNodeFactory nodes) {
        if (answer.cut()) {
            return new StrictJson(null, "more than " + answer.length() + " bytes", true);
        }
        Optional<String> text = answer.strictText();
        if (text.isEmpty()) {
            return new StrictJson(null, "bytes that are not UTF-8", false);
        }
        if (text.get().isBlank()) {
            return new StrictJson(null, "an empty body", false);
        }
        if (!readable(text.get())) {
            return new StrictJson(null, "more than " + VALUES + " values", true);
        }
        try {
            return new StrictJson(READER.with(nodes).readTree(text.get()), "", false);
        } catch (StreamConstraintsException e) {
            // Depth, or the digits of a number: a bound of the parser, not of JSON.
            return new StrictJson(null, plain(e.getOriginalMessage()), true);
        } catch (JsonProcessingException e) {
            return new StrictJson(null, plain(e.getOriginalMessage()), false);
        } catch (NumberFormatException e) {
            // Jackson lets this one through for an exponent of more than ten digits: its bound, not one of JSON.
            return new StrictJson(null, "a number beyond all bounds", true);
        }
    }

    /** The body as JSON whatever is wrong with it, such as a member twice; missing when it is none, or too much. */
    static JsonNode lenient(Answer answer) {
        JsonNode strict = answer.json().value();
        if (strict != null) {
            return strict;
        }
        String text = answer.text();
        if (text.startsWith(MARK)) {
            text = text.substring(MARK.length());
        }
        try {
            return readable(text) ? LENIENT.readTree(text) : MissingNode.getInstance();
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    /** Whether a tree of it would fit: an empty object is two bytes on the wire, and fifty times that in memory. */
    private static boolean readable(String text) {
        if (text.length() < VALUES) {
            return true;
        }
        int values = 0;
        for (int i = 0; i < text.length() && values <= VALUES; i++) {
            char c = text.charAt(i);
            if (c == ',' || c == '{' || c == '[') {
                values++;
            }
        }
        return values <= VALUES;
    }

    /** The parser's words without its own settings, which are the kit's business. */
    private static String plain(String message) {
        return message.replaceAll(",? ?\\(?from `[^`]*`\\)?", "")
                .replaceFirst(": enable `.*", "")
                .replaceFirst("(?s) for `ObjectNode`: not allowed .*", "");
    }
}
