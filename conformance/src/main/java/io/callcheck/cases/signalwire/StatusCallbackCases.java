package io.callcheck.cases.signalwire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callcheck.cases.Bench;
import io.callcheck.exchange.Delivery;
import io.callcheck.exchange.Reply;
import io.callcheck.exchange.Step;
import io.callcheck.exchange.Transcript;
import io.callcheck.expect.CallCallbacks;
import io.callcheck.expect.CallDurations;
import io.callcheck.expect.CallbackSignatures;
import io.callcheck.expect.Expectation;
import io.callcheck.expect.Line;
import io.callcheck.expect.StatusCallbacks;
import io.callcheck.expect.Told;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Calls, Create, StatusCallback and its parameters; Webhooks, Voice status callback. */
final class StatusCallbackCases {
    /** The clause that no event is told which is not in the list. */
    static final String UNSUBSCRIBED = "statusCallback.unsubscribed";

    private static final String WEBHOOK = "statusCallback";
    private static final String RECORDING = "recordingStatusCallback";
    private static final String ALL = "with all events";
    private static final String DEFAULT = "without a list of events";
    private static final String BUSY = "to a busy line";
    private static final String FAILING = "whose callbacks fail";
    private static final String GET = "with callbacks by GET";
    private static final String HANG_UP_FAILING = "hang up the call whose callbacks fail";
    private static final String CONTROL = "without callbacks that could fail";
    /** How often a call is looked at that nobody hangs up. */
    private static final Duration LOOK = Duration.ofMillis(300);

    private static final String HANG_UP_CONTROL = "hang up the call without callbacks that could fail";
    private static final Duration LEAST_GAP = Duration.ofMillis(500);
    private static final Set<String> ENDED = Set.of("completed", "canceled", "busy", "failed", "no-answer");

    private final CallbackDesk desk;
    private final String lacking;

    StatusCallbackCases(CallbackDesk desk) {
        this.desk = desk;
        this.lacking = desk.bench().lacking(WEBHOOK);
    }

    void add() {
        allEvents();
        defaultEvents();
        busy();
        failing();
        byGet();
        signatures();
    }

    private void allEvents() {
        String address = desk.address(WEBHOOK, Reply.HEARD);
        Line line = desk.line(ALL, address);
        for (String event : List.of("initiated", "ringing", "answered", "completed")) {
            add("statusCallback.subscribed", event + " is told when asked for", StatusCallbacks.told(line, event));
        }
        add("statusCallback.method", "POST is used unless GET is asked for", StatusCallbacks.method(line, "POST"));
        add("statusCallback.form", "the parameters of a POST are form fields", StatusCallbacks.form(line));
        add("statusCallback.identity", "an answered call is named rightly", StatusCallbacks.identity(line));
        add("statusCallback.SequenceNumber.unique", "no number stands for two events", StatusCallbacks.unique(line));
        add("statusCallback.SequenceNumber.rising", "the numbers rise", StatusCallbacks.rising(line));
        add("statusCallback.CallStatus.final", "the end told is that of the call", StatusCallbacks.end(line));
        add("statusCallback.CallDuration.end", "no duration is told before the end", CallDurations.notBefore(line));
        add("statusCallback.CallDuration.figure", "the duration told is that of the call", CallDurations.figure(line));
        desk.play("a call with all events", Set.of(WEBHOOK), lacking, transcript -> {
            ObjectNode body = events("answered", address, "initiated", "ringing", "answered", "completed");
            talked(transcript, ALL, body);
            desk.await(
                    transcript,
                    Set.of(address),
                    came -> tells(came, Set.of("initiated"))
                            && tells(came, Set.of("in-progress", "answered"))
                            && ended(came));
            desk.await(
                    Set.of(address),
                    came -> tells(came, Set.of("ringing")),
                    LEAST_GAP.plus(transcript.wire().slowest()));
        });
    }

