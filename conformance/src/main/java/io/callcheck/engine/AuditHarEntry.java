package io.callcheck.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.callcheck.exchange.Answer;
import io.callcheck.exchange.Forms;
import io.callcheck.exchange.Header;
import io.callcheck.exchange.SharedItems;
import java.time.Instant;
import java.util.List;
import java.util.StringJoiner;

/** Reads one entry of a HAR. Source: HTTP Archive 1.2, {@code entries}. */
final class AuditHarEntry {
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
                AuditHeaders.of(request, "request"),
                body(request.path("postData")));
        int status = response.isMissingNode() || response.isNull() ? 0 : AuditFields.status(response);
        if (status <= 0) {
            return new AuditEntry(at, sent, null, "");
        }
        JsonNode content = response.path("content");
        List<Header> headers = typed(AuditHeaders.of(response, "response"), content);
        AuditBody body = AuditBody.of(
                content.path("text"),
                "base64".equals(content.path("encoding").asText()),
                "response.content.text",
                new AuditBody.Told(status, headers, content.path("size").asLong(0)));
        Answer answer = AuditEntry.answer(status, headers, body.bytes(), millis, items);
        return new AuditEntry(
                at, sent, answer, AuditHeaders.leftOut(headers, status) ? AuditHeaders.LEFT_OUT : body.gap());
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
