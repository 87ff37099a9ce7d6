package io.callcheck.expect;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How long calls were seen to be in progress, by our own clock. */
public final class Talk {
    /** A list may be behind the calls in it. */
    private static final Set<String> ONE = Set.of("create", "retrieve", "update");

    /** What may come of a beginning that was rounded and an end that was cut. */
    private static final Duration ROUNDING = Duration.ofMillis(1_500);

    private Talk() {}

    /**
     * A call that is over lasted at least as long as it was in progress: from the answer that first showed it so until
     * the last request that found it so. What was shown first may have been shown too soon: the greatest figure counts.
     */
    public static Expectation counted(Sightings seen) {
        return seen.calls("no call was seen in progress for two seconds, and then completed", (call, tally) -> {
            Sighting most = call.stream()
                    .filter(s -> s.text("status").equals("completed"))
                    .filter(s -> duration(s) >= 0)
                    .max(Comparator.comparingLong(Talk::duration))
                    .orElse(null);
            Duration least = inProgress(call).minus(ROUNDING);
            if (most != null && !least.isNegative() && !least.isZero()) {
                boolean counts =
                        !Duration.ofSeconds(duration(most)).minus(least).isNegative();
                tally.count(counts, most, "duration", "at least " + (least.toSeconds() + 1));
            }
        });
    }

    private static long duration(Sighting seen) {
        JsonNode told = seen.call().path("duration");
        return told.isIntegralNumber() ? told.longValue() : -1;
    }

    /** How long a call was seen to be in progress at least. */
    private static Duration inProgress(List<Sighting> call) {
        List<Sighting> shown = call.stream()
                .filter(s -> ONE.contains(s.exchange().operation()))
                .filter(s -> s.text("status").equals("in-progress"))
                .toList();
        Optional<Instant> first = shown.stream().map(Sighting::answered).min(Comparator.naturalOrder());
        Optional<Instant> last = shown.stream().map(s -> s.exchange().at()).max(Comparator.naturalOrder());
        return first.isEmpty() ? Duration.ZERO : Duration.between(first.get(), last.orElseThrow());
    }
}
