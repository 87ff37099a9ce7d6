package io.callcheck.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.callcheck.exchange.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the headers of a recorded message, which recorders write in several ways. */
final class AuditHeaders {
    /** What is said of an answer whose headers were left out. */
    static final String LEFT_OUT = "its answer was recorded without its headers";

    private AuditHeaders() {}

    /**
     * The headers, in order: from a list of {@code {"name", "value"}}, a list of pairs, or an object that holds a value
     * or a list of values by name. None when nothing was recorded.
     *
     * @param message a request or an answer
     * @param name the message's name, for messages
     * @throws AuditMalformed when they are written in another way: what they said is not known
     */
    static List<Header> of(JsonNode message, String name) throws AuditMalformed {
        JsonNode recorded = message.path("headers");
        List<Header> headers = new ArrayList<>();
        boolean right = recorded.isMissingNode() || recorded.isNull() || recorded.isContainerNode();
        if (recorded.isObject()) {
            for (Map.Entry<String, JsonNode> header : recorded.properties()) {
                right &= add(header.getKey(), header.getValue(), headers);
            }
        } else {
            for (JsonNode header : recorded) {
                right &= header.isObject()
                        ? add(header.path("name").asText(""), header.path("value"), headers)
                        : header.size() == 2 && add(header.path(0).asText(""), header.path(1), headers);
            }
        }
        if (!right) {
            throw new AuditMalformed(name + ".headers holds something that is no name and value");
        }
        return headers;
    }

    private static boolean add(String name, JsonNode value, List<Header> headers) {
        if (value.isArray()) {
            boolean right = true;
            for (JsonNode one : value) {
                right &= !one.isArray() && add(name, one, headers);
            }
            return right;
        }
        headers.add(new Header(name, value.asText("")));
        return !name.isBlank() && !value.isObject();
    }

    /** Whether the headers of an answer were left out: one without any, not even of its body's type, is not on the wire. */
    static boolean leftOut(List<Header> headers, int status) {
        return headers.isEmpty() && status != 204 && status != 304;
    }
}
