package io.callcheck.cases;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callcheck.exchange.Exchange;
import io.callcheck.exchange.Step;
import io.callcheck.exchange.Transcript;
import io.callcheck.spec.Embedding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Sends the values of an operation's parameters: the plain request, then packs of lawful values, then wrong ones. */
final class ParameterAction implements Script.Action {
    static final String PLAIN = "plain";

    private final Ground ground;
    private final List<Probe> lawful;
    private final List<Probe> unlawful;
    private final Outgoing outgoing;

    ParameterAction(Ground ground, List<Probe> lawful, List<Probe> unlawful, Outgoing outgoing) {
        this.ground = ground;
        this.lawful = lawful;
        this.unlawful = unlawful;
        this.outgoing = outgoing;
    }

    /** The name of the step that sends a wrong value. */
    static String step(Probe probe) {
        return "wrong " + probe.use().clause().id() + " " + probe.value();
    }

    /** An accepted request: the step, what it carried, and on what it acted. */
    private record Control(String step, Pack pack, String subject) {}

    @Override
    public void play(Transcript transcript) throws InterruptedException {
        Optional<String> subject = ground.subject(transcript, ground.plain());
        if (subject.isEmpty()) {
            return;
        }
        Pack plain = new Pack(ground.plain());
        if (!outgoing.lawful(PLAIN, plain.body())
                || !send(transcript, PLAIN, plain, subject.get()).accepted()) {
            return;
        }
        Map<String, Control> controls = new LinkedHashMap<>();
        Control base = new Control(PLAIN, plain, subject.get());
        packs(transcript, packed(), subject.get(), controls);
        wrong(transcript, controls, base);
    }

    private List<Pack> packed() {
        List<Pack> packs = new ArrayList<>();
        for (Probe probe : lawful) {
            ObjectNode fragment = fragment(probe);
            boolean alone = ground.spends(fragment);
            boolean placed = !alone
                    && packs.stream()
                            .filter(p -> p.probes().size() < ground.capacity() && !ground.spends(p.body()))
                            .anyMatch(p -> p.add(probe, fragment));
            if (!placed) {
                Pack fresh = new Pack(ground.plain());
                fresh.add(probe, fragment);
                packs.add(fresh);
            }
        }
        return packs;
    }

    private static ObjectNode fragment(Probe probe) {
        Embedding embedding = probe.use().embedding();
        if (embedding != null && embedding.around(probe.value()) instanceof ObjectNode object) {
            return object;
        }
        throw new IllegalStateException("no body can be made around " + probe.label());
    }

    private void packs(Transcript transcript, List<Pack> packs, String shared, Map<String, Control> controls)
            throws InterruptedException {
        int number = 0;
        List<Transcript.Asked> together = new ArrayList<>();
        List<Pack> sent = new ArrayList<>();
        for (Pack pack : packs) {
            String step = "lawful " + ++number;
            if (!outgoing.lawful(step, pack.body())) {
                continue;
            }
            if (ground.concurrent() && !ground.spends(pack.body())) {
                together.add(new Transcript.Asked(step, PLAIN, pack.labels(), ground.request(shared, pack.body())));
                sent.add(pack);
            } else {
                alone(transcript, step, pack, shared, controls);
            }
        }
        List<Exchange> exchanges = transcript.sendAll(ground.operation().id(), together);
        for (int i = 0; i < exchanges.size(); i++) {
            judged(transcript, together.get(i).name(), sent.get(i), shared, exchanges.get(i), controls);
        }
    }

    private void alone(Transcript transcript, String step, Pack pack, String shared, Map<String, Control> controls)
            throws InterruptedException {
        Optional<String> subject =
                ground.spends(pack.body()) ? ground.subject(transcript, pack.body()) : Optional.of(shared);
        if (subject.isPresent()) {
            judged(transcript, step, pack, subject.get(), send(transcript, step, pack, subject.get()), controls);
        }
    }

    /** Remembers an accepted pack as a control; takes a refused one apart, half by half. */
    private void judged(
            Transcript transcript,
            String step,
            Pack pack,
            String subject,
            Exchange exchange,
            Map<String, Control> controls)
            throws InterruptedException {
        if (exchange.accepted()) {
            Control control = new Control(step, pack, subject);
            pack.probes().forEach(p -> controls.putIfAbsent(p.parameter(), control));
        } else if (exchange.refused() && pack.probes().size() > 1) {
            List<Probe> probes = pack.probes();
            int half = probes.size() / 2;
            apart(transcript, step + ".1", probes.subList(0, half), subject, controls);
            apart(transcript, step + ".2", probes.subList(half, probes.size()), subject, controls);
        }
    }

    private void apart(
            Transcript transcript, String step, List<Probe> probes, String shared, Map<String, Control> controls)
            throws InterruptedException {
        Pack part = new Pack(ground.plain());
        probes.forEach(p -> part.add(p, fragment(p)));
        alone(transcript, step, part, shared, controls);
    }

    private Exchange send(Transcript transcript, String step, Pack pack, String subject) {
        List<Transcript.Asked> one =
                List.of(new Transcript.Asked(step, PLAIN, pack.labels(), ground.request(subject, pack.body())));
        return transcript.sendAll(ground.operation().id(), one).get(0);
    }

    private void wrong(Transcript transcript, Map<String, Control> controls, Control base) {
        List<Transcript.Asked> requests = new ArrayList<>();
        for (Probe probe : unlawful) {
            Control control = controls.get(probe.parameter());
            if (control == null && base.pack().body().has(probe.use().name())) {
                control = base;
            }
            if (control != null) {
                ObjectNode body = changed(control, probe);
                // A control that ended its call is repeated on the first one, which is still in the state it was in.
                String on = ground.spends(control.pack().body()) ? base.subject() : control.subject();
                if (outgoing.unlawful(step(probe), probe, body)) {
                    requests.add(new Transcript.Asked(step(probe), control.step(), Set.of(), ground.request(on, body)));
                }
            }
        }
        if (ground.concurrent()) {
            transcript.sendAll(ground.operation().id(), requests);
        } else {
            requests.forEach(r -> transcript.sendAll(ground.operation().id(), List.of(r)));
        }
        if (!base.subject().isEmpty() && !requests.isEmpty()) {
            Exchange again = transcript
                    .wire()
                    .send(transcript.api(), ground.operation().id(), ground.request(base.subject(), ground.plain()));
            transcript.add(new Step(Step.STILL, again));
        }
    }

    private static ObjectNode changed(Control control, Probe probe) {
        Probe carried = control.pack().probes().stream()
                .filter(p -> p.parameter().equals(probe.parameter()))
                .findFirst()
                .orElse(probe);
        return control.pack().with(carried, probe.value());
    }
}
