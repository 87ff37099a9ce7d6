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
 * @param second another account, which must see nothing of this one; null when not given
 * @param streamUrl a wss address that takes the audio of a call; null when not given
 */
public record SignalWireTarget(
        URI url,
        String account,
        String token,
        String from,
        Map<String, String> to,
        @Nullable String signingKey,
        @Nullable String applicationSid,
        @Nullable Second second,
        @Nullable String streamUrl) {

    /**
     * Another account of the same server.
     *
     * @param account its project id
     * @param token its API token
     */
    public record Second(String account, String token) {

        /** That account; null when neither is given. */
        static @Nullable Second of(@Nullable String account, @Nullable String token, String where) {
            if (account == null && token == null) {
                return null;
            }
            if (account == null || token == null) {
                throw new TargetException(where + ": signalwire.second-account: account and token belong together");
            }
            return new Second(account, token);
        }

        /** Leaves out the token. */
        @Override
        public String toString() {
            return "account " + account;
        }
    }

    /** Leaves out the credentials. */
    @Override
    public String toString() {
        return "SignalWire at " + url + ", account " + account;
    }
}
