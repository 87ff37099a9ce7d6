package io.callcheck.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Walks the operations and webhooks of a document, and the schemas of their messages. */
final class OperationWalk {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    private final SpecDocument document;
    private final Ledger ledger;
    private final List<Operation> operations = new ArrayList<>();

    OperationWalk(SpecDocument document, Ledger ledger) {
        this.document = document;
        this.ledger = ledger;
    }

    List<Operation> walk() {
        for (Map.Entry<String, JsonNode> path : document.openapi().path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                if (METHODS.contains(method.getKey())) {
                    operation(path.getKey(), path.getValue(), method.getKey(), method.getValue());
                }
            }
        }
        for (Map.Entry<String, JsonNode> webhook :
                document.openapi().path("webhooks").properties()) {
            for (Map.Entry<String, JsonNode> method : webhook.getValue().properties()) {
                webhook(webhook.getKey(), method.getKey(), method.getValue());
            }
        }
        return List.copyOf(operations);
    }

    private void operation(String path, JsonNode item, String method, JsonNode operation) {
        String id = operation.path("operationId").asText();
        String pointer = "/paths/" + escape(path) + "/" + method;
        Context top = operationContext(id, operation);
        whole(id, operation, top);
        List<JsonNode> parameters = new ArrayList<>();
        item.path("parameters").forEach(parameters::add);
        operation.path("parameters").forEach(parameters::add);
        for (JsonNode parameter : parameters) {
            parameter(document.resolve(parameter), top);
        }
        Map.Entry<String, JsonNode> content = content(document.resolve(operation.path("requestBody")));
        JsonNode schema = null;
        String root = "";
        if (content != null) {
            root = pointer + "/requestBody/content/" + escape(content.getKey()) + "/schema";
            schema = document.resolve(content.getValue().path("schema"));
            Part part = content.getKey().contains("json") ? Part.REQUEST : Part.FORM;
            walkSchema(content.getValue().path("schema"), start(id, part, root, top));
        }
        operations.add(new Operation(
                document.api(),
                id,
                method.toUpperCase(Locale.ROOT),
                path,
                content == null ? null : content.getKey(),
                schema,
                root,
                answers(id, pointer, operation, top)));
    }

    private void whole(String id, JsonNode operation, Context top) {
        Context here = new Context(
                id,
                Part.OPERATION,
                "",
                "",
                List.of(),
                top.id(),
                top.level(),
                top.source(),
                top.unchecked(),
                List.of(),
                value -> value);
        List<String> codes = new ArrayList<>();
        operation.path("responses").fieldNames().forEachRemaining(codes::add);
        String success =
                codes.stream().filter(c -> c.startsWith("2")).findFirst().orElse("200");
        ledger.whole(
                document,
                operation,
                here,
                Keywords.STATUS,
                "`" + id + "` answers with " + String.join(", ", codes) + ".");
        ledger.whole(
                document,
                operation,
                here,
                Keywords.SUCCESS,
                "A successful `" + id + "` is answered with " + success + ".");
        ledger.whole(
                document, operation, here, Keywords.SECURITY, "`" + id + "` is refused without valid credentials.");
    }

    private void parameter(JsonNode parameter, Context top) {
        String in = parameter.path("in").asText();
        String name = parameter.path("name").asText();
        Part part = in.equals("path") ? Part.PATH : Part.QUERY;
        JsonNode schema = parameter.path("schema");
        Context here = start(top.operation(), part, "", top)
                .at(document, parameter)
                .into(
                        "",
                        name,
                        name,
                        value -> JsonNodeFactory.instance.objectNode().set(name, value))
                .at(document, schema);
        if (part == Part.QUERY) {
            ledger.parameter(document, schema, here);
        }
        walkSchema(schema, here);
    }

    private Map<Integer, Operation.Response> answers(String id, String pointer, JsonNode operation, Context top) {
        Map<Integer, Operation.Response> answers = new LinkedHashMap<>();
        Set<String> walked = new HashSet<>();
        for (Map.Entry<String, JsonNode> entry : operation.path("responses").properties()) {
            JsonNode ref = entry.getValue();
            JsonNode response = document.resolve(ref);
            Map.Entry<String, JsonNode> content = content(response);
            String base =
                    ref.has("$ref") ? ref.get("$ref").asText().substring(1) : pointer + "/responses/" + entry.getKey();
            String root = content == null ? "" : base + "/content/" + escape(content.getKey()) + "/schema";
            String name = response.path("x-name").asText(id);
            answers.put(
                    Integer.valueOf(entry.getKey()),
                    new Operation.Response(name, content == null ? null : content.getKey(), root));
            if (walked.add(base) && content != null) {
                Context here = start(id, Part.ANSWER, root, top).at(document, response);
                ledger.answer(document, response, here, content.getKey());
                walkSchema(content.getValue().path("schema"), here);
            }
        }
        return answers;
    }

    private void webhook(String name, String method, JsonNode webhook) {
        Map.Entry<String, JsonNode> content = content(webhook.path("requestBody"));
        Context top = operationContext(name, webhook);
        if (content != null) {
            String root =
                    "/webhooks/" + name + "/" + method + "/requestBody/content/" + escape(content.getKey()) + "/schema";
            walkSchema(content.getValue().path("schema"), start(name, Part.CALLBACK, root, top));
        }
    }

    private void walkSchema(JsonNode schema, Context here) {
        new SchemaWalk(document, ledger).walk(schema, here);
    }

    private Context operationContext(String id, JsonNode operation) {
        Source unknown =
                new Source(document.openapi().path("info").path("title").asText(), null, null);
        return Context.start(id, Part.OPERATION, "", document.api().id() + "." + id, Level.MUST, unknown)
                .at(document, operation);
    }

    private static Context start(String id, Part part, String root, Context top) {
        return new Context(
                id,
                part,
                root,
                "",
                List.of(),
                top.id(),
                top.level(),
                top.source(),
                top.unchecked(),
                List.of(),
                value -> value);
    }

    private static Map.@Nullable Entry<String, JsonNode> content(JsonNode message) {
        return message.path("content").properties().stream().findFirst().orElse(null);
    }

    private static String escape(String step) {
        return step.replace("~", "~0").replace("/", "~1");
    }
}
