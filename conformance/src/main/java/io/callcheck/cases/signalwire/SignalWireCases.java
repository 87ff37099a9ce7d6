package io.callcheck.cases.signalwire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callcheck.cases.Case;
import io.callcheck.cases.Script;
import io.callcheck.exchange.Sent;
import io.callcheck.exchange.Transcript;
import io.callcheck.expect.Expectation;
import io.callcheck.expect.Judgement;
import io.callcheck.expect.Refusal;
import io.callcheck.spec.Clause;
import io.callcheck.spec.Operation;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The hand-written cases of the SignalWire API. */
public final class SignalWireCases {
    private SignalWireCases() {}

    /** The scripts of a target. */
    public static List<Script> scripts(SignalWireBench side) {
        return List.of(handler(side));
    }

    /** Calls, Create, Url and ApplicationSid: one of them is required. */
    private static Script handler(SignalWireBench side) {
        Operation create = side.bench().operation("create");
        Clause clause = side.bench().catalogue().clause("signalwire.create.handler");
        Expectation refused =
                new Refusal("no handler", "Url", "neither Url nor ApplicationSid", create.clause("status"));
        boolean invalid = side.bench().target().allowInvalid();
        Case made = new Case(
                clause,
                "create",
                "a call without Url and ApplicationSid is refused",
                invalid ? refused : e -> new Judgement.NotApplicable("wrong requests are not sent to a live target"));
        return new Script(
                "handler of a call", side.bench().catalogue().api(), Set.of("create"), List.of(made), transcript -> {
                    if (invalid) {
                        play(side, create, transcript);
                    }
                });
    }

    private static void play(SignalWireBench side, Operation create, Transcript transcript) {
        Sent plain = side.bench().requests().of(create, Map.of(), side.plainCreate());
        transcript.send("with Url", "create", plain);
        ObjectNode without = side.plainCreate();
        without.remove("Url");
        Sent bare = side.bench().requests().of(create, Map.of(), without);
        Transcript.Asked asked = new Transcript.Asked("no handler", "with Url", Set.of(), bare);
        transcript.sendAll("create", List.of(asked));
    }
}
