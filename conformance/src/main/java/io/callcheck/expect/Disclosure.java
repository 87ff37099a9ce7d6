package io.callcheck.expect;

import com.fasterxml.jackson.databind.JsonNode;
import io.callcheck.exchange.Answer;
import io.callcheck.exchange.Exchange;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds a call in a refusal: an object with two members of a call, one of them such as only a call has. What the request
 * named may come back, and what is null or empty tells nothing.
 *
 * @param own members that a call has and an error has not
 * @param beside members of a call that an error may have too: when it was made, how long it took
 */
record Disclosure(Set<String> own, Set<String> beside) {
    private static final int TWO = 2;

    /** The first call that the body of an answer tells of; nothing when it tells of none. */
    Optional<Finding> in(Exchange exchange) {
        Answer answer = exchange.answer();
        JsonNode body = answer == null ? null : answer.json().value();
        return body == null ? Optional.empty() : told("", body, Named.by(exchange.sent()));
    }

    private Optional<Finding> told(String pointer, JsonNode node, Named named) {
        Set<String> members = new TreeSet<>();
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            boolean known = own.contains(member.getKey()) || beside.contains(member.getKey());
            if (known && !named.holds(member.getValue())) {
                members.add(member.getKey());
            }
        }
        if (members.size() >= TWO && members.stream().anyMatch(own::contains)) {
            String where = pointer.isEmpty() ? "body" : pointer;
            return Optional.of(new Finding(where, "no data of a call", "members " + members));
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            Optional<Finding> within = told(pointer + "/" + member.getKey(), member.getValue(), named);
            if (within.isPresent()) {
                return within;
            }
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            Optional<Finding> within = told(pointer + "/" + i, node.get(i), named);
            if (within.isPresent()) {
                return within;
            }
        }
        return Optional.empty();
    }
}
