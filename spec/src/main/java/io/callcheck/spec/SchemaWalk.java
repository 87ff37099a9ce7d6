package io.callcheck.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One walk of a schema as a validator would take it: every keyword that constrains becomes a use of a clause. */
final class SchemaWalk {
    private final SpecDocument document;
    private final Samples samples;
    private final Ledger ledger;
    /** Components being walked, so that a recursive one (a call flow within a bridge) is entered once. */
    private final Set<JsonNode> within = Collections.newSetFromMap(new IdentityHashMap<>());

    SchemaWalk(SpecDocument document, Ledger ledger) {
        this.document = document;
        this.samples = new Samples(document);
        this.ledger = ledger;
    }

    /** Walks a node and all below it. */
    void walk(JsonNode node, Context context) {
        if (node.has("$ref")) {
            JsonNode target = document.resolve(node);
            if (within.add(target)) {
                walk(target, context.through("/$ref"));
                within.remove(target);
            }
            return;
        }
        Context here = context.at(document, node);
        keywords(node, here);
        members(node, here);
        if (node.has("items")) {
            JsonNode items = node.get("items");
            walk(items, here.into("/items", "*", "items", SchemaWalk::single));
        }
        int i = 0;
        for (JsonNode part : node.path("allOf")) {
            walk(part, here.through("/allOf/" + i++));
        }
        branch(node, here, "then", true);
        branch(node, here, "else", false);
    }

    private void keywords(JsonNode node, Context here) {
        for (String keyword : Keywords.VALUE) {
            if (node.has(keyword) && !silent(node, keyword, here.part())) {
                ledger.use(document, node, keyword, here, "/" + keyword);
            }
        }
        boolean named = node.has("type") && !here.place().isEmpty();
        if (named && !Values.types(node).contains("null") && inJson(here.part())) {
            ledger.use(document, node, Keywords.NULLABLE, here, "/type");
        }
    }

    /** A text field has no type on the wire of a form, a query or a path, and any field may stand once or often. */
    private static boolean silent(JsonNode node, String keyword, Part part) {
        String type = Values.mainType(node);
        return keyword.equals("type")
                && !inJson(part)
                && (type.equals("string") || type.equals("array") || type.equals("boolean"));
    }

    private static boolean inJson(Part part) {
        return part == Part.ANSWER || part == Part.REQUEST;
    }

    private void members(JsonNode node, Context here) {
        for (Map.Entry<String, JsonNode> member : node.path("properties").properties()) {
            String name = member.getKey();
            Embedding inner = value -> with(node, name, value);
            Context there = here.into("/properties/" + name, name, name, inner);
            if (here.part() == Part.REQUEST || here.part() == Part.FORM) {
                JsonNode schema = document.resolve(member.getValue());
                ledger.parameter(document, schema, there.at(document, member.getValue()));
            }
            walk(member.getValue(), there);
        }
        for (JsonNode required : node.path("required")) {
            String name = required.asText();
            JsonNode member = node.path("properties").path(name);
            Context there =
                    here.into("", name, name, value -> with(node, name, value)).at(document, member);
            ledger.use(document, document.resolve(member), "required", there, "/required");
        }
    }

    private void branch(JsonNode node, Context here, String keyword, boolean holds) {
        if (node.has(keyword)) {
            JsonNode condition = node.path("if");
            Use.Guard guard = new Use.Guard(condition, here.place(), holds);
            walk(
                    node.get(keyword),
                    here.under("/" + keyword, guard, value -> holds ? meeting(condition, value) : value));
        }
    }

    private static JsonNode single(JsonNode value) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        return value.isMissingNode() ? array : array.add(value);
    }

    private JsonNode with(JsonNode schema, String name, JsonNode value) {
        ObjectNode object = example(schema, name, value).orElseGet(() -> samples.minimal(schema));
        if (value.isMissingNode()) {
            object.remove(name);
        } else {
            object.set(name, value);
        }
        return object;
    }

    /** An example of the documents that has the value already, and beside it what the value needs. */
    private static Optional<ObjectNode> example(JsonNode schema, String name, JsonNode value) {
        for (JsonNode example : schema.path("examples")) {
            if (!value.isMissingNode() && value.equals(example.path(name)) && example instanceof ObjectNode object) {
                return Optional.of(object.deepCopy());
            }
        }
        return Optional.empty();
    }

    /** Sets the members that a condition asks for by {@code const}. */
    private static JsonNode meeting(JsonNode condition, JsonNode value) {
        if (value instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> member :
                    condition.path("properties").properties()) {
                if (member.getValue().has("const")) {
                    object.set(member.getKey(), member.getValue().get("const"));
                }
            }
        }
        return value;
    }
}
