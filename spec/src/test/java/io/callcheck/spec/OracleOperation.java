package io.callcheck.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One operation or webhook of a document.
 *
 * @param method its HTTP method in lower case
 * @param path its path, or the webhook's name
 * @param item the path item that it stands in
 * @param node the operation itself
 */
record OracleOperation(String method, String path, JsonNode item, JsonNode node) {

    static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    /** The parameters of the operation and of its path item, references resolved. */
    Stream<JsonNode> parameters(OracleDocument document) {
        return Stream.of(item, node)
                .flatMap(holder -> holder.path("parameters").valueStream())
                .map(document::resolve);
    }

    /** The first success status, or nothing when the operation has none. */
    Optional<String> successStatus() {
        return node.path("responses").properties().stream()
                .map(Entry::getKey)
                .filter(status -> status.startsWith("2"))
                .findFirst();
    }

    /** The content of the success answer by media type; a missing node when there is none. */
    JsonNode successContent(OracleDocument document) {
        return document.resolve(node.path("responses").path(successStatus().orElse("none")))
                .path("content");
    }

    /** The content of the request body by media type; a missing node when there is none. */
    JsonNode requestContent(OracleDocument document) {
        return document.resolve(node.path("requestBody")).path("content");
    }

    /** The HTTP authentication schemes that the operation asks for. */
    Stream<String> schemes(OracleDocument document) {
        JsonNode required =
                node.has("security") ? node.path("security") : document.root().path("security");
        return required.valueStream()
                .flatMap(alternative -> alternative.properties().stream())
                .map(Entry::getKey)
                .map(name -> document.root()
                        .path("components")
                        .path("securitySchemes")
                        .path(name))
                .map(scheme -> document.resolve(scheme).path("scheme").asText("no HTTP scheme"));
    }
}
