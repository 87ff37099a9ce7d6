package io.callcheck.exchange;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The text of a target file as a tree. */
final class TargetYaml {
    /** The byte order mark. */
    private static final String MARK = "\uFEFF";

    private static final Pattern PLACE = Pattern.compile("line (\\d+), column");

    private TargetYaml() {}

    /**
     * Reads a file.
     *
     * @throws TargetException when it is no YAML, or something other than keys and values
     */
    static JsonNode read(Path file) {
        if (Files.isDirectory(file)) {
            throw new TargetException(file + ": this is a folder, and a target file is a file");
        }
        if (!Files.isRegularFile(file)) {
            throw new TargetException(file + ": there is no such file");
        }
        YAMLMapper mapper = YAMLMapper.builder()
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
        try (JsonParser parser = new AsWritten(mapper.createParser(text(file)))) {
            @Nullable JsonNode tree = mapper.readTree(parser);
            if (tree == null || !tree.isObject()) {
                throw new TargetException(file + ": expected keys and values, such as 'name: my-server'");
            }
            return tree;
        } catch (JsonProcessingException e) {
            throw new TargetException(file + ", line " + line(e) + ": " + why(e.getOriginalMessage()));
        } catch (CharacterCodingException e) {
            throw new TargetException(file + ": this is not UTF-8 text: save it as UTF-8");
        } catch (IOException e) {
            throw new TargetException(file + ": cannot be read: " + e.getMessage());
        }
    }

    /** The text; UTF-16 with its mark too, which Windows PowerShell writes behind an arrow. */
    private static String text(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        boolean wide =
                bytes.length > 1 && ((bytes[0] & bytes[1]) == (byte) 0xFE) && ((bytes[0] | bytes[1]) == (byte) 0xFF);
        Charset charset = wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        return text.startsWith(MARK) ? text.substring(MARK.length()) : text;
    }

    /** The parser stands at the last thing that it understood; its words name first where what it did not begins. */
    private static int line(JsonProcessingException e) {
        Matcher matcher = PLACE.matcher(e.getOriginalMessage());
        return matcher.find()
                ? Integer.parseInt(matcher.group(1))
                : e.getLocation() == null ? 0 : e.getLocation().getLineNr();
    }

    /** What the parser was doing, and what it met: the lines between quote the file. */
    private static String why(String words) {
        if (words.startsWith("Trailing token")) {
            return "there is a second document: a target file is one";
        }
        List<String> lines = words.lines().toList();
        String doing = lines.isEmpty() ? "" : lines.get(0);
        return "this is not YAML: "
                + lines.stream()
                        .skip(1)
                        .filter(l -> l.startsWith("found ") || l.startsWith("could not ") || l.startsWith("expected "))
                        .findFirst()
                        .map(met -> doing + ": " + met)
                        .orElse(doing);
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
