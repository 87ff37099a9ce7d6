package io.callcheck.expect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.callcheck.exchange.Exchange;
import io.callcheck.expect.BirdCalls.Seen;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The laws of what a Bird call is: its id, its channel, its tags. */
public final class BirdIdentity {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    private BirdIdentity() {}

    /** The call that an answer shows is the call of the path; letters compared without case. */
    public static Expectation idOfPath(BirdCalls calls, String operation) {
        return evidence -> {
            BirdTally tally = new BirdTally();
            for (Exchange exchange : evidence.of(operation)) {
                String asked = BirdCalls.segment(exchange, "calls");
                for (Seen seen : calls.of(exchange)) {
                    if (!asked.matches(UUID) || seen.id().isEmpty()) {
                        continue;
                    }
                    if (seen.id().equals(asked)) {
                        tally.held(exchange);
                    } else {
                        tally.broken(seen.finding("id", asked), exchange);
                    }
                }
            }
            return tally.judgement("no call was shown");
        };
    }

    /**
     * The channel that an answer names is the channel of the path; letters compared without case.
     *
     * @param channel the target's channel: what is asked under another path is a matter of other clauses
     */
    public static Expectation channelOfPath(BirdCalls calls, String operation, String channel) {
        String own = channel.toLowerCase(Locale.ROOT);
        return evidence -> {
            BirdTally tally = new BirdTally();
            for (Exchange exchange : evidence.of(operation)) {
                for (Seen seen : calls.of(exchange)) {
                    if (!BirdCalls.segment(exchange, "channels").equals(own)
                            || seen.text("channelId").isEmpty()) {
                        continue;
                    }
                    if (seen.text("channelId").toLowerCase(Locale.ROOT).equals(own)) {
                        tally.held(exchange);
                    } else {
                        tally.broken(seen.finding("channelId", own), exchange);
                    }
                }
            }
            return tally.judgement("no call was shown");
        };
    }

    /** Every created call has an id of its own. */
    public static Expectation unique(BirdCalls calls) {
        return evidence -> {
            BirdTally tally = new BirdTally();
            Map<String, Exchange> first = new HashMap<>();
            for (Exchange exchange : evidence.of("create")) {
                for (Seen seen : calls.of(exchange)) {
                    if (seen.id().isEmpty()) {
                        continue;
                    }
                    if (first.putIfAbsent(seen.id(), exchange) != null) {
                        tally.broken(seen.finding("id", "an id that no call had before"), exchange);
                    } else if (first.size() > 1) {
                        tally.held(exchange);
                    }
                }
            }
            return tally.judgement("no two calls were created");
        };
    }

    /** Tags are in lower case; it takes a call whose tags were sent in capitals to show it. Only ASCII is judged. */
    public static Expectation tagsInLowerCase(BirdCalls calls) {
        return evidence -> {
            BirdTally tally = new BirdTally();
            Set<String> capitals = new HashSet<>();
            for (Seen seen : calls.all(evidence)) {
                if (seen.exchange().operation().equals("create") && capital(sentTags(seen.exchange()))) {
                    capitals.add(seen.id());
                }
                JsonNode tags = seen.call().path("tags");
                if (!tags.isArray()) {
                    continue;
                }
                boolean wrong = false;
                for (JsonNode tag : tags) {
                    wrong |= tag.isTextual() && capital(tag.textValue());
                }
                if (wrong) {
                    tally.broken(seen.finding("tags", "in lower case"), seen.exchange());
                } else if (!tags.isEmpty() && capitals.contains(seen.id())) {
                    tally.held(seen.exchange());
                }
            }
            return tally.judgement("no call showed tags that were sent in capitals");
        };
    }

    private static boolean capital(String text) {
        return text.chars().anyMatch(c -> c >= 'A' && c <= 'Z');
    }

    private static String sentTags(Exchange exchange) {
        try {
            return JSON.readTree(exchange.sent().body()).path("tags").toString();
        } catch (JsonProcessingException e) {
            // Sent broken on purpose.
            return "";
        }
    }
}
