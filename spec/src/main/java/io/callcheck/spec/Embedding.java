package io.callcheck.spec;

import com.fasterxml.jackson.databind.JsonNode;

/** Builds the smallest lawful body around a value, so that the value stands in its place. */
@FunctionalInterface
public interface Embedding {
    /**
     * The body around a value.
     *
     * @param value the value in its place; {@link com.fasterxml.jackson.databind.node.MissingNode} leaves the member out
     */
    JsonNode around(JsonNode value);
}
