package io.callcheck.cases.signalwire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callcheck.cases.Bench;
import io.callcheck.cases.Script;
import io.callcheck.exchange.Capabilities;
import io.callcheck.exchange.Transcript;
import io.callcheck.expect.Expectation;
import io.callcheck.expect.Judgement;
import io.callcheck.expect.Outcomes;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Create a call, Timeout and MachineDetection: what they do to a call. */
final class RingingCases {
    private static final int SHORT_SECONDS = 3;
    private static final int LONG_SECONDS = 9;
    private static final Set<String> RINGING = Set.of("ringing");
    private static final String SHORTER = "shorter ring";
    private static final String LONGER = "longer ring";

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
        Expectation longer = Outcomes.ringsLonger("create " + SHORTER, "create " + LONGER);
        return script(
                "two ring times",
                side.of("create.Timeout.effect", "a longer Timeout rings longer", side.needs("ringing", longer)),
                this::ring);
    }

    private void ring(Transcript transcript) throws InterruptedException {
        if (!side.side().to().containsKey("ringing")) {
            return;
        }
        Looks looks = new Looks(bench, transcript);
        ObjectNode create = side.create("ringing", "hold");
        Optional<String> first = bench.created(transcript, SHORTER, create.put("Timeout", SHORT_SECONDS));
        Optional<String> second = bench.created(transcript, LONGER, create.put("Timeout", LONG_SECONDS));
        if (first.isPresent() && second.isPresent()) {
            // Both are seen to begin to ring before the end of one is waited for: what rings unseen may as well wait in
            // line.
            looks.status("create " + SHORTER, first.get(), RINGING, looks.outcome());
            looks.status("create " + LONGER, second.get(), RINGING, looks.outcome());
            looks.status("create " + SHORTER, first.get(), bench.names().ended(), looks.outcome(SHORT_SECONDS));
            looks.status("create " + LONGER, second.get(), bench.names().ended(), looks.outcome(LONG_SECONDS));
        }
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
