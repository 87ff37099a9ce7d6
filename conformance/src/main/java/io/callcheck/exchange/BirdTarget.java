package io.callcheck.exchange;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where and how the Bird side of a target is reached.
 *
 * @param url the address before {@code /workspaces}, without a final slash
 * @param workspace the workspace's id
 * @param channel the channel's id
 * @param accessKey the access key
 * @param from the number that calls come from; empty for the channel's own
 * @param to numbers with a known outcome, by its name: answered, ringing
 * @param secondChannel another channel of the workspace, which must see nothing of this one; null when not given
 */
public record BirdTarget(
        URI url,
        String workspace,
        String channel,
        String accessKey,
        String from,
        Map<String, String> to,
        @Nullable String secondChannel) {

    /** Leaves out the credentials. */
    @Override
    public String toString() {
        return "Bird at " + url + ", workspace " + workspace + ", channel " + channel;
    }
}
