package io.callcheck.spec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The raw documents of one API, as written: no parser of ours or of a library has changed a keyword.
 *
 * @param api the API
 * @param openapi the OpenAPI document
 * @param behaviour the behaviour clauses
 * @param digest SHA-256 over both files, in lower-case hexadecimal digits
 */
public record SpecDocument(Api api, JsonNode openapi, JsonNode behaviour, String digest) {

    /**
     * Reads the documents of an API from the class path.
     *
     * @throws UncheckedIOException when a document is missing or is not YAML: the kit is broken
     */
    public static SpecDocument load(Api api) {
        try {
            byte[] openapi = read(api, "openapi.yaml");
            byte[] behaviour = read(api, "behaviour.yaml");
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(openapi);
            sha.update(behaviour);
            YAMLMapper yaml = new YAMLMapper();
            return new SpecDocument(
                    api,
                    yaml.readTree(openapi),
                    yaml.readTree(behaviour),
                    HexFormat.of().formatHex(sha.digest()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Loads what the parser is made of. */
    public static void prepare() {
        try {
            new YAMLMapper().readTree("openapi: 3.1.0");
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The OpenAPI document as JSON text, for a validator. */
    public String json() {
        try {
            return new ObjectMapper().writeValueAsString(openapi);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The node at a JSON pointer, references followed.
     *
     * @throws IllegalArgumentException when a reference leads nowhere: the document is broken
     */
    public JsonNode resolve(JsonNode node) {
        JsonNode at = node;
        while (at.has("$ref")) {
            String ref = at.get("$ref").asText();
            at = openapi.at(ref.substring(1));
            if (!ref.startsWith("#/") || at.isMissingNode()) {
                throw new IllegalArgumentException(api.id() + ": " + ref + " leads nowhere");
            }
        }
        return at;
    }

    private static byte[] read(Api api, String name) throws IOException {
        String path = api.id() + "/" + name;
        try (InputStream in = SpecDocument.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IOException("not on the class path: io/callcheck/spec/" + path);
            }
            return in.readAllBytes();
        }
    }
}
