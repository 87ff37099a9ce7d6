package io.callcheck.cases.signalwire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callcheck.cases.Bench;
import io.callcheck.cases.Case;
import io.callcheck.cases.Script;
import io.callcheck.exchange.CallbackInbox;
import io.callcheck.exchange.Delivery;
import io.callcheck.exchange.Exchange;
import io.callcheck.exchange.Reply;
import io.callcheck.exchange.Transcript;
import io.callcheck.expect.Expectation;
import io.callcheck.expect.Judgement;
import io.callcheck.expect.Line;
import io.callcheck.spec.Clause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the scripts share that make a call to hear of it. Each call has addresses of its own, made with the plan; the
 * cases are judged when the run is over, so that nothing that comes late is missed.
 */
final class CallbackDesk {
    private static final Set<String> IN_PROGRESS = Set.of("in-progress");

    private final SignalWireBench side;
    private final Bench bench;
    private final List<Script> scripts = new ArrayList<>();
    private final List<Case> cases = new ArrayList<>();

    CallbackDesk(SignalWireBench side) {
        this.side = side;
        this.bench = side.bench();
    }

    SignalWireBench side() {
        return side;
    }

    Bench bench() {
        return bench;
    }

    List<Script> scripts() {
        return List.copyOf(scripts);
    }

    List<Case> cases() {
        return List.copyOf(cases);
    }

    /** Why a case does not apply: a destination that the target file does not name, or what the target lacks. */
    String lacking(String operation, String destination) {
        String lacking = bench.lacking(operation);
        return lacking.isEmpty() && !side.side().to().containsKey(destination)
                ? "the target file names no destination signalwire.to." + destination
                : lacking;
    }

    /** A new address for one kind of request. */
    String address(String webhook, Reply reply) {
        return bench.inbox().address(webhook, reply);
    }

    /** One address of the call that a purpose's creation makes. */
    Line line(String purpose, String address) {
        return new Line(
                step(purpose),
                CallbackInbox.token(address),
                bench.target().beside(bench.catalogue().api()));
    }

    /** The step that creates the call of a purpose. */
    static String step(String purpose) {
        return "create " + purpose;
    }

    /** Adds a case, if its clause is to be judged. */
    void add(String id, String name, String lacking, Expectation expectation) {
        Clause clause = bench.catalogue().clause("signalwire." + id);
        if (clause.unchecked() == null) {
            String operation = bench.catalogue().written().getOrDefault(clause.id(), "");
            cases.add(new Case(
                    clause,
                    operation,
                    name,
                    lacking.isEmpty() ? expectation : evidence -> new Judgement.NotApplicable(lacking)));
        }
    }

    /** Adds a script, if it is to be played. */
    void play(String name, Set<String> webhooks, String lacking, Script.Action action) {
        if (lacking.isEmpty()) {
            scripts.add(new Script(name, bench.catalogue().api(), webhooks, List.of(), action));
        }
    }

    /**
     * Creates a call.
     *
     * @return its id; nothing when it was not created
     */
    Optional<String> create(Transcript transcript, String purpose, ObjectNode body) {
        return bench.created(transcript, purpose, body);
    }

    /**
     * Waits until a call is in progress.
     *
     * @throws InterruptedException when the run is cut short
     */
    boolean answered(Transcript transcript, String call) throws InterruptedException {
        return bench.await(transcript, call, IN_PROGRESS);
    }

    /**
     * Ends a call and waits until it is over.
     *
     * @throws InterruptedException when the run is cut short
     */
    void end(Transcript transcript, String step, String call) throws InterruptedException {
        transcript.send(step, "update", bench.hangUp(call));
        over(transcript, call);
    }

    /**
     * Waits until a call is over.
     *
     * @throws InterruptedException when the run is cut short
     */
    boolean over(Transcript transcript, String call) throws InterruptedException {
        return bench.await(transcript, call, bench.names().ended());
    }

    /** Changes a call. */
    Exchange update(Transcript transcript, String step, String call, ObjectNode body) {
        return transcript.send(step, "update", bench.onCall("update", call, body));
    }

    /**
     * Waits for what is to come to some addresses, as long as an effect may take, and longer with a slow target.
     *
     * @return what came by then
     * @throws InterruptedException when the run is cut short
     */
    List<Delivery> await(Transcript transcript, Set<String> addresses, Predicate<List<Delivery>> until)
            throws InterruptedException {
        return await(addresses, until, patience(transcript));
    }

    /**
     * Waits for what is to come to some addresses, no longer than a given time.
     *
     * @return what came by then
     * @throws InterruptedException when the run is cut short
     */
    List<Delivery> await(Set<String> addresses, Predicate<List<Delivery>> until, Duration longest)
            throws InterruptedException {
        Set<String> tokens =
                Set.copyOf(addresses.stream().map(CallbackInbox::token).toList());
        return bench.inbox().await(tokens, until, longest);
    }

    /** Gives what is not to come of a call that is over its time, before these clauses are judged. */
    void linger(Transcript transcript, String... clauses) {
        Set<String> ids = Stream.of(clauses).map(c -> "signalwire." + c).collect(Collectors.toUnmodifiableSet());
        transcript.linger(bench.target().limits().settle(), ids);
    }

    /** Twice the time that an effect may take, and ten times the slowest answer. */
    Duration patience(Transcript transcript) {
        return bench.target()
                .limits()
                .settle()
                .multipliedBy(2)
                .plus(transcript.wire().slowest().multipliedBy(10));
    }

    /** A lawful create of a call that is held, with more parameters. */
    ObjectNode held(String destination, Map<String, String> more) {
        ObjectNode body = side.create(destination, "hold");
        more.forEach(body::put);
        return body;
    }
}
