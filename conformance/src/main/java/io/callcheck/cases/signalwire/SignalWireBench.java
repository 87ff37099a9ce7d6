package io.callcheck.cases.signalwire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callcheck.cases.Bench;
import io.callcheck.cases.Case;
import io.callcheck.cases.Placeholders;
import io.callcheck.cases.Requests;
import io.callcheck.exchange.CallbackInbox;
import io.callcheck.exchange.Redaction;
import io.callcheck.exchange.SignalWireTarget;
import io.callcheck.exchange.Target;
import io.callcheck.exchange.Transcript;
import io.callcheck.expect.Answers;
import io.callcheck.expect.Contract;
import io.callcheck.expect.Expectation;
import io.callcheck.expect.Judgement;
import io.callcheck.spec.Clause;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The SignalWire side of a target, ready for scripts.
 *
 * @param bench what all scripts share
 * @param side the target's own description
 */
public record SignalWireBench(Bench bench, SignalWireTarget side) {
    private static final String SHORT = "<Response><Say>Callcheck.</Say><Hangup/></Response>";
    private static final String HOLD = "<Response><Pause length=\"60\"/><Hangup/></Response>";

    /** Prepares a target that has a SignalWire side. */
    public static SignalWireBench of(Contract contract, Target target, SignalWireTarget side, CallbackInbox inbox) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("from", side.from());
        values.put("to", side.to().getOrDefault("answered", ""));
        values.put("document", target.documents().getOrDefault("short", inbox.address("document", SHORT)));
        values.put("hold", target.documents().getOrDefault("hold", inbox.address("document", HOLD)));
        values.put("callback", inbox.address("callback", ""));
        values.put("status-callback", inbox.address("statusCallback", ""));
        values.put("recording-callback", inbox.address("recordingStatusCallback", ""));
        values.put("amd-callback", inbox.address("asyncAmdStatusCallback", ""));
        values.put(
                "stream",
                Objects.requireNonNullElseGet(
                        side.streamUrl(), () -> inbox.address("stream", "").replaceFirst("^https?", "wss")));
        Optional.ofNullable(side.to().get("sip")).ifPresent(v -> values.put("sip", v));
        Optional.ofNullable(side.applicationSid()).ifPresent(v -> values.put("application", v));
        Requests requests = new Requests(
                side.url(),
                Map.of("AccountSid", side.account()),
                "Basic " + Redaction.basic(side.account(), side.token()));
        Bench.Names names =
                new Bench.Names("sid", "Sid", "Status", Set.of("completed", "canceled", "busy", "failed", "no-answer"));
        return new SignalWireBench(
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

    /** The plain lawful create: To, From and Url alone, with a document that ends by itself. */
    public ObjectNode plainCreate() {
        return create("answered", "document");
    }

    /**
     * A lawful create to a destination.
     *
     * @param destination a name of the target file, such as answered
     * @param document the name of a document: document or hold
     */
    public ObjectNode create(String destination, String document) {
        Map<String, String> values = bench.placeholders().values();
        return Bench.empty()
                .put("To", side.to().getOrDefault(destination, ""))
                .put("From", side.from())
                .put("Url", values.getOrDefault(document, ""));
    }

    /**
     * A call in progress.
     *
     * @throws InterruptedException when the run is cut short
     */
    public Optional<String> inProgress(Transcript transcript, String purpose) throws InterruptedException {
        return bench.call(transcript, purpose, create("answered", "hold"), Set.of("in-progress"));
    }

    /**
     * A call that rings.
     *
     * @throws InterruptedException when the run is cut short
     */
    public Optional<String> ringing(Transcript transcript, String purpose) throws InterruptedException {
        return bench.call(transcript, purpose, create("ringing", "hold"), Set.of("queued", "ringing"));
    }

    /**
     * A case of a hand-written clause.
     *
     * @param clause its id without the API
     */
    Case of(String clause, String name, Expectation expectation) {
        Clause of = bench.catalogue().clause("signalwire." + clause);
        return new Case(of, bench.catalogue().written().getOrDefault(of.id(), ""), name, expectation);
    }

    /** An expectation of a call to a destination, which applies when the target file names one. */
    Expectation needs(String destination, Expectation expectation) {
        return side.to().containsKey(destination)
                ? expectation
                : evidence -> new Judgement.NotApplicable("the target file has no signalwire.to." + destination);
    }
}
