package io.callcheck.exchange;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One request, before it is sent.
 *
 * @param method the HTTP method in capitals
 * @param uri the absolute address, with its query
 * @param headers in the order in which they are sent
 * @param body the body, UTF-8; empty for none
 */
public record Sent(String method, URI uri, List<Header> headers, String body) {

    /** The bytes of the body. */
    public byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    /** The same request with one header set, or without it when the value is empty. */
    public Sent header(String name, String value) {
        List<Header> changed = new ArrayList<>(headers);
        changed.removeIf(h -> h.name().equalsIgnoreCase(name));
        if (!value.isEmpty()) {
            changed.add(new Header(name, value));
        }
        return new Sent(method, uri, List.copyOf(changed), body);
    }

    /** The same request with another body. */
    public Sent body(String other) {
        return new Sent(method, uri, headers, other);
    }
}
