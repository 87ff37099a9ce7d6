package io.callcheck.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callcheck.expect.Contract;
import io.callcheck.expect.Expectation;
import io.callcheck.expect.Judgement;
import io.callcheck.expect.TypedForm;
import io.callcheck.spec.Keywords;
import io.callcheck.spec.Operation;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Judges what the kit itself is about to send, by the same documents: a lawful request must be lawful and a wrong one
 * wrong in the probed parameter alone. A request that is not is never sent, and its case is the kit's error.
 */
final class Outgoing {
    private final Operation operation;
    private final Contract contract;
    private final Map<String, String> defects = new ConcurrentHashMap<>();

    Outgoing(Operation operation, Contract contract) {
        this.operation = operation;
        this.contract = contract;
    }

    /** Whether a lawful pack is lawful; if not, none of its values can be judged by it. */
    boolean lawful(Pack pack) {
        List<Contract.Violation> found = violations(pack.body());
        if (!found.isEmpty()) {
            String defect = "the kit's own lawful request breaks "
                    + found.get(0).path() + " at " + found.get(0).pointer() + " with "
                    + found.get(0).actual();
            pack.labels().forEach(label -> defects.put(label, defect));
        }
        return found.isEmpty();
    }

    /**
     * Whether a wrong body is wrong in the probed parameter alone, and in the keyword of its clause.
     *
     * @param control the lawful body that it was made of
     */
    boolean unlawful(String step, Probe probe, ObjectNode body, Pack control) {
        if (operation.requestRoot().isEmpty()) {
            return true;
        }
        List<Contract.Violation> found = violations(changed(probe, body, control));
        String keyword = probe.use().keyword().equals(Keywords.STRICT)
                ? "type"
                : probe.use().keyword();
        String root = "/" + probe.use().place().get(0);
        boolean intended = found.stream().anyMatch(v -> v.keyword().equals(keyword));
        boolean alone = found.stream()
                .allMatch(v -> v.pointer().equals(root) || v.pointer().startsWith(root + "/"));
        if (!intended || !alone) {
            defects.put(
                    step,
                    "the kit's own wrong request breaks " + found + " and not " + keyword + " of " + root + " alone");
        }
        return intended && alone;
    }

    /** Without most items of lists that the control has as well: they are lawful, each by itself. */
    private static ObjectNode changed(Probe probe, ObjectNode body, Pack control) {
        ObjectNode rest = body.objectNode();
        for (Map.Entry<String, JsonNode> member : body.properties()) {
            // A wrong list is wrong as a whole.
            boolean whole = probe.use().place().equals(List.of(member.getKey()));
            rest.set(
                    member.getKey(),
                    !whole && member.getValue() instanceof ArrayNode items
                            ? changed(items, control.member(member.getKey()))
                            : member.getValue());
        }
        return rest;
    }

    private static ArrayNode changed(ArrayNode items, JsonNode before) {
        ArrayNode others = items.arrayNode();
        for (int i = 0; i < items.size(); i++) {
            if (!items.get(i).equals(before.path(i))) {
                others.add(items.get(i));
            }
        }
        return others.isEmpty() && !items.isEmpty() ? others.add(items.get(0)) : others;
    }

    /** The expectation, unless the step was never sent for a mistake of the kit's own. */
    Expectation guarded(Probe probe, Expectation expectation) {
        String step = probe.lawful() ? probe.label() : ParameterAction.step(probe);
        return evidence -> defects.containsKey(step)
                ? new Judgement.Unknown(defects.getOrDefault(step, ""), List.of())
                : expectation.judge(evidence);
    }

    private List<Contract.Violation> violations(ObjectNode body) {
        if (operation.requestRoot().isEmpty()) {
            return List.of();
        }
        boolean json =
                operation.requestMedia() != null && operation.requestMedia().contains("json");
        return contract.violations(operation.requestRoot(), json ? body : TypedForm.of(body, operation.request()));
    }
}
