package io.callcheck.expect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callcheck.exchange.Delivery;
import io.callcheck.exchange.Forms;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The parameters of a delivery: the query of a GET, the form of anything else. A body in JSON, or one of a GET without
 * a query, which is a violation of its own, is read all the same, so that what it says can be judged.
 *
 * @param delivery the delivery
 * @param fields the parameters in the order of their coming, each with its values
 */
public record Told(Delivery delivery, Map<String, List<String>> fields) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads a delivery. */
    public static Told of(Delivery delivery) {
        if (delivery.method().equals("GET") && !misplaced(delivery)) {
            return new Told(delivery, query(delivery));
        }
        return new Told(delivery, json(delivery) ? members(delivery.body()) : Forms.decode(delivery.body()));
    }

    /** Whether the parameters are form fields of a POST, or the query of a GET. */
    public boolean form() {
        if (delivery.method().equals("GET")) {
            return !misplaced(delivery);
        }
        return delivery.header("content-type")
                .orElse("")
                .toLowerCase(Locale.ROOT)
                .startsWith("application/x-www-form-urlencoded");
    }

    private static Map<String, List<String>> query(Delivery delivery) {
        return Forms.decode(delivery.uri().replaceFirst("^[^?]*\\??", ""));
    }

    /** Whether a GET has what it tells in its body. */
    private static boolean misplaced(Delivery delivery) {
        return !delivery.body().isEmpty() && query(delivery).isEmpty();
    }

    /** The first value of a parameter; empty when it is absent. */
    public String text(String name) {
        List<String> values = fields.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.get(0);
    }

    /** Whether a parameter is there with something in it. */
    public boolean has(String name) {
        return !text(name).isEmpty();
    }

    /** The parameters as texts, each once; one without text is left out unless it is required. */
    ObjectNode texts(JsonNode required) {
        ObjectNode texts = JsonNodeFactory.instance.objectNode();
        fields.forEach((name, values) -> {
            if (has(name) || contains(required, name)) {
                texts.put(name, text(name));
            }
        });
        return texts;
    }

    private static boolean contains(JsonNode names, String name) {
        for (JsonNode each : names) {
            if (each.asText().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean json(Delivery delivery) {
        return delivery.header("content-type").orElse("").contains("json")
                || delivery.body().startsWith("{");
    }

    private static Map<String, List<String>> members(String body) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        try {
            JSON.readTree(body)
                    .properties()
                    .forEach(e -> fields.put(
                            e.getKey(),
                            List.of(
                                    e.getValue().isValueNode()
                                            ? e.getValue().asText("")
                                            : e.getValue().toString())));
        } catch (JsonProcessingException e) {
            return Forms.decode(body);
        }
        return fields;
    }
}
