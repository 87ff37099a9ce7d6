package io.callcheck.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Collects the parameters and members of the part of a document that one page speaks of. */
final class OracleMembers {

    /** Deep enough for the items of a list's objects, shallow enough to end on a schema that contains itself. */
    private static final int DEPTH = 3;

    private final OracleDocument document;
    private final Map<String, Map<String, OracleMember>> byPlace = new LinkedHashMap<>();

    private OracleMembers(OracleDocument document) {
        this.document = document;
    }

    /** The members by place, then by name: members joined by dots, {@code []} for the items of a list. */
    static Map<String, Map<String, OracleMember>> of(OraclePage page, OracleDocument document) {
        OracleMembers members = new OracleMembers(document);
        switch (page.kind()) {
            case "object" -> members.add("response", "", document.object(page.subject()), DEPTH);
            case "webhook" ->
                members.addContent("webhook", document.webhook(page.subject()).requestContent(document));
            default -> members.addOperation(document.operation(page.subject()));
        }
        return members.byPlace;
    }

    private void addOperation(OracleOperation operation) {
        operation
                .parameters(document)
                .forEach(parameter -> put(
                        parameter.path("in").asText(),
                        parameter.path("name").asText(),
                        document.member(parameter.path("required").asBoolean(), parameter.path("schema"))));
        addContent("request", operation.requestContent(document));
        addContent("response", operation.successContent(document));
    }

    private void addContent(String in, JsonNode content) {
        content.forEach(mediaType -> add(in, "", mediaType.path("schema"), DEPTH));
    }

    private void add(String in, String prefix, JsonNode schema, int depth) {
        if (depth == 0) {
            return;
        }
        document.members(schema).forEach((name, member) -> {
            put(in, prefix + name, member);
            add(in, prefix + name + ".", member.schema(), depth - 1);
            add(in, prefix + name + "[].", member.items(), depth - 1);
        });
    }

    private void put(String in, String name, OracleMember member) {
        byPlace.computeIfAbsent(in, place -> new LinkedHashMap<>()).put(name, member);
    }
}
