package io.callcheck.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.NoSuchElementException;
import java.util.stream.Stream;

/**
 * One OpenAPI document, read raw.
 *
 * @param root the document
 */
record OracleDocument(JsonNode root) {

    static OracleDocument of(String api) throws IOException {
        return new OracleDocument(OracleYaml.read(api + "/openapi.yaml"));
    }

    /** Follows a local reference, also of a reference, to the node that it names. */
    JsonNode resolve(JsonNode node) {
        JsonNode resolved = node;
        while (resolved.has("$ref")) {
            String ref = resolved.path("$ref").asText();
            resolved = root.at(ref.substring(1));
            if (!ref.startsWith("#/") || resolved.isMissingNode()) {
                throw new NoSuchElementException(ref);
            }
        }
        return resolved;
    }

    OracleOperation operation(String operationId) {
        return operations(root.path("paths"))
                .filter(operation ->
                        operation.node().path("operationId").asText().equals(operationId))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("operation " + operationId));
    }

    OracleOperation webhook(String name) {
        return operations(root.path("webhooks"))
                .filter(operation -> operation.path().equals(name))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("webhook " + name));
    }

    /** The component schema with this {@code x-name}. */
    JsonNode object(String name) {
        return root.path("components").path("schemas").properties().stream()
                .map(Entry::getValue)
                .filter(schema -> schema.path("x-name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("object " + name));
    }

    /** All operations under {@code paths} or {@code webhooks}. */
    Stream<OracleOperation> operations(JsonNode pathsOrWebhooks) {
        return pathsOrWebhooks.properties().stream().flatMap(path -> {
            JsonNode item = resolve(path.getValue());
            return item.properties().stream()
                    .filter(entry -> OracleOperation.METHODS.contains(entry.getKey()))
                    .map(entry -> new OracleOperation(entry.getKey(), path.getKey(), item, entry.getValue()));
        });
    }

    /** The members of an object schema by name, also those that it takes over by a plain {@code allOf}. */
    Map<String, OracleMember> members(JsonNode objectSchema) {
        JsonNode schema = resolve(objectSchema);
        Map<String, OracleMember> members = new LinkedHashMap<>();
        for (JsonNode part : schema.path("allOf")) {
            if (!part.has("if")) {
                members.putAll(members(part));
            }
        }
        schema.path("properties").properties().forEach(property -> {
            boolean required = false;
            for (JsonNode name : schema.path("required")) {
                required |= name.asText().equals(property.getKey());
            }
            members.put(property.getKey(), member(required, property.getValue()));
        });
        return members;
    }

    OracleMember member(boolean required, JsonNode unresolved) {
        JsonNode schema = resolve(unresolved);
        return new OracleMember(required, schema, resolve(schema.path("items")));
    }
}
