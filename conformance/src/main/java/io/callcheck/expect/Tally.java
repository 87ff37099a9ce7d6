package io.callcheck.expect;

import io.callcheck.exchange.Exchange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What many answers say of one clause: one violation breaks it, one sight without any shows it. */
final class Tally {
    private final Map<Finding, Set<Exchange>> broken = new LinkedHashMap<>();
    private final Set<Finding> late = new HashSet<>();
    private final List<Exchange> held = new ArrayList<>();

    void held(Exchange exchange) {
        held.add(exchange);
    }

    void broken(Finding finding, Exchange seen) {
        broken.putIfAbsent(finding, Set.of(seen));
    }

    void broken(Finding finding, Exchange seen, Exchange beside) {
        Set<Exchange> both = new LinkedHashSet<>(List.of(seen, beside));
        broken.putIfAbsent(finding, both);
    }

    /** Something that had to come did not, as long as it was waited for. */
    void late(Finding finding, Exchange seen, Exchange beside) {
        broken(finding, seen, beside);
        late.add(finding);
    }

    /** Counts one sight: held, or broken by the finding. */
    void count(boolean holds, Sighting seen, String member, String expected) {
        if (holds) {
            held(seen.exchange());
        } else {
            broken(seen.finding(member, expected), seen.exchange());
        }
    }

    Judgement judgement(String unseen) {
        if (!broken.isEmpty()) {
            List<Exchange> seen =
                    broken.values().stream().flatMap(Collection::stream).toList();
            return new Judgement.Broken(List.copyOf(broken.keySet()), seen, late.containsAll(broken.keySet()));
        }
        return held.isEmpty() ? new Judgement.Unseen(unseen, List.of()) : new Judgement.Held(List.copyOf(held));
    }
}
