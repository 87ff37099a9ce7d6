package io.callcheck.engine;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;

/** Reads the members of a recorded entry, each of which may be missing or of a wrong type. */
final class AuditFields {
    /** 8 Mi characters: four times the largest lawful answer. */
    static final int LONGEST = 8 << 20;

    private AuditFields() {}

    /** A reader that takes no text longer than the bound. */
    static JsonMapper mapper() {
        return new JsonMapper(JsonFactory.builder()
                .streamReadConstraints(
                        StreamReadConstraints.builder().maxStringLength(LONGEST).build())
                .build());
    }

    /** A text that must be there. */
    static String text(JsonNode holder, String member, String name) throws AuditMalformed {
        JsonNode value = holder.path(member);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw new AuditMalformed(name + (value.isMissingNode() ? " is missing" : " is not a text"));
        }
        return value.textValue();
    }

    /** The method, in capitals. */
    static String method(JsonNode request) throws AuditMalformed {
        return text(request, "method", "request.method").toUpperCase(Locale.ROOT);
    }

    /** A moment in the form of RFC 3339. */
    static Instant moment(JsonNode holder, String member) throws AuditMalformed {
        String text = text(holder, member, member);
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new AuditMalformed(member + " is not a time such as 2026-11-21T04:24:12.345Z");
        }
    }

    /** A time in milliseconds: without it, what came after what is unknown. */
    static double millis(JsonNode value, String name) throws AuditMalformed {
        if (!value.isNumber() || !(value.doubleValue() >= 0) || value.doubleValue() > Integer.MAX_VALUE) {
            throw new AuditMalformed(name + " is not a time in milliseconds");
        }
        return value.doubleValue();
    }

    /** A status code; 0 when no answer came. */
    static int status(JsonNode response) throws AuditMalformed {
        JsonNode status = response.path("status");
        if (!status.canConvertToInt() || !status.isIntegralNumber()) {
            throw new AuditMalformed("response.status is not a number");
        }
        return status.intValue();
    }
}
