package io.callcheck.cases.signalwire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callcheck.cases.Bench;
import io.callcheck.cases.CallGround;
import io.callcheck.cases.Ground;
import io.callcheck.exchange.Exchange;
import io.callcheck.exchange.Transcript;
import io.callcheck.spec.Operation;
import io.callcheck.spec.Use;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Recordings and streams of a call: each is stopped before the next one of the same call begins. */
public final class CallParts {
    private static final String SLASH = "/";

    private final SignalWireBench side;
    private final Bench bench;
    private final Function<Use, String> lack;

    /** The parts of a target's calls; a parameter that the target lacks is left out. */
    public CallParts(SignalWireBench side, Function<Use, String> lack) {
        this.side = side;
        this.bench = side.bench();
        this.lack = lack;
    }

    Ground createRecording() {
        return ground("createRecording", Bench.empty(), this::call, body -> false, this::stopRecording);
    }

    Ground createStream() {
        return ground("createStream", plainStream(), this::call, body -> false, this::stopStream);
    }

    Ground updateRecording() {
        ObjectNode plain = Bench.empty().put("Status", "paused");
        return ground("updateRecording", plain, this::recording, body -> true, null);
    }

    Ground updateStream() {
        return ground("updateStream", Bench.empty().put("Status", "stopped"), this::stream, body -> true, null);
    }

    /** The plain lawful creation of a stream. */
    public ObjectNode plainStream() {
        return Bench.empty().put("Url", bench.placeholders().values().getOrDefault("stream", ""));
    }

    /**
     * A call in progress.
     *
     * @throws InterruptedException when the run is cut short
     */
    public Optional<String> call(Transcript transcript, ObjectNode body) throws InterruptedException {
        return side.inProgress(transcript, "with parts");
    }

    /**
     * A call with a recording, paused when it is to be resumed.
     *
     * @return the ids of both, with a slash between
     * @throws InterruptedException when the run is cut short
     */
    public Optional<String> recording(Transcript transcript, ObjectNode body) throws InterruptedException {
        Optional<String> part = part(transcript, "createRecording", Bench.empty());
        if (part.isPresent() && body.path("Status").asText().equals("in-progress")) {
            send(
                    transcript,
                    "pause",
                    "updateRecording",
                    part.get(),
                    Bench.empty().put("Status", "paused"));
        }
        return part;
    }

    /**
     * A call with a stream.
     *
     * @return the ids of both, with a slash between
     * @throws InterruptedException when the run is cut short
     */
    public Optional<String> stream(Transcript transcript, ObjectNode body) throws InterruptedException {
        return part(transcript, "createStream", plainStream());
    }

    /** The path variables of a call, or of a call and its part. */
    public static Map<String, String> path(String ids) {
        int slash = ids.indexOf(SLASH);
        return slash < 0
                ? Map.of("CallSid", ids)
                : Map.of("CallSid", ids.substring(0, slash), "Sid", ids.substring(slash + 1));
    }

    private Optional<String> part(Transcript transcript, String operation, ObjectNode body)
            throws InterruptedException {
        Optional<String> call = call(transcript, body);
        if (call.isEmpty()) {
            return Optional.empty();
        }
        Exchange made = send(transcript, "begin", operation, call.get(), body);
        String sid = Bench.body(made).path("sid").asText("");
        return made.accepted() && !sid.isEmpty() ? Optional.of(call.get() + SLASH + sid) : Optional.empty();
    }

    private void stopRecording(Transcript transcript, String call, Exchange made) {
        stop(transcript, "updateRecording", call, made);
    }

    private void stopStream(Transcript transcript, String call, Exchange made) {
        stop(transcript, "updateStream", call, made);
    }

    private void stop(Transcript transcript, String operation, String call, Exchange made) {
        String sid = Bench.body(made).path("sid").asText("");
        if (!sid.isEmpty()) {
            send(
                    transcript,
                    "stop " + sid,
                    operation,
                    call + SLASH + sid,
                    Bench.empty().put("Status", "stopped"));
        }
    }

    private Exchange send(Transcript transcript, String step, String operation, String ids, ObjectNode body) {
        Operation of = bench.operation(operation);
        return transcript.send(step, operation, bench.requests().of(of, path(ids), body));
    }

    private Ground ground(
            String operation,
            ObjectNode plain,
            CallGround.Maker maker,
            Predicate<ObjectNode> spends,
            CallGround.@Nullable Undo undo) {
        return new CallGround(
                bench,
                bench.operation(operation),
                bench.placeholders(),
                plain,
                maker,
                spends,
                CallParts::path,
                20,
                undo,
                bench.operation(operation).clause("plain"),
                lack);
    }
}
