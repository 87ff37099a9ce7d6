package io.callcheck.cases;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callcheck.exchange.Ahead;
import io.callcheck.exchange.Exchange;
import io.callcheck.exchange.Sent;
import io.callcheck.exchange.Step;
import io.callcheck.exchange.Transcript;
import io.callcheck.spec.Embedding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sends the values of an operation's parameters: the plain request, then packs of lawful values, then wrong ones. */
final class ParameterAction implements Script.Action {
    static final String PLAIN = "plain";

    /** Much shorter than anybody who was called holds the line, in a simulator many times as fast as life too. */
    private static final Duration FRESH = Duration.ofSeconds(2);

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

    /** The name of the step that sends a wrong value. */
    static String step(Probe probe) {
        return "wrong " + probe.use().clause().id() + " " + probe.value();
    }

    /** An accepted request: the step, what it carried, and on what it acted. */
    private record Control(String step, Pack pack, String subject) {}

    @Override
    public void play(Transcript transcript) throws InterruptedException {
        Optional<String> subject = ground.subject(transcript, ground.plain());
        Pack plain = new Pack(ground.plain());
        if (subject.isEmpty() || !outgoing.lawful(plain)) {
            return;
        }
        Exchange first = send(transcript, PLAIN, plain, subject.get());
        if (!first.accepted()) {
            return;
        }
        Map<String, Control> controls = new LinkedHashMap<>();
        Control base = new Control(PLAIN, plain, subject.get());
        List<Pack> lasting = new ArrayList<>();
        List<Pack> spending = new ArrayList<>();
        for (Pack pack : packed()) {
            if (outgoing.lawful(pack)) {
                (ground.spends(pack.body()) ? spending : lasting).add(pack);
            }
        }
        // Only a call of its own will do for these, and each takes its time.
        List<Ahead<Optional<String>>> subjects = new ArrayList<>();
        for (Pack pack : spending) {
            subjects.add(ahead(transcript, pack.body()));
        }
        boolean gone = ground.spends(ground.plain());
        if (gone || !spending.isEmpty()) {
            subjects.add(ahead(transcript, ground.plain()));
        }
        ground.undo(transcript, subject.get(), first);
        together(transcript, lasting, subject.get(), controls);
        Set<Probe> sent = gone ? Set.of() : wrong(transcript, controls, base, Set.of());
        int number = lasting.size();
        for (int i = 0; i < spending.size(); i++) {
            alone(
                    transcript,
                    "lawful " + ++number,
                    spending.get(i),
                    taken(transcript, spending.get(i).body(), subjects.get(i)),
                    controls);
        }
        if (subjects.size() > spending.size()) {
            Optional<String> fresh = taken(transcript, ground.plain(), subjects.get(spending.size()));
            if (fresh.isPresent()) {
                wrong(transcript, controls, new Control(PLAIN, plain, fresh.get()), sent);
            }
        }
    }

    private Ahead<Optional<String>> ahead(Transcript transcript, ObjectNode body) {
        return transcript.ahead(ground.lasts(body), () -> ground.subject(transcript, body));
    }

    /** What was brought about, and anew when that is long ago: a call may have ended by itself since. */
    private Optional<String> taken(Transcript transcript, ObjectNode body, Ahead<Optional<String>> subject)
            throws InterruptedException {
        Optional<String> made = subject.take();
        return subject.age().compareTo(FRESH) < 0 ? made : ground.subject(transcript, body);
    }

