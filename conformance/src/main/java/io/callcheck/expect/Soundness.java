package io.callcheck.expect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callcheck.exchange.Exchange;
import java.util.Collection;
import java.util.List;

/**
 * What of an answer's body the laws of a call may look at: a member that breaks a clause of its own form is that
 * clause's matter, and no law's beside it.
 */
@FunctionalInterface
public interface Soundness {
    /** Everything. */
    Soundness EVERYTHING = (exchange, body) -> body;

    /** The body without the members that are wrong in themselves. */
    JsonNode sound(Exchange exchange, JsonNode body);

    /** By what a contract found in each answer. */
    static Soundness of(Answers answers) {
        return (exchange, body) -> without(answers.assess(exchange).broken().values(), body);
    }

    private static JsonNode without(Collection<Finding> broken, JsonNode body) {
        if (broken.isEmpty()) {
            return body;
        }
        JsonNode copy = body.deepCopy();
        for (Finding finding : broken) {
            if (finding.where().startsWith("/")) {
                remove(copy, List.of(finding.where().substring(1).split("/", -1)));
            }
        }
        return copy;
    }

    /** Of a list the first wrong item alone is told: its member is taken out of all. */
    private static void remove(JsonNode node, List<String> path) {
        List<String> rest = path.subList(1, path.size());
        if (node instanceof ArrayNode items) {
            if (rest.isEmpty()) {
                items.removeAll();
            } else {
                items.forEach(item -> remove(item, rest));
            }
        } else if (node instanceof ObjectNode object) {
            // The names of our members need no escapes in a pointer.
            if (rest.isEmpty()) {
                object.remove(path.get(0));
            } else {
                remove(object.path(path.get(0)), rest);
            }
        }
    }
}
