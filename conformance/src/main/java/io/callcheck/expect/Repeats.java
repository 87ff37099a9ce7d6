package io.callcheck.expect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * Tells calls of lists that an earlier list showed just so. Equal items of lists are one object
 * ({@link io.callcheck.exchange.SharedItems}), so that nothing is compared; where they are not, each is new, which costs
 * time alone. A law that looks at a call's members, and not at when they were shown, needs none of the repeats.
 */
final class Repeats {
    private final Set<JsonNode> known = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Whether no list showed the call as it is before. */
    boolean isNew(JsonNode call) {
        return known.add(call);
    }
}
