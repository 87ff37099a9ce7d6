package io.callcheck.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One request that the target sent to us.
 *
 * @param at when it came
 * @param token the unguessable part of the address that it was sent to
 * @param purpose what the address was made for, such as {@code statusCallback}
 * @param method the HTTP method
 * @param uri path and query
 * @param headers as they came
 * @param body the body, as UTF-8 text, cut at the receiver's bound
 */
public record Delivery(
        Instant at, String token, String purpose, String method, String uri, List<Header> headers, String body) {

    /** The first value of a header, names compared without letter case. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(h -> h.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst();
    }

    /** How many characters it holds. */
    int size() {
        int size = uri.length() + body.length();
        for (Header header : headers) {
            size += header.name().length() + header.value().length();
        }
        return size;
    }
}
