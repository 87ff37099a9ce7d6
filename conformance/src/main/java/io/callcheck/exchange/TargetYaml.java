package io.callcheck.exchange;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The text of a target file as a tree. */
final class TargetYaml {
    private TargetYaml() {}

    /**
     * Reads a file.
     *
     * @throws TargetException when it is no YAML, or something other than keys and values
     */
    static JsonNode read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new TargetException(file + ": there is no such file");
        }
        YAMLMapper mapper = YAMLMapper.builder()
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
        try (JsonParser parser = new AsWritten(mapper.createParser(Files.readString(file)))) {
            @Nullable JsonNode tree = mapper.readTree(parser);
            if (tree == null || !tree.isObject()) {
                throw new TargetException(file + ": expected keys and values, such as 'name: my-server'");
            }
            return tree;
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new TargetException(file + ", line " + line + ": this is not YAML: "
                    + e.getOriginalMessage().lines().findFirst().orElse(""));
        } catch (IOException e) {
            throw new TargetException(file + ": cannot be read: " + e.getMessage());
        }
    }

    /** YAML takes a phone number without quotes for a number, which has no plus sign: here a number is its text. */
    private static final class AsWritten extends JsonParserDelegate {
        AsWritten(JsonParser parser) {
            super(parser);
        }

        @Override
        public @Nullable JsonToken nextToken() throws IOException {
            return text(super.nextToken());
        }

        @Override
        public @Nullable JsonToken currentToken() {
            return text(super.currentToken());
        }

        @Override
        public int currentTokenId() {
            JsonToken token = currentToken();
            return token == null ? JsonToken.NOT_AVAILABLE.id() : token.id();
        }

        private static @Nullable JsonToken text(@Nullable JsonToken token) {
            return token != null && token.isNumeric() ? JsonToken.VALUE_STRING : token;
        }
    }
}
