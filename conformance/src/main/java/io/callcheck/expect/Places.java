package io.callcheck.expect;

import com.fasterxml.jackson.databind.JsonNode;
import io.callcheck.spec.Use;
import io.callcheck.spec.Values;
import java.util.ArrayList;
import java.util.List;

/** Finds the values that a use of a clause speaks of: the validator tells only what is wrong, not what was seen. */
public final class Places {
    private Places() {}

    /** The values at the place of a use in a body, where its conditions hold. */
    public static List<JsonNode> at(Use use, JsonNode body) {
        List<JsonNode> found = new ArrayList<>();
        descend(use, body, use.place(), 0, found);
        return found;
    }

    /** The values of a use in a body to which its keyword applies. */
    static List<JsonNode> values(Use use, JsonNode body) {
        boolean required = use.keyword().equals("required");
        List<String> place = required ? use.place().subList(0, use.place().size() - 1) : use.place();
        List<JsonNode> found = new ArrayList<>();
        descend(use, body, place, 0, found);
        found.removeIf(value -> !applies(use, value));
        return found;
    }

    private static void descend(Use use, JsonNode node, List<String> place, int depth, List<JsonNode> found) {
        for (Use.Guard guard : use.guards()) {
            if (guard.place().size() == depth && node.isObject() && !guard.admits(node)) {
                return;
            }
        }
        if (depth == place.size()) {
            found.add(node);
        } else if (place.get(depth).equals("*")) {
            node.forEach(item -> descend(use, item, place, depth + 1, found));
        } else if (node.has(place.get(depth))) {
            descend(use, node.get(place.get(depth)), place, depth + 1, found);
        }
    }

    private static boolean applies(Use use, JsonNode value) {
        return switch (use.keyword()) {
            case "required" -> value.isObject();
            case "nullable", "const" -> true;
            case "type" ->
                !value.isNull()
                        || Values.types(use.schema()).size() == 1
                        || use.schema().path("const").isNull();
            case "enum" -> !value.isNull();
            case "format", "pattern", "minLength", "maxLength" -> value.isTextual();
            case "minimum", "maximum" -> value.isNumber();
            case "minItems", "maxItems", "uniqueItems" -> value.isArray();
            default -> false;
        };
    }
}
