package io.callcheck.expect;

import io.callcheck.exchange.Evidence;
import io.callcheck.exchange.Exchange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** What the answers of an operation say of each clause, gathered in one pass however many cases ask. */
final class Digest {
    private static final Said NOTHING = new Said(Map.of(), List.of());

    private final Map<String, Said> said = new HashMap<>();
    private final List<Exchange> judged = new ArrayList<>();
    private final List<Exchange> unread = new ArrayList<>();
    private final Map<Exchange, String> blocked = new LinkedHashMap<>();

    /**
     * What answers say of one clause.
     *
     * @param broken the findings, each with the first answer that showed it
     * @param held the answers that showed the clause's place
     */
    record Said(Map<Finding, Exchange> broken, List<Exchange> held) {}

    /**
     * The digests of one evidence.
     *
     * @param evidence what was seen
     * @param byOperation those that were asked for
     */
    record All(Evidence evidence, Map<String, Digest> byOperation) {
        All(Evidence evidence) {
            this(evidence, new ConcurrentHashMap<>());
        }

        /** The digest of an operation's answers. */
        Digest of(String operation, Function<Exchange, Assessment> assess) {
            return byOperation.computeIfAbsent(operation, o -> new Digest(evidence.of(o), assess));
        }
    }

    private Digest(List<Exchange> exchanges, Function<Exchange, Assessment> assess) {
        for (Exchange exchange : exchanges) {
            Assessment assessment = assess.apply(exchange);
            assessment.broken().forEach((id, finding) -> on(id).broken().putIfAbsent(finding, exchange));
            assessment.seen().forEach(id -> on(id).held().add(exchange));
            if (assessment.unread()) {
                unread.add(exchange);
            }
            if (!assessment.blockedBy().isEmpty()) {
                blocked.put(exchange, assessment.blockedBy());
            }
            if (!assessment.unread() && assessment.blockedBy().isEmpty()) {
                judged.add(exchange);
            }
        }
    }

    private Said on(String clause) {
        return said.computeIfAbsent(clause, id -> new Said(new LinkedHashMap<>(), new ArrayList<>()));
    }

    /** What the answers say of a clause. */
    Said of(String clause) {
        return said.getOrDefault(clause, NOTHING);
    }

    /** Those whose body was judged. */
    List<Exchange> judged() {
        return judged;
    }

    /** Those whose body is more than the kit reads. */
    List<Exchange> unread() {
        return unread;
    }

    /** Those whose body could not be judged, and the clause that stood in the way. */
    Map<Exchange, String> blocked() {
        return blocked;
    }
}
