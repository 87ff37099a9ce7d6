package io.callcheck.testing;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Payloads written by hand, independent of the documents, and one change at a time in them. */
public final class Samples {
    /** Stands for a member that is taken away. */
    public static final String ABSENT = "absent";

    private static final ObjectMapper JSON = new ObjectMapper();

    private Samples() {}

    /** The text of a sample. */
    public static String text(String name) {
        try (InputStream in = Samples.class.getResourceAsStream(name + ".json")) {
            if (in == null) {
                throw new AssertionError("no sample is called " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A sample as a tree. */
    public static JsonNode json(String name) {
        return parse(text(name));
    }

    /** JSON text as a tree. */
    public static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** JSON text as an object. */
    public static ObjectNode object(String text) {
        return (ObjectNode) parse(text);
    }

    /** A sample in which one place holds another value, or, with {@link #ABSENT}, none. */
    public static JsonNode changed(String name, String pointer, String value) {
        JsonNode tree = json(name);
        JsonPointer place = JsonPointer.compile(pointer);
        String member = place.last().getMatchingProperty();
        JsonNode holder = tree.at(place.head());
        if (holder instanceof ArrayNode array) {
            array.set(Integer.parseInt(member), parse(value));
        } else if (value.equals(ABSENT)) {
            ((ObjectNode) holder).remove(member);
        } else {
            ((ObjectNode) holder).set(member, parse(value));
        }
        return tree;
    }
}
