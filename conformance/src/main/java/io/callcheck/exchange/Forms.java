package io.callcheck.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.StringJoiner;

/** Writes form bodies and queries: a list repeats its name, every value is text. */
public final class Forms {
    private Forms() {}

    /** The members of an object as {@code application/x-www-form-urlencoded}. */
    public static String encode(ObjectNode fields) {
        StringJoiner form = new StringJoiner("&");
        for (Map.Entry<String, JsonNode> field : fields.properties()) {
            if (field.getValue().isArray()) {
                field.getValue().forEach(v -> form.add(pair(field.getKey(), v)));
            } else {
                form.add(pair(field.getKey(), field.getValue()));
            }
        }
        return form.toString();
    }

    private static String pair(String name, JsonNode value) {
        String text = value.isNull() ? "" : value.isValueNode() ? value.asText() : value.toString();
        return escape(name) + "=" + escape(text);
    }

    /** One name or value, percent-encoded. */
    public static String escape(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
