package io.callcheck.engine;

import io.callcheck.exchange.Evidence;
import io.callcheck.exchange.Exchange;
import io.callcheck.exchange.Step;
import io.callcheck.spec.Api;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A part of a recording that is judged at once, and what is remembered of its calls from before. */
final class AuditStretch {
    /** What a case is judged on. */
    enum Part {
        /** The exchanges that are new. */
        NEW,
        /** These and what is remembered of their calls, in the order of time. */
        LIVES
    }

    private static final int LONGEST = 500;
    /** 4 MiB: a list may be as long by itself. */
    private static final long LARGEST = 4L << 20;

    private final List<AuditLook> looks = new ArrayList<>();
    private final List<AuditLook> before = new ArrayList<>();
    private final Set<String> recalled = new HashSet<>();
    private long bytes;

    /** Adds an exchange; before the first about a call, what is remembered of it. */
    void add(AuditLook look, AuditMemory memory) {
        if (!look.call().isEmpty()) {
            if (recalled.add(look.call())) {
                before.addAll(memory.of(look.call()));
            }
            memory.add(look);
        }
        looks.add(look);
        Exchange exchange = look.exchange();
        bytes += exchange.sent().body().length()
                + (exchange.answer() == null ? 0 : exchange.answer().length());
    }

    boolean isFull() {
        return looks.size() >= LONGEST || bytes >= LARGEST;
    }

    boolean isEmpty() {
        return looks.isEmpty();
    }

    /** The exchanges that are new. */
    List<Exchange> exchanges() {
        return looks.stream().map(AuditLook::exchange).toList();
    }

    /** The evidence for the cases of an API. */
    Evidence evidence(Api api, Part part) {
        if (part == Part.NEW) {
            return evidence(looks);
        }
        List<AuditLook> all = new ArrayList<>(before);
        all.addAll(looks);
        all.sort(Comparator.comparing(look -> look.exchange().at()));
        return evidence(api == Api.BIRD ? apart(all) : all);
    }

    /**
     * The exchanges without those that were sent before the last answer about the same call was there: the laws of a
     * Bird call take the order of the evidence for the order of its life. Updates stay: they allow, and show nothing.
     */
    private static List<AuditLook> apart(List<AuditLook> looks) {
        Map<String, Instant> answered = new HashMap<>();
        List<AuditLook> apart = new ArrayList<>();
        for (AuditLook look : looks) {
            boolean shows =
                    !look.call().isEmpty() && !look.exchange().operation().equals("update");
            if (shows && !look.exchange().at().isAfter(answered.getOrDefault(look.call(), Instant.MIN))) {
                continue;
            }
            if (shows) {
                answered.put(look.call(), look.answered());
            }
            apart.add(look);
        }
        return apart;
    }

    private static Evidence evidence(List<AuditLook> looks) {
        List<Step> steps = new ArrayList<>();
        for (AuditLook look : looks) {
            steps.add(new Step("recorded " + (steps.size() + 1), look.exchange()));
        }
        return new Evidence(steps);
    }
}
