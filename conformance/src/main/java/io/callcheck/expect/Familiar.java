package io.callcheck.expect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callcheck.spec.Use;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The items of one kind of list in which nothing was wrong: most of an account's calls come again in every list, and what
 * is equal is as right. What they showed is told again; nothing else of them is looked at again.
 */
final class Familiar {
    /** All of them together, in characters: memory is the machine's, not the target's to fill. */
    private static final long MOST = 4L << 20;

    /** What a value takes beside its text, about. */
    private static final int NODE = 32;

    private static final Set<String> OF_ALL = Set.of("minItems", "maxItems", "uniqueItems");

    /** Of messages in which nothing comes again. */
    static final Familiar NOTHING = new Familiar("", List.of());

    private final String member;
    private final List<Use> uses;
    private final Map<JsonNode, Shown> items = new ConcurrentHashMap<>();
    private final Map<Shown, Shown> shown = new ConcurrentHashMap<>();
    private long weight;

    private Familiar(String member, List<Use> uses) {
        this.member = member;
        this.uses = uses;
    }

    /** Those of a message that is an object with one list in it; nothing where a keyword speaks of the list as a whole. */
    static Optional<Familiar> of(List<Use> uses) {
        List<Use> within = uses.stream()
                .filter(u -> u.place().size() > 1 && u.place().get(1).equals("*"))
                .toList();
        Set<String> members = within.stream().map(u -> u.place().get(0)).collect(Collectors.toSet());
        boolean whole = uses.stream()
                .filter(u -> OF_ALL.contains(u.keyword()))
                .anyMatch(
                        u -> u.place().size() == 1 && members.contains(u.place().get(0)));
        boolean outside = within.stream()
                .flatMap(u -> u.guards().stream())
                .anyMatch(g -> g.place().size() < 2);
        return members.size() != 1 || whole || outside
                ? Optional.empty()
                : Optional.of(new Familiar(members.iterator().next(), within));
    }

    /**
     * What an item showed.
     *
     * @param seen the ids of the clauses whose place it showed
     * @param observations what it showed of enums, by clause id
     */
    record Shown(Set<String> seen, Map<String, Set<String>> observations) {}

    /**
     * A message without its familiar items.
     *
     * @param message the rest
     * @param member the name of the list
     * @param places where its items stood
     * @param shown what the familiar items showed
     */
    record Rest(JsonNode message, String member, List<Integer> places, Set<Shown> shown) {
        /** The pointer into the whole message that one into the rest stands for. */
        String pointer(String pointer) {
            String[] steps = pointer.split("/", 4);
            if (steps.length < 3 || !steps[1].equals(member)) {
                return pointer;
            }
            String place = "/" + member + "/" + places.get(Integer.parseInt(steps[2]));
            return steps.length == 3 ? place : place + "/" + steps[3];
        }
    }

    /** Takes the familiar items out of a message. */
    Rest rest(JsonNode message) {
        JsonNode all = list(message);
        Set<Shown> known = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Integer> places = new ArrayList<>();
        ArrayNode others = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; all.isArray() && i < all.size(); i++) {
            Shown before = items.get(all.get(i));
            if (before == null) {
                places.add(i);
                others.add(all.get(i));
            } else {
                known.add(before);
            }
        }
        return new Rest(known.isEmpty() ? message : with(message, others), member, places, known);
    }

    /**
     * Remembers the items of a rest in which nothing was wrong.
     *
     * @param wrong the pointers into the rest at which something was
     */
    void learn(Rest rest, Set<String> wrong) {
        JsonNode list = list(rest.message());
        Set<Integer> bad = wrong.stream()
                .map(pointer -> pointer.split("/", 4))
                .filter(steps -> steps.length > 2 && steps[1].equals(member))
                .map(steps -> Integer.parseInt(steps[2]))
                .collect(Collectors.toSet());
        for (int i = 0; list.isArray() && i < list.size(); i++) {
            JsonNode item = list.get(i);
            if (!bad.contains(i) && fits(weight(item))) {
                Shown said = said(with(
                        rest.message(), JsonNodeFactory.instance.arrayNode().add(item)));
                items.put(
                        item, Optional.ofNullable(shown.putIfAbsent(said, said)).orElse(said));
            }
        }
    }

    /** Where nothing comes again a member without a name is no list either. */
    private JsonNode list(JsonNode message) {
        return uses.isEmpty() ? MissingNode.getInstance() : message.path(member);
    }

    private synchronized boolean fits(long more) {
        weight += more;
        return weight < MOST;
    }

    private Shown said(JsonNode alone) {
        Map<String, Set<String>> observations = new HashMap<>();
        Set<String> seen = new TreeSet<>();
        for (Use use : uses) {
            List<JsonNode> values = Places.values(use, alone);
            if (!values.isEmpty()) {
                seen.add(use.clause().id());
                Matching.observe(use, values, observations);
            }
        }
        return new Shown(seen, observations);
    }

    private JsonNode with(JsonNode message, ArrayNode list) {
        ObjectNode rest = JsonNodeFactory.instance.objectNode();
        message.properties().forEach(m -> rest.set(m.getKey(), m.getKey().equals(member) ? list : m.getValue()));
        return rest;
    }

    private static long weight(JsonNode node) {
        long sum = NODE;
        if (node.isContainerNode()) {
            for (Map.Entry<String, JsonNode> each : node.properties()) {
                sum += each.getKey().length();
            }
            for (JsonNode each : node) {
                sum += weight(each);
            }
            return sum;
        }
        return sum + node.asText().length();
    }
}
