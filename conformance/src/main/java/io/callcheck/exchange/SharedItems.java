package io.callcheck.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Holds equal items of lists once: most of an account's calls come unchanged in every list that a run asks for, and a
 * tree takes some ten times the room of its text. An item is let go with the last tree that it is in. Each run has its
 * own.
 */
public final class SharedItems {
    /** Of one message: as many as a page may hold. What a list without bounds holds beyond them is looked up nowhere. */
    private static final int MOST = 1_000;

    private final JsonNodeFactory texts = new SharedTexts();
    private final Map<JsonNode, WeakReference<JsonNode>> items = new WeakHashMap<>();

    /** Makes the trees of the messages. */
    JsonNodeFactory texts() {
        return texts;
    }

    /** Puts in the place of every object in a list of a message the equal one that came first. */
    synchronized void shareWithin(JsonNode message) {
        int left = MOST;
        for (Map.Entry<String, JsonNode> member : message.properties()) {
            if (member.getValue() instanceof ArrayNode list) {
                int most = Math.min(list.size(), left);
                left -= most;
                for (int i = 0; i < most; i++) {
                    JsonNode item = list.get(i);
                    if (item.isObject()) {
                        list.set(i, first(item));
                    }
                }
            }
        }
    }

    private JsonNode first(JsonNode item) {
        WeakReference<JsonNode> known = items.get(item);
        JsonNode first = known == null ? null : known.get();
        if (first != null) {
            return first;
        }
        items.put(item, new WeakReference<>(item));
        return item;
    }
}
