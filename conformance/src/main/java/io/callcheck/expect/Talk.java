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
     * the last request that found it so. Any figure that is great enough will do; one that is not says something only
     * when the target had time to count, for the contract says not how soon it does.
     *
     * @param settle how long that may take from the answer that first showed the call as completed
     */
    public static Expectation counted(Sightings seen, Duration settle) {
        return seen.calls(
                "no call was seen in progress for two seconds, and completed some time ago", (call, tally) -> {
                    Duration least = inProgress(call).minus(ROUNDING);
                    List<Sighting> over = call.stream()
                            .filter(s -> s.text("status").equals("completed"))
                            .toList();
                    if (least.isNegative() || least.isZero() || over.isEmpty()) {
                        return;
                    }
                    Instant counted = over.stream()
                            .map(Sighting::answered)
                            .min(Comparator.naturalOrder())
                            .orElseThrow()
                            .plus(settle);
                    Optional<Sighting> enough = over.stream()
                            .filter(s -> !Duration.ofSeconds(duration(s))
                                    .minus(least)
                                    .isNegative())
                            .findFirst();
                    enough.or(() -> over.stream()
                                    .filter(s -> duration(s) >= 0
                                            && ONE.contains(s.exchange().operation())
                                            && !s.exchange().at().isBefore(counted))
                                    .findFirst())
                            .ifPresent(s -> tally.count(
                                    enough.isPresent(), s, "duration", "at least " + (least.toSeconds() + 1)));
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
