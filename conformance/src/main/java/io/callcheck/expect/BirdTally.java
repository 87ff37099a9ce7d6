package io.callcheck.expect;

import io.callcheck.exchange.Exchange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts what a law saw of many answers and sums it up. */
final class BirdTally {
    private final Map<Finding, Exchange> broken = new LinkedHashMap<>();
    private final List<Exchange> held = new ArrayList<>();

    /** The law was seen to hold. */
    void held(Exchange exchange) {
        held.add(exchange);
    }

    /** The law was seen to be broken. */
    void broken(Finding finding, Exchange exchange) {
        broken.putIfAbsent(finding, exchange);
    }

    /** Broken once is broken; nothing seen is unseen. */
    Judgement judgement(String unseen) {
        if (!broken.isEmpty()) {
            return new Judgement.Broken(List.copyOf(broken.keySet()), List.copyOf(broken.values()));
        }
        return held.isEmpty() ? new Judgement.Unseen(unseen, List.of()) : new Judgement.Held(List.copyOf(held));
    }
}
