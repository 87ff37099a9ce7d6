package io.callcheck.spec;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads {@code x-source} against the table {@code x-sources} at the root of a document. */
final class Sources {
    private Sources() {}

    /** The source that a node names, or the inherited one. */
    static Source of(SpecDocument document, JsonNode node, Source inherited) {
        JsonNode x = node.path("x-source");
        return x.isTextual() ? parse(document, x.asText()) : inherited;
    }

    /**
     * Reads {@code key} or {@code key#Section}.
     *
     * @throws IllegalArgumentException when the document has no such key
     */
    static Source parse(SpecDocument document, String text) {
        int hash = text.indexOf('#');
        String key = hash < 0 ? text : text.substring(0, hash);
        JsonNode entry = document.openapi().path("x-sources").path(key);
        if (entry.isMissingNode()) {
            throw new IllegalArgumentException(document.api().id() + ": no source '" + key + "' in x-sources");
        }
        JsonNode url = entry.path("url");
        return new Source(
                entry.path("title").asText(),
                hash < 0 ? null : text.substring(hash + 1),
                url.isTextual() ? url.asText() : null);
    }
}
