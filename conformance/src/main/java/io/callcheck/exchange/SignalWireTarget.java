package io.callcheck.exchange;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where and how the SignalWire side of a target is reached.
 *
 * @param url the address up to and with the API version, without a final slash
 * @param account the project id
 * @param token the API token
 * @param from the number that calls come from
 * @param to numbers with a known outcome, by its name: answered, busy, no-answer, failed, ringing, machine, sip
 * @param signingKey the key of callback signatures; null when not given
 * @param applicationSid an application to create calls with; null when not given
 */
public record SignalWireTarget(
        URI url,
        String account,
        String token,
        String from,
        Map<String, String> to,
        @Nullable String signingKey,
        @Nullable String applicationSid) {

    /** Leaves out the credentials. */
    @Override
    public String toString() {
        return "SignalWire at " + url + ", account " + account;
    }
}
