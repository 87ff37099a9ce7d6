package io.callcheck.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callcheck.expect.Acceptance.Need;
import io.callcheck.expect.Places;
import io.callcheck.spec.Clause;
import io.callcheck.spec.Keywords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * What a lawful value cannot be sent without: the parameter itself, what stands around it, its companions. When one of
 * those is refused by itself, the refusal of the value says nothing about the value.
 */
final class Needs {
    /** A value that stands for a whole notation says less than one that stands for a bound of it. */
    private static final Set<String> BROAD = Set.of("pattern", "format");

    private final Ground ground;
    /** All lawful values in the order in which they are judged; it grows until the plan is made. */
    private final Map<String, Probe> lawful;

    private final Map<String, List<Clause>> clauses = new HashMap<>();
    private final Map<String, ObjectNode> bodies = new ConcurrentHashMap<>();

    Needs(Ground ground, Map<String, Probe> lawful) {
        this.ground = ground;
        this.lawful = lawful;
    }

    /** Takes note of one more clause that a value is judged by. */
    void judged(Probe probe) {
        clauses.computeIfAbsent(probe.label(), k -> new ArrayList<>())
                .add(probe.use().clause());
    }

    /**
     * What a value is refused for, if not for itself, or may be: of what it rests on, first what was refused alone, then
     * what was neither accepted nor refused alone.
     *
     * @param accepted the values that some accepted request carried
     * @param refused the values that were refused alone
     */
    Optional<Need> blame(Probe probe, Set<String> accepted, Set<String> refused) {
        Clause own = probe.use().clause();
        for (Clause other : clauses.getOrDefault(probe.label(), List.of())) {
            if (rank(other) < rank(own)) {
                return Optional.of(new Need(probe.label(), other.id()));
            }
        }
        return borne(probe, accepted, refused::contains)
                // What was taken apart but not to its end may be to blame as well.
                .or(() -> borne(probe, accepted, label -> !refused.contains(label) && !accepted.contains(label)));
    }

    private Optional<Need> borne(Probe probe, Set<String> accepted, Predicate<String> suspects) {
        Clause own = probe.use().clause();
        boolean before = true;
        for (Probe other : lawful.values()) {
            before &= !other.label().equals(probe.label());
            // What is sent as a control alone is judged by no case that could take the blame.
            if (suspects.test(other.label())
                    && clauses.containsKey(other.label())
                    && !other.use().clause().equals(own)
                    && !other.label().equals(probe.label())
                    && bears(other, probe, before, accepted)) {
                return Optional.of(new Need(other.label(), other.use().clause().id()));
            }
        }
        return Optional.empty();
    }

    private static int rank(Clause clause) {
        return clause.keyword().equals(Keywords.ACCEPTED) ? 0 : BROAD.contains(clause.keyword()) ? 2 : 1;
    }

    /** Whether the refusal of another value explains that of this one. */
    private boolean bears(Probe other, Probe probe, boolean before, Set<String> accepted) {
        boolean any = other.use().keyword().equals(Keywords.ACCEPTED);
        if (other.parameter().equals(probe.parameter())) {
            return any && !proven(other, true, accepted);
        }
        List<JsonNode> there = Places.at(other.use(), body(probe));
        if (any && !within(other, probe) && !there.isEmpty() && !proven(other, true, accepted)) {
            return before || Places.at(probe.use(), body(other)).isEmpty();
        }
        // What stands around the value is to blame as a whole or not at all.
        if (within(probe, other) || !there.contains(other.value()) || proven(other, false, accepted)) {
            return false;
        }
        boolean mutual = Places.at(probe.use(), body(other)).contains(probe.value());
        boolean content = within(other, probe);
        return (!mutual && !content) || before || proven(probe, content, accepted);
    }

    /** Whether some accepted request carried a parameter, or the very value. */
    private boolean proven(Probe probe, boolean any, Set<String> accepted) {
        for (Probe other : lawful.values()) {
            if (accepted.contains(other.label())) {
                List<JsonNode> there = Places.at(probe.use(), body(other));
                if (any ? !there.isEmpty() : there.contains(probe.value())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean within(Probe inner, Probe outer) {
        List<String> deep = inner.use().place();
        List<String> place = outer.use().place();
        return deep.size() > place.size() && deep.subList(0, place.size()).equals(place);
    }

    private ObjectNode body(Probe probe) {
        return bodies.computeIfAbsent(probe.label(), k -> ParameterAction.lone(ground, probe));
    }
}
