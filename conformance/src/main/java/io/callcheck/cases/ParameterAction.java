package io.callcheck.cases;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callcheck.exchange.Transcript;
import io.callcheck.spec.Embedding;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Sends the values of an operation's parameters: the plain request, then packs of lawful values, then wrong ones. */
final class ParameterAction implements Script.Action {
    static final String PLAIN = "plain";

    private final Ground ground;
    private final List<Probe> lawful;
    private final List<Probe> unlawful;
    private final Set<String> untried;
    private final Outgoing outgoing;

    ParameterAction(Ground ground, List<Probe> lawful, List<Probe> unlawful, Set<String> untried, Outgoing outgoing) {
        this.ground = ground;
        this.lawful = lawful;
        this.unlawful = unlawful;
        this.untried = untried;
        this.outgoing = outgoing;
    }

    /** The name of the step that sends a wrong value: a clause may be about several places of a body. */
    static String step(Probe probe) {
        return "wrong " + probe.use().clause().id() + " at " + probe.use().where() + " " + probe.value();
    }

    @Override
    public void play(Transcript transcript) throws InterruptedException {
        new ParameterPlay(ground, outgoing, unlawful, untried, transcript).of(packed());
    }

    /** Values that use their call up share a request among themselves alone. */
    private List<Pack> packed() {
        List<Pack> spending = new ArrayList<>();
        List<Pack> lasting = new ArrayList<>();
        List<Pack> all = new ArrayList<>();
        for (Probe probe : lawful) {
            ObjectNode fragment = fragment(ground, probe);
            List<Pack> alike = ground.spends(merged(fragment)) ? spending : lasting;
            boolean placed =
                    alike.stream().filter(p -> p.size() < ground.capacity()).anyMatch(p -> p.add(probe, fragment));
            if (!placed) {
                Pack fresh = new Pack(ground.plain());
                fresh.add(probe, fragment);
                alike.add(fresh);
                all.add(fresh);
            }
        }
        return all;
    }

    private ObjectNode merged(ObjectNode fragment) {
        ObjectNode body = ground.plain().deepCopy();
        body.setAll(fragment);
        return body;
    }

    /** The body of the request that carries one value alone. */
    static ObjectNode lone(Ground ground, Probe probe) {
        Pack pack = new Pack(ground.plain());
        pack.add(probe, fragment(ground, probe));
        return pack.body();
    }

    /** The member of the body that a probe is about, with what must stand around its value. */
    static ObjectNode fragment(Ground ground, Probe probe) {
        Embedding embedding = probe.use().embedding();
        String root = probe.use().place().get(0);
        if (embedding != null && embedding.around(probe.value()) instanceof ObjectNode object && object.has(root)) {
            ObjectNode member = object.objectNode();
            member.set(root, object.get(root));
            if (ground.placeholders().fill(member).orElse(null) instanceof ObjectNode filled) {
                return filled;
            }
        }
        throw new IllegalStateException("no body can be made around " + probe.label());
    }
}
