package io.callcheck.expect;

import io.callcheck.exchange.Evidence;
import io.callcheck.exchange.Exchange;
import io.callcheck.expect.BirdCalls.Seen;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Two of Bird's lists, and the calls that came between them. */
final class BirdRounds {
    private BirdRounds() {}

    /** The lists of two steps, when both were shown. */
    static Optional<Rounds.Round> of(Evidence evidence, String before, String after) {
        Exchange first = evidence.exchange(before).filter(Exchange::accepted).orElse(null);
        Exchange then = evidence.exchange(after).filter(Exchange::accepted).orElse(null);
        return first == null || then == null ? Optional.empty() : Optional.of(new Rounds.Round(first, then));
    }

    /** The calls to a number that only the later list shows, and that are younger than all of the earlier one. */
    static Set<String> fresh(BirdCalls calls, Exchange earlier, Exchange later, Set<String> made, String to) {
        Set<String> known = new HashSet<>(made);
        Instant newest = Instant.MIN;
        for (Seen seen : calls.of(earlier)) {
            known.add(seen.id());
            Instant created = seen.time("createdAt").orElse(newest);
            newest = created.isAfter(newest) ? created : newest;
        }
        Set<String> fresh = new LinkedHashSet<>();
        for (Seen seen : calls.of(later)) {
            boolean younger = seen.time("createdAt").filter(newest::isBefore).isPresent();
            if (younger
                    && !known.contains(seen.id())
                    && BirdLists.digits(seen.text("to")).equals(BirdLists.digits(to))) {
                fresh.add(seen.id());
            }
        }
        return fresh;
    }
}