    private void defaultEvents() {
        String address = desk.address(WEBHOOK, Reply.HEARD);
        Line line = desk.line(DEFAULT, address);
        add(
                "statusCallback.unasked",
                "without a list only the end is told",
                StatusCallbacks.only(line, Set.of("completed")));
        add("statusCallback.unasked", "without a list the end is told", StatusCallbacks.told(line, "completed"));
        desk.play("a call without a list of events", Set.of(WEBHOOK), lacking, transcript -> {
            talked(transcript, DEFAULT, events("answered", address));
            desk.await(transcript, Set.of(address), StatusCallbackCases::ended);
        });
    }

    private void busy() {
        String reason = desk.lacking(WEBHOOK, "busy");
        String address = desk.address(WEBHOOK, Reply.HEARD);
        Line line = desk.line(BUSY, address);
        desk.add(
                "statusCallback.subscribed",
                "completed is told of a busy line",
                reason,
                StatusCallbacks.told(line, "completed"));
        desk.add("statusCallback.identity", "a busy call is named rightly", reason, StatusCallbacks.identity(line));
        desk.add(
                "statusCallback.CallStatus.final",
                "the end told of a busy line is that of the call",
                reason,
                StatusCallbacks.end(line));
        desk.play("a call to a busy line", Set.of(WEBHOOK), reason, transcript -> {
            ObjectNode body = events("busy", address, "initiated", "completed");
            Optional<String> call = desk.create(transcript, BUSY, body);
            if (call.isPresent() && desk.over(transcript, call.get())) {
                desk.await(transcript, Set.of(address), StatusCallbackCases::ended);
            }
        });
    }

    private void failing() {
        String address = desk.address(WEBHOOK, Reply.status(500));
        Line line = desk.line(FAILING, address);
        add("statusCallback.retries", "a failed delivery is tried twice more at most", StatusCallbacks.retries(line));
        add(
                "statusCallback.undisturbed",
                "a call goes on while its callbacks fail",
                StatusCallbacks.undisturbed(line, HANG_UP_FAILING, HANG_UP_CONTROL));
        add(
                UNSUBSCRIBED,
                "ringing and the answer are not told unasked",
                StatusCallbacks.only(line, Set.of("initiated", "completed")));
        desk.play("a call whose callbacks fail", Set.of(WEBHOOK), lacking, transcript -> {
            long since = System.nanoTime();
            Optional<String> call =
                    desk.create(transcript, FAILING, events("answered", address, "initiated", "completed"));
            if (call.isEmpty()) {
                return;
            }
            boolean answered = desk.answered(transcript, call.get());
            Optional<Duration> ended = answered
                    ? ended(transcript, call.get(), address, since)
                    : Optional.of(Duration.ofNanos(System.nanoTime() - since)).filter(d -> over(transcript));
            if (ended.isPresent()) {
                control(transcript, ended.get());
            } else if (answered) {
                desk.end(transcript, HANG_UP_FAILING, call.get());
            }
        });
    }

    /** Whether the last look showed a call that was over before it was seen to be answered. */
    private boolean over(Transcript transcript) {
        List<Step> steps = transcript.evidence().steps();
        JsonNode call = Bench.body(steps.get(steps.size() - 1).exchange());
        return desk.bench().names().ended().contains(call.path("status").asText());
    }

    /**
     * Waits until there would have been a fourth try, and looks at the call meanwhile.
     *
     * @param since when it was created
     * @return how long after that it was seen to be over
     */
    private Optional<Duration> ended(Transcript transcript, String call, String address, long since)
            throws InterruptedException {
        long began = System.nanoTime();
        long most = desk.patience(transcript).toNanos();
        boolean tried = false;
        Optional<Duration> ended = Optional.empty();
        for (long waited = 0; waited < most; waited = System.nanoTime() - began) {
            int wanted = tried ? 4 : 3;
            List<Delivery> tries = desk.await(Set.of(address), came -> came.size() >= wanted, LOOK);
            if (ended.isEmpty() && !desk.answered(transcript, call)) {
                ended = Optional.of(Duration.ofNanos(System.nanoTime() - since));
            }
            if (tries.size() > 3) {
                return ended;
            }
            if (tries.size() == 3 && !tried) {
                tried = true;
                most = System.nanoTime() - began + gap(tries).toNanos();
            }
        }
        return ended;
    }

