package io.callcheck.expect;

import io.callcheck.exchange.Delivery;
import io.callcheck.exchange.Evidence;
import io.callcheck.exchange.Exchange;
import io.callcheck.exchange.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How soon a target tells of the calls that it made: what is not to come need not be waited for much longer. */
public final class Promptness {
    private static final Duration LEAST = Duration.ofSeconds(1);
    private static final int TIMES = 4;

    private Promptness() {}

    /**
     * How long to wait for what is not to come.
     *
     * @param longest when the target never told of any call
     */
    public static Duration patience(Evidence evidence, Duration longest) {
        if (evidence.of("create").stream().noneMatch(Exchange::accepted)) {
            // Nobody knows then whether it tells of anything: what does not come says nothing.
            return Duration.ZERO;
        }
        return slowest(evidence)
                .map(slowest -> Collections.min(List.of(longest, LEAST.plus(slowest.multipliedBy(TIMES)))))
                .orElse(longest);
    }

    /** The longest time from a create to the first sign of its call; nothing when there was none. */
    static Optional<Duration> slowest(Evidence evidence) {
        Map<String, Instant> first = new HashMap<>();
        for (Delivery delivery : evidence.deliveries()) {
            first.putIfAbsent(delivery.token(), delivery.at());
        }
        List<Duration> signs = evidence.steps().stream()
                .map(Step::exchange)
                .filter(e -> e.operation().equals("create") && e.accepted())
                .flatMap(e -> sign(e, first).stream())
                .toList();
        return signs.stream().max(Duration::compareTo);
    }

    private static Optional<Duration> sign(Exchange create, Map<String, Instant> first) {
        return first.entrySet().stream()
                .filter(e -> create.sent().body().contains(e.getKey()))
                .map(e -> Duration.between(create.at(), e.getValue()))
                .min(Duration::compareTo);
    }
}
