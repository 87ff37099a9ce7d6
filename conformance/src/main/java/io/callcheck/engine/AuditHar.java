package io.callcheck.engine;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callcheck.exchange.SharedItems;
import java.io.IOException;
import java.io.InputStream;

/** Goes through a HAR entry by entry; what an entry holds of other addresses is passed over unread. */
final class AuditHar implements AuditSource {
    private final JsonMapper mapper = AuditFields.mapper();
    private final String file;
    private final SharedItems items;
    private boolean found;

    /**
     * A reader.
     *
     * @param file its name, for messages
     * @param items of the recording
     */
    AuditHar(String file, SharedItems items) {
        this.file = file;
        this.items = items;
    }

    @Override
    public void read(InputStream in, AuditDesk desk) throws IOException {
        try (JsonParser parser = mapper.createParser(in)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                members(parser, desk, 0);
            }
            if (!found) {
                throw new IOException(file + ": this is not a HAR: it has no log.entries");
            }
        }
    }

    /** Goes down to {@code log}, and in it to {@code entries}. */
    private void members(JsonParser parser, AuditDesk desk, int depth) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (depth == 0 && name.equals("log") && value == JsonToken.START_OBJECT) {
                members(parser, desk, 1);
            } else if (depth == 1 && name.equals("entries") && value == JsonToken.START_ARRAY) {
                found = true;
                for (int number = 1; parser.nextToken() != JsonToken.END_ARRAY; number++) {
                    if (parser.currentToken() == null) {
                        return;
                    }
                    entry(parser, desk, number);
                }
            } else {
                parser.skipChildren();
            }
        }
    }

    private void entry(JsonParser parser, AuditDesk desk, int number) throws IOException {
        String place =
                "entry " + number + ", line " + parser.currentTokenLocation().getLineNr();
        desk.place(place);
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            desk.malformed("it is not an object");
            return;
        }
        ObjectNode entry = mapper.createObjectNode();
        boolean wanted = true;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "startedDateTime", "time" -> entry.set(name, mapper.<JsonNode>readTree(parser));
                case "request" -> {
                    JsonNode request = mapper.readTree(parser);
                    entry.set(name, request);
                    wanted = desk.wanted(
                            request.path("method").asText(""),
                            request.path("url").asText(""));
                }
                case "response" -> {
                    if (wanted) {
                        entry.set(name, mapper.<JsonNode>readTree(parser));
                    } else {
                        parser.skipChildren();
                    }
                }
                default -> parser.skipChildren();
            }
        }
        desk.entry(() -> AuditHarEntry.read(entry, items), entry.path("request"));
    }
}
