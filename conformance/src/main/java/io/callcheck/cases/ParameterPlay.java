package io.callcheck.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callcheck.exchange.Ahead;
import io.callcheck.exchange.Exchange;
import io.callcheck.exchange.Sent;
import io.callcheck.exchange.Transcript;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One time that the values of an operation's parameters are sent, and what was accepted so far. */
final class ParameterPlay {
    /** Much shorter than anybody who was called holds the line, in a simulator many times as fast as life too. */
    private static final Duration FRESH = Duration.ofSeconds(2);

    /** So many wrong values are sent to a call before it is asked whether it still takes lawful ones. */
    private static final int AT_ONCE = 100;

    private final Ground ground;
    private final Outgoing outgoing;
    private final List<Probe> unlawful;
    private final Set<String> untried;
    private final Transcript transcript;
    /** The accepted request of each parameter. */
    private final Map<String, Control> controls = new LinkedHashMap<>();

    private final Set<Probe> tried = new LinkedHashSet<>();

    /** An accepted request: the step, and what it carried. */
    private record Control(String step, Pack pack) {}

    /**
     * @param unlawful the wrong values
     * @param untried the parameters of which no value is certain to be accepted
     */
    ParameterPlay(Ground ground, Outgoing outgoing, List<Probe> unlawful, Set<String> untried, Transcript transcript) {
        this.ground = ground;
        this.outgoing = outgoing;
        this.unlawful = unlawful;
        this.untried = untried;
        this.transcript = transcript;
    }

    /** Sends the plain request, packs of lawful values, and the wrong ones. */
    void of(List<Pack> packs) throws InterruptedException {
        Optional<String> subject = ground.subject(transcript, ground.plain());
        Pack plain = new Pack(ground.plain());
        if (subject.isEmpty() || !outgoing.lawful(plain)) {
            return;
        }
        Exchange first = send(ParameterAction.PLAIN, plain, subject.get());
        if (!first.accepted()) {
            return;
        }
        Control base = new Control(ParameterAction.PLAIN, plain);
        List<Pack> lasting = new ArrayList<>();
        List<Pack> spending = new ArrayList<>();
        for (Pack pack : packs) {
            if (outgoing.lawful(pack)) {
                (ground.spends(pack.body()) ? spending : lasting).add(pack);
            }
        }
        // Only a call of its own will do for these, and each takes its time.
        List<Ahead<Optional<String>>> subjects = new ArrayList<>();
        for (Pack pack : spending) {
            subjects.add(ahead(pack.body()));
        }
        boolean gone = ground.spends(ground.plain());
        if (gone || !spending.isEmpty()) {
            subjects.add(ahead(ground.plain()));
        }
        ground.undo(transcript, subject.get(), first);
        SharedSubject shared = new SharedSubject(ground, transcript, subject.get());
        together(lasting, shared);
        if (!gone) {
            wrong(base, shared);
        }
        int number = lasting.size();
        for (int i = 0; i < spending.size(); i++) {
            Optional<String> own = taken(spending.get(i).body(), subjects.get(i));
            if (own.isPresent()) {
                alone("lawful " + ++number, spending.get(i), own.get(), shared);
            }
        }
        if (subjects.size() > spending.size()) {
            Optional<String> fresh = taken(ground.plain(), subjects.get(spending.size()));
            if (fresh.isPresent()) {
                wrong(base, new SharedSubject(ground, transcript, fresh.get()));
            }
        }
    }

    private Ahead<Optional<String>> ahead(ObjectNode body) {
        return transcript.ahead(ground.lasts(body), () -> ground.subject(transcript, body));
    }

    /** What was brought about, and anew when that is long ago: a call may have ended by itself since. */
    private Optional<String> taken(ObjectNode body, Ahead<Optional<String>> subject) throws InterruptedException {
        Optional<String> made = subject.take();
        return subject.age().compareTo(FRESH) < 0 ? made : ground.subject(transcript, body);
    }

    private void together(List<Pack> packs, SharedSubject shared) throws InterruptedException {
        List<Transcript.Asked> asked = new ArrayList<>();
        for (Pack pack : packs) {
            String step = "lawful " + (asked.size() + 1);
            asked.add(asked(step, pack, shared.id()));
        }
        if (!ground.concurrent()) {
            for (int i = 0; i < packs.size(); i++) {
                alone(asked.get(i).name(), packs.get(i), shared.id(), shared);
            }
            return;
        }
        String used = shared.id();
        List<Exchange> exchanges = transcript.sendAll(ground.operation().id(), asked);
        for (int i = 0; i < exchanges.size(); i++) {
            judged(asked.get(i).name(), packs.get(i), used, exchanges.get(i), shared);
        }
    }

    private void alone(String step, Pack pack, String subject, SharedSubject shared) throws InterruptedException {
        judged(step, pack, subject, send(step, pack, subject), shared);
    }