    /** Values that use their call up share a request among themselves alone. */
    private List<Pack> packed() {
        List<Pack> spending = new ArrayList<>();
        List<Pack> lasting = new ArrayList<>();
        List<Pack> all = new ArrayList<>();
        for (Probe probe : lawful) {
            ObjectNode fragment = fragment(probe);
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

    /** The member of the body that a probe is about, with what must stand around its value. */
    private ObjectNode fragment(Probe probe) {
        return fragment(ground, probe);
    }

    /** The body of the request that carries one value alone. */
    static ObjectNode lone(Ground ground, Probe probe) {
        Pack pack = new Pack(ground.plain());
        pack.add(probe, fragment(ground, probe));
        return pack.body();
    }

    private static ObjectNode fragment(Ground ground, Probe probe) {
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

    private void together(Transcript transcript, List<Pack> packs, String shared, Map<String, Control> controls)
            throws InterruptedException {
        List<Transcript.Asked> asked = new ArrayList<>();
        for (Pack pack : packs) {
            String step = "lawful " + (asked.size() + 1);
            asked.add(new Transcript.Asked(step, PLAIN, pack.labels(), ground.request(shared, pack.body())));
        }
        if (!ground.concurrent()) {
            for (int i = 0; i < packs.size(); i++) {
                alone(transcript, asked.get(i).name(), packs.get(i), Optional.of(shared), controls);
            }
            return;
        }
        List<Exchange> exchanges = transcript.sendAll(ground.operation().id(), asked);
        for (int i = 0; i < exchanges.size(); i++) {
            judged(transcript, asked.get(i).name(), packs.get(i), shared, exchanges.get(i), controls);
        }
    }

    private void alone(
            Transcript transcript, String step, Pack pack, Optional<String> subject, Map<String, Control> controls)
            throws InterruptedException {
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
            ground.undo(transcript, subject, exchange);
        } else if (!subject.isEmpty() && !still(transcript, subject)) {
            // The call is over, or takes nothing any more: the refusal says nothing about the values.
            return;
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
        Optional<String> subject =
                ground.spends(part.body()) ? ground.subject(transcript, part.body()) : Optional.of(shared);
        alone(transcript, step, part, subject, controls);
    }

    private Exchange send(Transcript transcript, String step, Pack pack, String subject) {
        List<Transcript.Asked> one =
                List.of(new Transcript.Asked(step, PLAIN, pack.labels(), ground.request(subject, pack.body())));
        return transcript.sendAll(ground.operation().id(), one).get(0);
    }

    /** Sends the wrong values whose controls were accepted by now; returns those that it dealt with. */
    private Set<Probe> wrong(Transcript transcript, Map<String, Control> controls, Control base, Set<Probe> done) {
        List<Transcript.Asked> requests = new ArrayList<>();
        Set<Probe> sent = new LinkedHashSet<>(done);
        for (Probe probe : unlawful) {
            Control control = control(probe, controls, base);
            if (control == null || !sent.add(probe)) {
                continue;
            }
            if (probe.use().place().isEmpty()) {
                Sent whole = ground.request(control.subject(), ground.plain())
                        .body(probe.value().toString());
                requests.add(new Transcript.Asked(step(probe), control.step(), Set.of(), whole));
                continue;
            }
            ObjectNode body = changed(control, probe);
            // A control that ended its call is repeated on another one in the same state.
            String on = ground.spends(control.pack().body()) ? base.subject() : control.subject();
            if (outgoing.unlawful(step(probe), probe, body, control.pack())) {
                requests.add(new Transcript.Asked(step(probe), control.step(), Set.of(), ground.request(on, body)));
            }
        }
        transcript.sendAll(ground.operation().id(), requests);
        if (!base.subject().isEmpty() && !requests.isEmpty()) {
            still(transcript, base.subject());
        }
        return sent;
    }

    /** Whether a subject still takes the plain request; written down for the expectations. */
    private boolean still(Transcript transcript, String subject) {
        Exchange again = transcript
                .wire()
                .send(transcript.api(), ground.operation().id(), ground.request(subject, ground.plain()));
        transcript.add(new Step(Step.STILL, again));
        if (again.accepted()) {
            ground.undo(transcript, subject, again);
        }
        return again.accepted();
    }

    private @Nullable Control control(Probe probe, Map<String, Control> controls, Control base) {
        if (probe.use().place().isEmpty()) {
            return base;
        }
        Control control = controls.get(probe.parameter());
        boolean inPlain = base.pack().body().has(probe.use().place().get(0))
                && probe.use().place().size() == 1;
        return control == null && (inPlain || untried.contains(probe.parameter())) ? base : control;
    }

    private ObjectNode changed(Control control, Probe probe) {
        Probe carried = control.pack().probes().stream()
                .filter(p -> p.parameter().equals(probe.parameter()))
                .findFirst()
                .orElse(probe);
        if (untried.contains(probe.parameter())) {
            Pack pack = new Pack(control.pack().body());
            return pack.add(probe, fragment(probe))
                    ? pack.body()
                    : control.pack().body();
        }
        return control.pack().with(carried, probe.value());
    }
}
