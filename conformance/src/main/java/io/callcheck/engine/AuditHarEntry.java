package io.callcheck.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.callcheck.exchange.Answer;
import io.callcheck.exchange.Forms;
import io.callcheck.exchange.Header;
import io.callcheck.exchange.SharedItems;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.StringJoiner;

/** Reads one entry of a HAR. Source: HTTP Archive 1.2, {@code entries}. */
final class AuditHarEntry {
    private static final JsonMapper JSON = new JsonMapper();

    private AuditHarEntry() {}

    /**
     * Reads an entry.
     *
     * @param entry its members startedDateTime, time, request and response
     * @param items of the recording
     */
    static AuditEntry read(JsonNode entry, SharedItems items) throws AuditMalformed {
        Instant at = AuditFields.moment(entry, "startedDateTime");
        double millis = AuditFields.millis(entry.path("time"), "time");
        JsonNode request = entry.path("request");
        JsonNode response = entry.path("response");
        var sent = AuditEntry.sent(
                AuditFields.method(request),
                AuditFields.text(request, "url", "request.url"),
                headers(request),
                body(request.path("postData")));
        int status = response.isMissingNode() || response.isNull() ? 0 : AuditFields.status(response);
        if (status <= 0) {
            return new AuditEntry(at, sent, null, "");
        }
        JsonNode content = response.path("content");
        byte[] bytes = bytes(content);
        Answer answer = AuditEntry.answer(status, typed(headers(response), content), bytes, millis, items);
        return new AuditEntry(at, sent, answer, gap(content, bytes, status));
    }

    /** Why an answer's body is not the one that came: recorders leave bodies out, or keep the beginning alone. */
    private static String gap(JsonNode content, byte[] bytes, int status) {
        boolean bodiless = status == 204 || status == 304;
        JsonNode size = content.path("size");
        if (!content.has("text") && !bodiless) {
            return "its answer was recorded without its body";
        }
        if (size.asLong() > bytes.length && !json(bytes)) {
            return "its answer's body was not recorded whole";
        }
        return "";
    }

    private static boolean json(byte[] bytes) {
        try {
            return !JSON.readTree(bytes).isMissingNode();
        } catch (java.io.IOException e) {
            return false;
        }
    }

    private static byte[] bytes(JsonNode content) throws AuditMalformed {
        String text = content.path("text").asText("");
        if (!"base64".equals(content.path("encoding").asText())) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        try {
            return Base64.getMimeDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new AuditMalformed("response.content.text is not base64");
        }
    }

    private static List<Header> headers(JsonNode message) {
        List<Header> headers = new ArrayList<>();
        for (JsonNode header : message.path("headers")) {
            headers.add(new Header(
                    header.path("name").asText(""), header.path("value").asText("")));
        }
        return headers;
    }

    /** The media type stands a second time beside the body; some recorders write it there alone. */
    private static List<Header> typed(List<Header> headers, JsonNode content) {
        String type = content.path("mimeType").asText("");
        boolean told = headers.stream().anyMatch(h -> h.name().equalsIgnoreCase("content-type"));
        // What browsers write where no type came.
        if (!told && !type.isEmpty() && !type.equals("x-unknown")) {
            headers.add(new Header("Content-Type", type));
        }
        return List.copyOf(headers);
    }

    /** The body's text, or the form that it was taken apart into. */
    private static String body(JsonNode posted) {
        if (posted.path("text").isTextual() && !posted.path("text").asText().isEmpty()) {
            return posted.path("text").asText();
        }
        StringJoiner form = new StringJoiner("&");
        for (JsonNode field : posted.path("params")) {
            form.add(Forms.escape(field.path("name").asText("")) + "="
                    + Forms.escape(field.path("value").asText("")));
        }
        return form.toString();
    }
}