    /** Remembers an accepted pack as a control; takes a refused one apart, half by half. */
    private void judged(String step, Pack pack, String subject, Exchange exchange, SharedSubject shared)
            throws InterruptedException {
        if (exchange.accepted()) {
            Control control = new Control(step, pack);
            pack.probes().forEach(p -> controls.putIfAbsent(p.parameter(), control));
            ground.undo(transcript, subject, exchange);
        } else if (!subject.isEmpty() && !shared.takes(subject)) {
            // The refusal says nothing about the values. What uses its call up is not tried on that of others.
            Optional<String> other = ground.spends(pack.body()) ? Optional.empty() : shared.instead(subject);
            if (other.isPresent()) {
                alone(step + " again", pack, other.get(), shared);
            }
        } else if (exchange.refused() && pack.probes().size() > 1) {
            List<Probe> probes = pack.probes();
            int half = probes.size() / 2;
            apart(step + ".1", probes.subList(0, half), shared);
            apart(step + ".2", probes.subList(half, probes.size()), shared);
        }
    }

    private void apart(String step, List<Probe> probes, SharedSubject shared) throws InterruptedException {
        Pack part = new Pack(ground.plain());
        probes.forEach(p -> part.add(p, ParameterAction.fragment(ground, p)));
        Optional<String> subject =
                ground.spends(part.body()) ? ground.subject(transcript, part.body()) : Optional.of(shared.id());
        if (subject.isPresent()) {
            alone(step, part, subject.get(), shared);
        }
    }

    private Exchange send(String step, Pack pack, String subject) {
        return transcript
                .sendAll(ground.operation().id(), List.of(asked(step, pack, subject)))
                .get(0);
    }

    private Transcript.Asked asked(String step, Pack pack, String subject) {
        return new Transcript.Asked(step, ParameterAction.PLAIN, pack.labels(), ground.request(subject, pack.body()));
    }

    /**
     * A request with a wrong value.
     *
     * @param step its step
     * @param control the step of its control
     * @param body the body around the value
     * @param whole the value that stands for the whole body; null when it has a place in it
     */
    private record Wrong(
            String step,
            String control,
            ObjectNode body,
            @Nullable JsonNode whole) {}

    /** Sends the wrong values whose controls were accepted by now and that were not sent before. */
    private void wrong(Control base, SharedSubject shared) throws InterruptedException {
        List<Wrong> wrong = new ArrayList<>();
        for (Probe probe : unlawful) {
            Control control = control(probe, base);
            if (control == null || !tried.add(probe)) {
                continue;
            }
            String step = ParameterAction.step(probe);
            if (probe.use().place().isEmpty()) {
                wrong.add(new Wrong(step, control.step(), ground.plain(), probe.value()));
                continue;
            }
            ObjectNode body = changed(control, probe);
            if (outgoing.unlawful(step, probe, body, control.pack())) {
                wrong.add(new Wrong(step, control.step(), body, null));
            }
        }
        for (int from = 0; from < wrong.size(); from += AT_ONCE) {
            refusals(wrong.subList(from, Math.min(wrong.size(), from + AT_ONCE)), shared);
        }
    }

    /** Sends wrong values, and anew on another call when theirs ended: what a call refuses that takes nothing is no proof. */
    private void refusals(List<Wrong> wrong, SharedSubject shared) throws InterruptedException {
        List<Wrong> left = wrong;
        Optional<String> subject = Optional.of(shared.id());
        while (subject.isPresent()) {
            String on = subject.get();
            List<Exchange> exchanges = transcript.sendAll(
                    ground.operation().id(),
                    left.stream().map(w -> asked(w, on)).toList());
            List<Wrong> refused = new ArrayList<>();
            for (int i = 0; i < exchanges.size(); i++) {
                if (!exchanges.get(i).accepted()) {
                    refused.add(left.get(i));
                }
            }
            left = refused;
            boolean known = left.isEmpty() || on.isEmpty() || shared.takes(on);
            subject = known ? Optional.empty() : shared.instead(on);
        }
    }

    private Transcript.Asked asked(Wrong wrong, String subject) {
        Sent sent = ground.request(subject, wrong.body());
        return new Transcript.Asked(
                wrong.step(),
                wrong.control(),
                Set.of(),
                wrong.whole() == null ? sent : sent.body(wrong.whole().toString()));
    }

    private @Nullable Control control(Probe probe, Control base) {
        if (probe.use().place().isEmpty()) {
            return base;
        }
        Control control = controls.get(probe.parameter());
        boolean inPlain = !base.pack().member(probe.use().place().get(0)).isMissingNode()
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
            return pack.add(probe, ParameterAction.fragment(ground, probe))
                    ? pack.body()
                    : control.pack().body();
        }
        return control.pack().with(carried, probe.value());
    }
}
