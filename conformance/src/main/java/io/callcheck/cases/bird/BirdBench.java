package io.callcheck.cases.bird;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callcheck.cases.Bench;
import io.callcheck.cases.CallGround;
import io.callcheck.cases.Ground;
import io.callcheck.cases.Placeholders;
import io.callcheck.cases.Requests;
import io.callcheck.exchange.BirdTarget;
import io.callcheck.exchange.CallbackInbox;
import io.callcheck.exchange.Capabilities;
import io.callcheck.exchange.Target;
import io.callcheck.exchange.Transcript;
import io.callcheck.expect.Answers;
import io.callcheck.expect.Contract;
import io.callcheck.spec.Use;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The Bird side of a target, ready for scripts.
 *
 * @param bench what all scripts share
 * @param side the target's own description
 */
public record BirdBench(Bench bench, BirdTarget side) {

    /** Prepares a target that has a Bird side. */
    public static BirdBench of(Contract contract, Target target, BirdTarget side, CallbackInbox inbox) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("to", side.to().getOrDefault("answered", ""));
        values.put("callback", inbox.address("callback", ""));
        values.put("document", inbox.address("document", ""));
        if (!side.from().isEmpty()) {
            values.put("from", side.from());
        }
        Requests requests = new Requests(
                side.url(),
                Map.of("workspaceId", side.workspace(), "channelId", side.channel()),
                "AccessKey " + side.accessKey());
        Bench.Names names = new Bench.Names(
                "id", "callId", "status", Set.of("completed", "no-answer", "busy", "failed", "cancelled"));
        return new BirdBench(
                new Bench(
                        contract.catalogue(),
                        target,
                        inbox,
                        requests,
                        new Placeholders(Map.copyOf(values)),
                        names,
                        new Answers(contract.catalogue(), contract)),
                side);
    }

    /** The plain lawful create. */
    public ObjectNode plainCreate() {
        ObjectNode body = Bench.empty().put("to", side.to().getOrDefault("answered", ""));
        if (!side.from().isEmpty()) {
            body.put("from", side.from());
        }
        return body;
    }

    /** A call flow of one spoken text: the plainest lawful update of a call. */
    public ObjectNode plainUpdate() {
        ObjectNode body = Bench.empty();
        body.putArray("callFlow")
                .addObject()
                .put("command", "say")
                .putObject("options")
                .put("text", "Callcheck.");
        return body;
    }

    /**
     * A call that is going on.
     *
     * @throws InterruptedException when the run is cut short
     */
    public Optional<String> ongoing(Transcript transcript, String purpose) throws InterruptedException {
        return bench.call(transcript, purpose, plainCreate(), Set.of("ongoing"));
    }

    /** What each operation with parameters needs around a probe. */
    public List<Ground> grounds() {
        Function<Use, String> lack = use -> {
            if (bench.target().live() && use.clause().id().startsWith("bird.bridge.")) {
                return "a bridge would place further calls on a live target";
            }
            return CallGround.lacks(bench, BirdBench::needs).apply(use);
        };
        return List.of(
                new CallGround(
                        bench,
                        bench.operation("create"),
                        bench.placeholders(),
                        plainCreate(),
                        CallGround.Maker.NOTHING,
                        body -> false,
                        subject -> Map.of(),
                        60,
                        null,
                        "bird.create.plain",
                        lack),
                new CallGround(
                        bench,
                        bench.operation("update"),
                        bench.placeholders(),
                        plainUpdate(),
                        (transcript, body) -> ongoing(transcript, "to update"),
                        BirdBench::ends,
                        id -> Map.of("callId", id),
                        60,
                        null,
                        "bird.update.plain",
                        lack),
                new CallGround(
                        bench,
                        bench.operation("list"),
                        bench.placeholders(),
                        Bench.empty(),
                        CallGround.Maker.NOTHING,
                        body -> false,
                        subject -> Map.of(),
                        1,
                        null,
                        bench.operation("list").clause("success"),
                        lack));
    }

    private static boolean needs(Use use, String capability) {
        return capability.equals(Capabilities.LIST) && use.operation().equals("list");
    }

    /** Whether an update ends the call. */
    private static boolean ends(ObjectNode body) {
        if (body.has("status")) {
            return true;
        }
        for (var command : body.path("callFlow")) {
            if (command.path("command").asText().equals("hangup")) {
                return true;
            }
        }
        return false;
    }
}
