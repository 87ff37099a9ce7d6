package io.callcheck.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callcheck.exchange.Answer;
import io.callcheck.exchange.CallbackInbox;
import io.callcheck.exchange.Capabilities;
import io.callcheck.exchange.Exchange;
import io.callcheck.exchange.Sent;
import io.callcheck.exchange.Target;
import io.callcheck.exchange.Transcript;
import io.callcheck.expect.Answers;
import io.callcheck.expect.Soundness;
import io.callcheck.spec.Catalogue;
import io.callcheck.spec.Operation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that the scripts of one API share: the target, its requests, and how to bring a call into a state.
 *
 * @param catalogue the API's catalogue
 * @param target the server under test
 * @param inbox our own receiver
 * @param requests writes the API's requests
 * @param placeholders the target's own values
 * @param names the names that the API gives to things
 * @param answers judges the API's answers
 */
public record Bench(
        Catalogue catalogue,
        Target target,
        CallbackInbox inbox,
        Requests requests,
        Placeholders placeholders,
        Names names,
        Answers answers) {

    /** The laws of a call look past what is wrong in itself. */
    public Soundness soundness() {
        return Soundness.of(answers);
    }

    /**
     * The names that an API gives to things.
     *
     * @param id the member of a call that is its id, such as {@code sid}
     * @param callVariable the path variable of a call, such as {@code Sid}
     * @param statusParameter the parameter of an update that ends a call, such as {@code Status}
     * @param ended the statuses that a call never leaves
     */
    public record Names(String id, String callVariable, String statusParameter, Set<String> ended) {}

    /** Operations that change nothing; a law that belongs to no operation. */
    private static final Set<String> READING = Set.of("retrieve", "list", "");

    /** An operation of the API. */
    public Operation operation(String id) {
        return catalogue.operation(id);
    }

    /** A request on one call. */
    public Sent onCall(String operation, String call, ObjectNode body) {
        return requests.of(operation(operation), Map.of(names.callVariable(), call), body);
    }

    /** Why the target does not offer an operation; empty when it does. */
    public String lacking(String operation) {
        if (target.readOnly() && !READING.contains(operation)) {
            return "the target file says 'read-only: true'";
        }
        List<String> capabilities = switch (operation) {
            case "list" -> List.of(Capabilities.LIST);
            case "delete" -> List.of(Capabilities.DELETE);
            case "createRecording", "updateRecording" -> List.of(Capabilities.RECORDINGS);
            case "createStream", "updateStream" -> List.of(Capabilities.STREAMS);
            case "statusCallback" -> List.of(Capabilities.CALLBACKS);
            case "recordingStatusCallback" -> List.of(Capabilities.CALLBACKS, Capabilities.RECORDINGS);
            case "asyncAmdStatusCallback" -> List.of(Capabilities.CALLBACKS, Capabilities.MACHINE_DETECTION);
            case "document" -> List.of(Capabilities.CALLBACKS, Capabilities.DOCUMENTS);
            default -> List.of();
        };
        return capabilities.stream()
                .filter(target.lacks()::contains)
                .findFirst()
                .map(c -> "the target declares that it lacks " + c)
                .orElse("");
    }

    /** The request that ends a call. */
    public Sent hangUp(String call) {
        return onCall("update", call, empty().put(names.statusParameter(), "completed"));
    }

    /** A call from its creation to its end: it decides no case by itself, but shows what only an ended call has. */
    public Script life(Beginning beginning) {
        return new Script("life of a call", catalogue.api(), Set.of("retrieve", "update"), List.of(), transcript -> {
            Optional<String> call = beginning.begin(transcript);
            if (call.isPresent()) {
                transcript.send("end", "update", hangUp(call.get()));
                await(transcript, call.get(), names.ended());
            }
        });
    }

    /** Brings a call into progress. */
    @FunctionalInterface
    public interface Beginning {
        /**
         * Brings it there.
         *
         * @return its id; nothing when the target did not come so far
         * @throws InterruptedException when the run is cut short
         */
        Optional<String> begin(Transcript transcript) throws InterruptedException;
    }

    /** A body without members. */
    public static ObjectNode empty() {
        return JsonNodeFactory.instance.objectNode();
    }

    /**
     * Creates a call, whatever state it is in; of a target that is only read it is one that is there already.
     *
     * @return its id; nothing when it was not created
     */
    public Optional<String> created(Transcript transcript, String purpose, ObjectNode create) {
        if (target.readOnly()) {
            return target.existing(catalogue.api()).stream().findFirst();
        }
        Exchange made =
                transcript.send("create " + purpose, "create", requests.of(operation("create"), Map.of(), create));
        String id = body(made).path(names.id()).asText("");
        return made.accepted() && !id.isEmpty() ? Optional.of(id) : Optional.empty();
    }

    /**
     * Creates a call and waits until it has a status, at most four times as long as an effect may take.
     *
     * @return its id; nothing when it was not created or never came so far
     * @throws InterruptedException when the run is cut short
     */
    public Optional<String> call(Transcript transcript, String purpose, ObjectNode create, Set<String> until)
            throws InterruptedException {
        Sent sent = requests.of(operation("create"), Map.of(), create);
        Exchange created = transcript.send("create " + purpose, "create", sent);
        String id = body(created).path(names.id()).asText("");
        if (!created.accepted() || id.isEmpty()) {
            return Optional.empty();
        }
        if (until.contains(body(created).path("status").asText())) {
            return Optional.of(id);
        }
        return await(transcript, id, until) ? Optional.of(id) : Optional.empty();
    }

    /**
     * Retrieves a call until it has a status.
     *
     * @return whether it came to that
     * @throws InterruptedException when the run is cut short
     */
    public boolean await(Transcript transcript, String id, Set<String> until) throws InterruptedException {
        Sent retrieve = onCall("retrieve", id, empty());
        Exchange last = Until.enough(
                target.limits().settle().multipliedBy(4),
                look -> transcript.send("look " + look + " at " + id, "retrieve", retrieve),
                seen -> !seen.accepted()
                        || until.contains(status(seen))
                        || names.ended().contains(status(seen)));
        return until.contains(status(last));
    }

    private static String status(Exchange seen) {
        return body(seen).path("status").asText();
    }

    /** The body of an answer as JSON, one with a member twice too; missing when it is none. */
    public static JsonNode body(Exchange exchange) {
        Answer answer = exchange.answer();
        return answer == null ? MissingNode.getInstance() : answer.lenientJson();
    }
}
