package io.callcheck.spec;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map.Entry;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads YAML of the class path and writes its values in one form that can be compared as text. */
final class OracleYaml {

    /** What a value is called that the page or the document does not give. */
    static final String UNSTATED = "unstated";

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private OracleYaml() {}

    static JsonNode read(String resource) throws IOException {
        try (InputStream in = OracleYaml.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new FileNotFoundException(resource);
            }
            return YAML.readTree(in);
        }
    }

    /** A value as text: numbers without trailing zeros, lists in alphabetical order, strings bare. */
    static String canonical(JsonNode value) {
        if (value.isMissingNode()) {
            return UNSTATED;
        }
        if (value.isNumber()) {
            return new BigDecimal(value.asText()).stripTrailingZeros().toPlainString();
        }
        if (value.isArray()) {
            List<String> parts = new ArrayList<>();
            value.forEach(part -> parts.add(canonical(part)));
            Collections.sort(parts);
            return parts.toString();
        }
        return value.isValueNode() ? value.asText() : value.toString();
    }

    /** Fails on a misspelt key, which would else be a column that is silently not compared. */
    static void requireKeys(JsonNode line, Set<String> required, Set<String> known) {
        Set<String> keys = line.properties().stream().map(Entry::getKey).collect(Collectors.toSet());
        if (!known.containsAll(keys) || !keys.containsAll(required)) {
            throw new IllegalArgumentException("keys " + keys + " in " + line + ": required " + required);
        }
    }
}
