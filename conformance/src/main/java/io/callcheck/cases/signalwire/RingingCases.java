package io.callcheck.cases.signalwire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callcheck.cases.Bench;
import io.callcheck.cases.Script;
import io.callcheck.cases.Until;
import io.callcheck.exchange.Capabilities;
import io.callcheck.exchange.Transcript;
import io.callcheck.expect.Expectation;
import io.callcheck.expect.Judgement;
import io.callcheck.expect.Outcomes;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Create a call, Timeout and MachineDetection: what they do to a call. */
final class RingingCases {
    private static final int SHORT_SECONDS = 3;
    /** It is hung up as soon as it was seen to ring for longer than the other one. */
    private static final int LONG_SECONDS = 60;

    /** For as long as a phone may take, and its ring time, and still so: nobody calls anyone there. */
    private static final Set<String> QUEUED = Set.of("queued");

    private static final String SHORTER = "shorter ring";
    private static final String LONGER = "longer ring";

    private static final Expectation OUTLASTS = Outcomes.ringsLonger("create " + SHORTER, "create " + LONGER);

    private final SignalWireBench side;
    private final Bench bench;

    private RingingCases(SignalWireBench side) {
        this.side = side;
        this.bench = side.bench();
    }

    /** The scripts of a target. */
    static List<Script> scripts(SignalWireBench side) {
        RingingCases made = new RingingCases(side);
        return List.of(made.timeout(), made.detection("answered", "human"), made.detection("machine", "machine"));
    }

    private Script timeout() {
        return script(
                "two ring times",
                side.of("create.Timeout.effect", "a longer Timeout rings longer", side.needs("ringing", OUTLASTS)),
                this::ring);
    }

    private void ring(Transcript transcript) throws InterruptedException {
        if (!side.side().to().containsKey("ringing")) {
            return;
        }
        Looks looks = new Looks(bench, transcript);
        ObjectNode create = side.create("ringing", "hold");
        Map<String, String> living = new LinkedHashMap<>();
        bench.created(transcript, LONGER, create.put("Timeout", LONG_SECONDS))
                .filter(sid -> looks.living("create " + LONGER + " 0", sid).isPresent())
                .ifPresent(sid -> living.put("create " + LONGER, sid));
        // What is not seen to ring may as well wait in line: the longer one is looked at from its start.
        if (!living.isEmpty()) {
            bench.created(transcript, SHORTER, create.put("Timeout", SHORT_SECONDS))
                    .ifPresent(sid -> living.put("create " + SHORTER, sid));
        }
        if (living.size() == 2) {
            Set<String> shown = new HashSet<>();
            long called = System.nanoTime();
            Until.closely(
                    looks.outcome(LONG_SECONDS),
                    look -> {
                        living.entrySet().removeIf(call -> {
                            Optional<String> status = looks.living(call.getKey() + " " + look, call.getValue());
                            status.ifPresent(shown::add);
                            return status.isEmpty();
                        });
                        return OUTLASTS.judge(transcript.evidence());
                    },
                    seen -> living.isEmpty()
                            || seen instanceof Judgement.Held
                            || (QUEUED.containsAll(shown)
                                    && System.nanoTime() - called
                                            > looks.outcome(SHORT_SECONDS).toNanos()));
        }
        living.values()
                .forEach(sid -> looks.send("end", "update", sid, Bench.empty().put("Status", "canceled")));
    }

    private Script detection(String destination, String who) {
        String row = "who answers at " + destination;
        Expectation told = Outcomes.tells(row, "create " + row, "answered_by", who);
        boolean lacks = bench.target().lacks().contains(Capabilities.MACHINE_DETECTION);
        Expectation judged = lacks
                ? evidence -> new Judgement.NotApplicable("the target declares that it lacks machine-detection")
                : side.needs(destination, told);
        return script(
                "machine detection at " + destination,
                side.of("call.answered_by." + who, "answered_by becomes " + who, judged),
                transcript -> {
                    if (!lacks && side.side().to().containsKey(destination)) {
                        detect(transcript, row, destination);
                    }
                });
    }

    private void detect(Transcript transcript, String row, String destination) throws InterruptedException {
        Looks looks = new Looks(bench, transcript);
        ObjectNode create = side.create(destination, "hold").put("MachineDetection", "Enable");
        Optional<String> call = bench.created(transcript, row, create);
        if (call.isPresent()) {
            looks.shows(row, call.get(), c -> c.path("answered_by").isTextual(), looks.outcome());
            looks.send("end", "update", call.get(), Bench.empty().put("Status", "completed"));
        }
    }

    private Script script(String name, io.callcheck.cases.Case of, Script.Action action) {
        return new Script(name, bench.catalogue().api(), Set.of("create", "retrieve", "update"), List.of(of), action);
    }
}
