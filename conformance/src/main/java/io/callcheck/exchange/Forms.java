package io.callcheck.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** Writes and reads form bodies and queries: a list repeats its name, every value is text. */
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

    /**
     * The names of a form body or a query with their values, both in the order of their coming; what is not
     * percent-encoded as it should be is left as it came.
     */
    public static Map<String, List<String>> decode(String form) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (String pair : form.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = unescape(equals < 0 ? pair : pair.substring(0, equals));
                fields.computeIfAbsent(name, k -> new ArrayList<>())
                        .add(equals < 0 ? "" : unescape(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String unescape(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
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
