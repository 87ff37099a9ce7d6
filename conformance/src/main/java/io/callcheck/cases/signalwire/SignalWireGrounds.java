package io.callcheck.cases.signalwire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callcheck.cases.Bench;
import io.callcheck.cases.CallGround;
import io.callcheck.cases.Ground;
import io.callcheck.cases.Placeholders;
import io.callcheck.exchange.Capabilities;
import io.callcheck.exchange.Transcript;
import io.callcheck.spec.Use;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What each operation with parameters needs around a probe. */
public final class SignalWireGrounds {
    private static final String PLAIN_CREATE = "signalwire.create.plain";

    private final SignalWireBench side;
    private final Bench bench;
    private final Function<Use, String> lack;

    private SignalWireGrounds(SignalWireBench side) {
        this.side = side;
        this.bench = side.bench();
        this.lack = CallGround.lacks(bench, SignalWireGrounds::needs);
    }

    /** The grounds of a target. */
    public static List<Ground> of(SignalWireBench side) {
        SignalWireGrounds made = new SignalWireGrounds(side);
        CallParts parts = new CallParts(side, made.lack);
        return List.of(
                made.create(),
                made.update(),
                made.list(),
                parts.createRecording(),
                parts.updateRecording(),
                parts.createStream(),
                parts.updateStream());
    }

    /** Whether a parameter is about a capability. */
    static boolean needs(Use use, String capability) {
        String name = use.place().isEmpty() ? "" : use.place().get(0);
        return switch (capability) {
            case Capabilities.RECORDINGS ->
                name.startsWith("Record")
                        || name.equals("Trim")
                        || use.operation().endsWith("Recording");
            case Capabilities.STREAMS -> use.operation().endsWith("Stream");
            case Capabilities.MACHINE_DETECTION -> name.startsWith("Machine") || name.startsWith("AsyncAmd");
            case Capabilities.CALLBACKS -> name.startsWith("StatusCallback");
            case Capabilities.LIST -> use.operation().equals("list");
            default -> false;
        };
    }

    private Ground create() {
        return new CallGround(
                bench,
                bench.operation("create"),
                bench.placeholders(),
                side.plainCreate(),
                CallGround.Maker.NOTHING,
                body -> false,
                subject -> Map.of(),
                20,
                null,
                PLAIN_CREATE,
                lack);
    }

    private Ground list() {
        return new CallGround(
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
                lack);
    }

    private Ground update() {
        ObjectNode plain = Bench.empty()
                .put("StatusCallback", bench.placeholders().values().getOrDefault("callback", ""));
        return new CallGround(
                bench,
                bench.operation("update"),
                lasting(),
                plain,
                new Updated(),
                body -> body.has("Status"),
                sid -> Map.of("Sid", sid),
                20,
                null,
                "signalwire.update.plain",
                use -> lack.apply(use));
    }

    /** The document of an update holds the call: one that ends it would take it from the probes that follow. */
    private Placeholders lasting() {
        Map<String, String> values = new LinkedHashMap<>(bench.placeholders().values());
        values.put("document", values.getOrDefault("hold", ""));
        return new Placeholders(Map.copyOf(values));
    }

    /** A call to be updated is in progress, but one to be canceled rings. */
    private final class Updated implements CallGround.Maker {
        @Override
        public Optional<String> make(Transcript transcript, ObjectNode body) throws InterruptedException {
            if (lasts(body)) {
                return side.inProgress(
                        transcript, "to update " + body.path("Status").asText());
            }
            return side.side().to().containsKey("ringing") ? side.ringing(transcript, "to cancel") : Optional.empty();
        }

        @Override
        public boolean lasts(ObjectNode body) {
            return !body.path("Status").asText().equals("canceled");
        }
    }
}
