package io.callcheck.exchange;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes the trees of a run's messages, equal short texts of them once: accounts, numbers, addresses and states stand in
 * every one.
 */
final class SharedTexts extends JsonNodeFactory {
    private static final long serialVersionUID = 1;

    /** Longer ones are seldom told twice. */
    private static final int LONGEST = 128;

    /** What a target of a thousand calls tells; the bound is for one that makes everything up. */
    private static final int MOST = 20_000;

    private final transient Map<String, TextNode> texts = new ConcurrentHashMap<>();

    @Override
    public TextNode textNode(String text) {
        if (text == null || text.length() > LONGEST) {
            return super.textNode(text);
        }
        TextNode known = texts.get(text);
        if (known != null) {
            return known;
        }
        TextNode made = super.textNode(text);
        if (texts.size() < MOST) {
            texts.put(text, made);
        }
        return made;
    }
}
