package io.callcheck.expect;

import com.fasterxml.jackson.databind.JsonNode;
import io.callcheck.exchange.Answer;
import io.callcheck.exchange.Exchange;
import java.util.Set;
import java.util.TreeSet;

/** An answer to a wrong key tells nothing of a call. */
public final class BirdLeaks {
    /** Members that a call has and an error has not; what a request named may come back in an error. */
    private static final Set<String> OF_A_CALL = Set.of(
            "channelId",
            "from",
            "to",
            "direction",
            "createdAt",
            "updatedAt",
            "ringingAt",
            "answeredAt",
            "endedAt",
            "hangupSource",
            "originator",
            "receiver",
            "callFlow",
            "duration");

    private BirdLeaks() {}

    /** No object in the body of a 401 or 403 has two members of a call. */
    public static Expectation none(String operation) {
        return evidence -> {
            BirdTally tally = new BirdTally();
            for (Exchange exchange : evidence.of(operation)) {
                Answer answer = exchange.answer();
                if (answer == null || (answer.status() != 401 && answer.status() != 403)) {
                    continue;
                }
                JsonNode body = answer.json().value();
                Set<String> told = body == null ? Set.of() : told(body);
                if (!told.isEmpty()) {
                    tally.broken(new Finding("body", "no data of a call", "members " + told), exchange);
                } else {
                    tally.held(exchange);
                }
            }
            return tally.judgement("no key was refused with 401 or 403");
        };
    }

    /** The members of a call that one object has, when they are two or more; else empty. */
    private static Set<String> told(JsonNode node) {
        Set<String> own = new TreeSet<>();
        node.fieldNames().forEachRemaining(own::add);
        own.retainAll(OF_A_CALL);
        if (own.size() > 1) {
            return own;
        }
        for (JsonNode child : node) {
            Set<String> within = told(child);
            if (!within.isEmpty()) {
                return within;
            }
        }
        return Set.of();
    }
}
