package io.callcheck.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.callcheck.exchange.Answer;
import io.callcheck.exchange.Header;
import io.callcheck.exchange.SharedItems;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Goes through a file with one exchange on each line, in the form that {@code exchanges} of {@code run.json} has:
 * {@code {"at", "request": {"method", "url", "headers", "body"}, "response": {"status", "headers", "body", "millis"}}}.
 */
final class AuditLines implements AuditSource {
    /** What a body of {@code run.json} ends with that was cut. */
    private static final String CUT = "…";

    private static final int CUT_AT = 16 * 1024;

    private final JsonMapper mapper = AuditFields.mapper()
            .rebuild()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final SharedItems items;

    AuditLines(SharedItems items) {
        this.items = items;
    }

    @Override
    public void read(InputStream in, AuditDesk desk) throws IOException {
        try (InputStream buffered = new BufferedInputStream(in, 1 << 16)) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            boolean more = true;
            for (int number = 1; more; number++) {
                line.reset();
                more = line(buffered, line);
                if (line.toString(StandardCharsets.UTF_8).isBlank()) {
                    continue;
                }
                desk.place("line " + number);
                if (line.size() > AuditFields.LONGEST) {
                    desk.malformed("it is longer than " + AuditFields.LONGEST + " bytes");
                } else {
                    entry(line.toByteArray(), desk);
                }
            }
        }
    }

    /** Reads a line, of which no more is kept than a line may have and one byte; false when it is the last. */
    private static boolean line(InputStream in, ByteArrayOutputStream line) throws IOException {
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == '\n') {
                return true;
            }
            if (line.size() <= AuditFields.LONGEST) {
                line.write(next);
            }
        }
        return false;
    }

    private void entry(byte[] line, AuditDesk desk) throws IOException {
        JsonNode entry;
        try {
            entry = mapper.readTree(line);
        } catch (JsonProcessingException e) {
            desk.malformed("it is not JSON");
            return;
        }
        JsonNode request = entry.path("request");
        desk.wanted(request.path("method").asText(""), request.path("url").asText(""));
        desk.entry(() -> read(entry), request);
    }

    private AuditEntry read(JsonNode entry) throws AuditMalformed {
        Instant at = AuditFields.moment(entry, "at");
        JsonNode request = entry.path("request");
        JsonNode response = entry.path("response");
        var sent = AuditEntry.sent(
                AuditFields.method(request),
                AuditFields.text(request, "url", "request.url"),
                headers(request),
                request.path("body").asText(""));
        int status = response.isMissingNode() || response.isNull() ? 0 : AuditFields.status(response);
        if (status <= 0) {
            return new AuditEntry(at, sent, null, "");
        }
        String body = response.path("body").asText("");
        double millis = AuditFields.millis(response.path("millis"), "response.millis");
        Answer answer =
                AuditEntry.answer(status, headers(response), body.getBytes(StandardCharsets.UTF_8), millis, items);
        boolean cut = body.length() == CUT_AT + 1 && body.endsWith(CUT);
        return new AuditEntry(at, sent, answer, cut ? "its answer's body was not recorded whole" : "");
    }

    private static List<Header> headers(JsonNode message) {
        List<Header> headers = new ArrayList<>();
        for (JsonNode header : message.path("headers")) {
            headers.add(new Header(header.path(0).asText(""), header.path(1).asText("")));
        }
        return List.copyOf(headers);
    }
}
