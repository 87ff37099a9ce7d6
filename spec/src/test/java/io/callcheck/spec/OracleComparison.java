package io.callcheck.spec;

import static io.callcheck.spec.OracleYaml.UNSTATED;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * One page beside the part of the document that it speaks of.
 *
 * @param page the page
 * @param members the document's parameters and members by place (path, request, response, webhook …) and name
 */
record OracleComparison(OraclePage page, Map<String, Map<String, OracleMember>> members) {

    /** What the page and the document say differently on one line of the page. */
    List<OracleDifference> differences(OracleRow row) {
        OracleMember member = members.getOrDefault(row.in(), Map.of()).get(row.at());
        if (member == null) {
            return List.of(difference(row, "presence", "present", "absent"));
        }
        Map<String, String> pageSays = new HashMap<>(row.attributes());
        Map<String, String> documentSays = new HashMap<>(member.attributes());
        List<OracleDifference> differences = new ArrayList<>();

        String example = pageSays.remove("example");
        if (example != null) {
            OracleValue.refusal(member.schema(), row.columns().path("example"))
                    .ifPresent(
                            keyword -> differences.add(difference(row, "example", example, "refused by " + keyword)));
        }
        String separator = pageSays.remove("separator");
        if (separator != null) {
            documentSays.put("values", accepted(member.schema(), row.columns().path("values"), separator));
        }
        // A page that says nothing and a document that demands nothing agree.
        pageSays.replace("required", UNSTATED, "false".equals(documentSays.get("required")) ? "false" : UNSTATED);

        TreeSet<String> attributes = new TreeSet<>(pageSays.keySet());
        attributes.addAll(documentSays.keySet());
        for (String attribute : attributes) {
            String onPage = pageSays.getOrDefault(attribute, UNSTATED);
            String inDocument = documentSays.getOrDefault(attribute, UNSTATED);
            if (!onPage.equals(inDocument)) {
                differences.add(difference(row, attribute, onPage, inDocument));
            }
        }
        return differences;
    }

    /** What the document has and the page lacks; members of an object that the page lacks are not listed again. */
    List<OracleDifference> beyondThePage() {
        List<OracleDifference> beyond = new ArrayList<>();
        members.forEach((in, byName) -> byName.keySet().stream()
                .filter(name -> !isOnPage(in, name))
                .filter(name -> isOnPage(in, parent(name)))
                .map(name -> new OracleDifference(page.key(), in, name, "presence", "absent", "present"))
                .forEach(beyond::add));
        return beyond;
    }

    private boolean isOnPage(String in, String name) {
        return name.isEmpty()
                || page.rows().stream()
                        .anyMatch(row -> row.in().equals(in) && row.at().equals(name));
    }

    private static String parent(String name) {
        String parent = name.substring(0, Math.max(name.lastIndexOf('.'), 0));
        return parent.endsWith("[]") ? parent.substring(0, parent.length() - 2) : parent;
    }

    private OracleDifference difference(OracleRow row, String attribute, String onPage, String inDocument) {
        return new OracleDifference(page.key(), row.in(), row.name(), attribute, onPage, inDocument);
    }

    /** Those of a list's values that the schema takes both alone and behind another one. */
    private static String accepted(JsonNode schema, JsonNode values, String separator) {
        String first = values.path(0).asText();
        ArrayNode accepted = JsonNodeFactory.instance.arrayNode();
        for (JsonNode value : values) {
            JsonNode joined = JsonNodeFactory.instance.textNode(first + separator + value.asText());
            if (OracleValue.refusal(schema, value).isEmpty()
                    && OracleValue.refusal(schema, joined).isEmpty()) {
                accepted.add(value);
            }
        }
        return OracleYaml.canonical(accepted);
    }
}
