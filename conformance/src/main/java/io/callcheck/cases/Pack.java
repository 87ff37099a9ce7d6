package io.callcheck.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One lawful request that carries several lawful values of independent parameters. */
final class Pack {
    private final ObjectNode plain;
    private final List<Probe> probes = new ArrayList<>();
    private final Set<String> touched = new LinkedHashSet<>();
    /** Where in a list of objects the value of a probe stands, by the probe's label. */
    private final Map<String, Integer> index = new LinkedHashMap<>();

    private ObjectNode body;

    Pack(ObjectNode plain) {
        this.plain = plain;
        this.body = plain.deepCopy();
    }

    List<Probe> probes() {
        return List.copyOf(probes);
    }

    int size() {
        return probes.size();
    }

    ObjectNode body() {
        return body.deepCopy();
    }

    /** A member of the body, not to be changed; missing when there is none. */
    JsonNode member(String name) {
        return body.path(name);
    }

    Set<String> labels() {
        Set<String> labels = new LinkedHashSet<>();
        probes.forEach(p -> labels.add(p.label()));
        return labels;
    }

    /** Takes a probe in, unless it contradicts what is there. */
    boolean add(Probe probe, ObjectNode fragment) {
        // What is merged is copied as far as it changes: most probes are tried in several packs, each of many commands.
        ObjectNode trial = shallow(body);
        Map<String, Integer> places = new LinkedHashMap<>();
        if (!merge(trial, probe.companions(), places) || !merge(trial, fragment, places)) {
            return false;
        }
        String root = probe.use().place().get(0);
        body = trial;
        probes.add(probe);
        touched.add(root);
        index.put(probe.label(), places.getOrDefault(root, 0));
        probe.companions().fieldNames().forEachRemaining(touched::add);
        return true;
    }

    /** The same body with the value of a parameter that it carries changed, or left out. */
    ObjectNode with(Probe carried, JsonNode value) {
        ObjectNode changed = body.deepCopy();
        List<String> place = carried.use().place();
        JsonNode at = changed;
        for (int depth = 0; depth < place.size() - 1; depth++) {
            at = place.get(depth).equals("*") ? at.path(item(depth, carried)) : at.path(place.get(depth));
        }
        String last = place.get(place.size() - 1);
        if (at instanceof ObjectNode object) {
            if (value.isMissingNode()) {
                object.remove(last);
            } else {
                object.set(last, value);
            }
        } else if (at instanceof ArrayNode array && !array.isEmpty()) {
            array.set(item(place.size() - 1, carried), value);
        }
        return changed;
    }

    private int item(int depth, Probe carried) {
        return depth == 1 ? index.getOrDefault(carried.label(), 0) : 0;
    }

    private boolean merge(ObjectNode into, ObjectNode from, Map<String, Integer> places) {
        for (Map.Entry<String, JsonNode> member : from.properties()) {
            String name = member.getKey();
            JsonNode there = into.get(name);
            JsonNode value = member.getValue();
            boolean fromPlain = there != null && there.equals(plain.get(name)) && !touched.contains(name);
            if (there == null || fromPlain || there.equals(value)) {
                into.set(name, value.deepCopy());
            } else if (there instanceof ArrayNode list
                    && commands(list)
                    && commands(value)
                    && list.size() + value.size() <= 20) {
                places.put(name, list.size());
                into.set(name, list.arrayNode().addAll(list).addAll((ArrayNode) value.deepCopy()));
            } else if (there instanceof ObjectNode object && value instanceof ObjectNode inner) {
                ObjectNode both = shallow(object);
                if (!merge(both, inner, new LinkedHashMap<>())) {
                    return false;
                }
                into.set(name, both);
            } else {
                return false;
            }
        }
        return true;
    }

    private static ObjectNode shallow(ObjectNode object) {
        ObjectNode copy = object.objectNode();
        object.properties().forEach(m -> copy.set(m.getKey(), m.getValue()));
        return copy;
    }

    /** Lists of objects are put one after the other; lists of texts are values as a whole. */
    private static boolean commands(JsonNode list) {
        return list.isArray() && !list.isEmpty() && list.get(0).isObject();
    }
}