    /**
     * A call ended by itself: whether others do so too, as soon. A simulator may be faster than life.
     *
     * @param after longer than that call can have gone on
     */
    private void control(Transcript transcript, Duration after) throws InterruptedException {
        Optional<String> call = desk.create(transcript, CONTROL, desk.held("answered", Map.of()));
        if (call.isPresent() && desk.answered(transcript, call.get())) {
            // Well longer than the other one: two calls of one length end some moments apart on a busy server.
            desk.await(Set.of(), came -> false, after.multipliedBy(2).plus(LEAST_GAP));
            if (desk.answered(transcript, call.get())) {
                desk.end(transcript, HANG_UP_CONTROL, call.get());
            }
        }
    }

    /** Twice the time between two tries: by then a fourth one would have come. */
    private static Duration gap(List<Delivery> tries) {
        int last = tries.size() - 1;
        Duration seen = last < 1
                ? Duration.ZERO
                : Duration.between(tries.get(last - 1).at(), tries.get(last).at());
        return seen.multipliedBy(2).plus(LEAST_GAP);
    }

    private void byGet() {
        String address = desk.address(WEBHOOK, Reply.HEARD);
        Line line = desk.line(GET, address);
        add("statusCallback.method", "GET is used when asked for", StatusCallbacks.method(line, "GET"));
        add("statusCallback.form", "the parameters of a GET stand in the query", StatusCallbacks.form(line));
        add(
                UNSUBSCRIBED,
                "initiated and ringing are not told unasked",
                StatusCallbacks.only(line, Set.of("answered", "completed")));
        String recording = desk.address(RECORDING, Reply.HEARD);
        String unrecorded = desk.bench().lacking(RECORDING);
        String subscribed = "recordingStatusCallback.subscribed";
        desk.add(
                subscribed,
                "the end of a recording is not told unasked",
                unrecorded,
                CallCallbacks.onlyBeginning(desk.line(GET, recording)));
        desk.play("a call with callbacks by GET", Set.of(WEBHOOK, RECORDING), lacking, transcript -> {
            ObjectNode body =
                    events("answered", address, "answered", "completed").put("StatusCallbackMethod", "GET");
            if (unrecorded.isEmpty()) {
                body.put("Record", "true")
                        .put("RecordingStatusCallback", recording)
                        .put("RecordingStatusCallbackEvent", "in-progress");
            }
            talked(transcript, GET, body);
            desk.linger(transcript, subscribed);
            desk.await(transcript, Set.of(address), StatusCallbackCases::ended);
        });
    }

    private void signatures() {
        String key = desk.side().side().signingKey();
        String reason = key == null && lacking.isEmpty() ? "the target file names no signalwire.signing-key" : lacking;
        Expectation signature = CallbackSignatures.signature(
                key == null ? "" : key, desk.bench().inbox().base());
        desk.add("statusCallback.signature", "a signature is that of the signing key", reason, signature);
        desk.add("statusCallback.signed", "callbacks are signed", reason, CallbackSignatures.signed());
    }

    private void add(String clause, String name, Expectation expectation) {
        desk.add(clause, name, lacking, expectation);
    }

    /** A call that is answered and then hung up. */
    private void talked(Transcript transcript, String purpose, ObjectNode body) throws InterruptedException {
        Optional<String> call = desk.create(transcript, purpose, body);
        if (call.isPresent() && desk.answered(transcript, call.get())) {
            desk.end(transcript, "hang up the call " + purpose, call.get());
        }
    }

    private ObjectNode events(String destination, String address, String... events) {
        ObjectNode body = desk.held(destination, Map.of("StatusCallback", address));
        if (events.length > 0) {
            ArrayNode list = body.putArray("StatusCallbackEvent");
            List.of(events).forEach(list::add);
        }
        return body;
    }

    /** Whether an end was told. */
    static boolean ended(List<Delivery> came) {
        return tells(came, ENDED);
    }

    private static boolean tells(List<Delivery> came, Set<String> statuses) {
        Predicate<Told> one = t -> statuses.contains(t.text("CallStatus"));
        return came.stream().map(Told::of).anyMatch(one);
    }
}
