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
                if (line.size() > AuditFields.LONGEST) {
                    desk.place("line " + number);
                    desk.malformed("it is longer than " + AuditFields.LONGEST + " bytes");
                } else {
                    entry(line.toByteArray(), number, more, desk);
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

    /** A last line that nothing ends and that is not JSON is the beginning of one. */
    private void entry(byte[] line, int number, boolean ended, AuditDesk desk) throws IOException {
        JsonNode entry;
        try {
            entry = mapper.readTree(line);
        } catch (JsonProcessingException e) {
            if (ended) {
                desk.place("line " + number);
                desk.malformed("it is not JSON");
            } else {
                desk.broken("line " + number + " is not whole: it is not JSON, and no line break ends it");
            }
            return;
        }
        desk.place("line " + number);
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
                AuditHeaders.of(request, "request"),
                request.path("body").asText(""));
        int status = response.isMissingNode() || response.isNull() ? 0 : AuditFields.status(response);
        if (status <= 0) {
            return new AuditEntry(at, sent, null, "");
        }
        JsonNode text = response.path("body");
        double millis = AuditFields.millis(response.path("millis"), "response.millis");
        List<Header> headers = List.copyOf(AuditHeaders.of(response, "response"));
        AuditBody body = AuditBody.of(text, false, "response.body", new AuditBody.Told(status, headers, 0));
        Answer answer = AuditEntry.answer(status, headers, body.bytes(), millis, items);
        String gap = AuditHeaders.leftOut(headers, status) ? AuditHeaders.LEFT_OUT : body.gap();
        boolean cut = text.asText("").length() == CUT_AT + 1 && text.asText("").endsWith(CUT);
        return new AuditEntry(at, sent, answer, cut ? AuditBody.IN_PART : gap);
    }
}
