package io.callcheck.exchange;

import java.time.Instant;
import java.util.List;

/**
 * One request that the target sent to us.
 *
 * @param at when it came
 * @param token the unguessable part of the address that it was sent to
 * @param method the HTTP method
 * @param uri path and query
 * @param headers as they came
 * @param body the body, as UTF-8 text, cut at the receiver's bound
 */
public record Delivery(Instant at, String token, String method, String uri, List<Header> headers, String body) {}
