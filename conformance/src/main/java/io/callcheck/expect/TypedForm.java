package io.callcheck.expect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.callcheck.spec.Values;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A form as its receiver reads it: each text by the type of its parameter; text that is no number stays text. */
public final class TypedForm {
    private TypedForm() {}

    /**
     * The fields with their types.
     *
     * @param fields the fields, each a text or a list of texts
     * @param schema the schema of the whole form, references resolved; null to leave the fields as they are
     */
    public static ObjectNode of(ObjectNode fields, @Nullable JsonNode schema) {
        ObjectNode typed = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> field : fields.properties()) {
            JsonNode member = schema == null
                    ? field.getValue()
                    : schema.path("properties").path(field.getKey());
            typed.set(field.getKey(), typed(field.getValue(), Values.mainType(member)));
        }
        return typed;
    }

    private static JsonNode typed(JsonNode value, String type) {
        if (type.equals("array") || value.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            (value.isArray() ? value : List.of(value)).forEach(v -> array.add(TextNode.valueOf(v.asText())));
            return array;
        }
        String text = value.asText();
        if (type.equals("integer") && text.matches("-?\\d+")) {
            return BigIntegerNode.valueOf(new BigInteger(text));
        }
        if ((type.equals("integer") || type.equals("number")) && text.matches("-?\\d+(\\.\\d+)?")) {
            return DecimalNode.valueOf(new BigDecimal(text));
        }
        if (type.equals("boolean") && (text.equals("true") || text.equals("false"))) {
            return BooleanNode.valueOf(text.equals("true"));
        }
        return TextNode.valueOf(text);
    }
}
