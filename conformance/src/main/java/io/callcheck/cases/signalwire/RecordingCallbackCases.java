package io.callcheck.cases.signalwire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callcheck.cases.Bench;
import io.callcheck.exchange.Capabilities;
import io.callcheck.exchange.Delivery;
import io.callcheck.exchange.Reply;
import io.callcheck.expect.CallCallbacks;
import io.callcheck.expect.Line;
import io.callcheck.expect.StatusCallbacks;
import io.callcheck.expect.Told;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Calls, Create, RecordingStatusCallback and AsyncAmdStatusCallback; Calls, Update, StatusCallback. Two calls: one is
 * recorded and given another status callback while it lasts, one is answered by a machine and recorded, and is to be
 * told of only when it begins.
 */
final class RecordingCallbackCases {
    private static final String STATUS = "statusCallback";
    private static final String RECORDING = "recordingStatusCallback";
    private static final String DETECTION = "asyncAmdStatusCallback";
    /** The purpose of the call that is recorded from its answer on. */
    static final String RECORDED = "that is recorded";

    private static final String MACHINE = "to a machine";
    private static final String UPDATE = "give the recorded call another callback";

    private static final Set<String> ENDED = Set.of("completed", "absent", "failed");

    private final CallbackDesk desk;
    private final boolean records;
    private final boolean detects;

    RecordingCallbackCases(CallbackDesk desk) {
        this.desk = desk;
        Set<String> lacks = desk.bench().target().lacks();
        this.records = !lacks.contains(Capabilities.RECORDINGS);
        this.detects = !lacks.contains(Capabilities.MACHINE_DETECTION)
                && desk.side().side().to().containsKey("machine");
    }

    void add() {
        recorded();
        machine();
    }

    private void recorded() {
        String before = desk.address(STATUS, Reply.HEARD);
        String after = desk.address(STATUS, Reply.HEARD);
        String recording = desk.address(RECORDING, Reply.HEARD);
        Line line = desk.line(RECORDED, recording);
        String lacking = desk.bench().lacking(RECORDING);
        desk.add(
                "recordingStatusCallback.delivered",
                "the end of a recording is told",
                lacking,
                CallCallbacks.recorded(line));
        desk.add(
                "recordingStatusCallback.subscribed",
                "the beginning of a recording is not told unasked",
                lacking,
                CallCallbacks.onlyEnd(line));
        desk.add(
                "recordingStatusCallback.method",
                "POST is used unless GET is asked for",
                lacking,
                CallCallbacks.method(line, "POST"));
        desk.add(
                "recordingStatusCallback.identity",
                "a recording names its call and itself rightly",
                lacking,
                CallCallbacks.recordingIdentity(line));
        String lackingStatus = desk.bench().lacking(STATUS);
        desk.add(
                "update.StatusCallback.effect",
                "the end is told at the new address",
                lackingStatus,
                CallCallbacks.after(UPDATE, StatusCallbacks.told(desk.line(RECORDED, after), "completed")));
        desk.add(
                "update.StatusCallback.effect",
                "the end is not told at the old address",
                lackingStatus,
                StatusCallbacks.left(desk.line(RECORDED, before), UPDATE));
        desk.play("a call that is recorded", Set.of(STATUS, RECORDING, "update"), lackingStatus, transcript -> {
            ObjectNode body =
                    desk.held("answered", Map.of("StatusCallback", before, "StatusCallbackEvent", "completed"));
            if (records) {
                body.put("Record", "true").put("RecordingStatusCallback", recording);
            }
            Optional<String> call = desk.create(transcript, RECORDED, body);
            if (call.isPresent() && desk.answered(transcript, call.get())) {
                desk.update(transcript, UPDATE, call.get(), Bench.empty().put("StatusCallback", after));
                desk.end(transcript, "hang up the recorded call", call.get());
                desk.await(transcript, Set.of(before, after), StatusCallbackCases::ended);
                if (records) {
                    desk.await(transcript, Set.of(recording), came -> has(came, ENDED));
                }
            }
        });
    }

    private void machine() {
        String recording = desk.address(RECORDING, Reply.HEARD);
        String detection = desk.address(DETECTION, Reply.HEARD);
        Line recordings = desk.line(MACHINE, recording);
        String lacking = desk.bench().lacking(RECORDING);
        desk.add(
                "recordingStatusCallback.subscribed",
                "the beginning of a recording is told when asked for",
                lacking,
                CallCallbacks.begun(recordings));
        desk.add(
                "recordingStatusCallback.method",
                "GET is used when asked for",
                lacking,
                CallCallbacks.method(recordings, "GET"));
        String lackingDetection = desk.lacking(DETECTION, "machine");
        Line detections = desk.line(MACHINE, detection);
        desk.add(
                "asyncAmdStatusCallback.delivered",
                "the end of machine detection is told",
                lackingDetection,
                CallCallbacks.delivered(detections, "the end of machine detection"));
        desk.add(
                "asyncAmdStatusCallback.identity",
                "machine detection names its call rightly",
                lackingDetection,
                CallCallbacks.identity(detections));
        String status = desk.address(STATUS, Reply.HEARD);
        String lackingStatus = desk.bench().lacking(STATUS);
        desk.add(
                StatusCallbackCases.UNSUBSCRIBED,
                "the answer and the end are not told unasked",
                lackingStatus,
                StatusCallbacks.only(desk.line(MACHINE, status), Set.of("initiated")));
        desk.play("a call to a machine", Set.of(STATUS, RECORDING, DETECTION), lackingStatus, transcript -> {
            ObjectNode body = desk.held(detects ? "machine" : "answered", Map.of())
                    .put("StatusCallback", status)
                    .put("StatusCallbackEvent", "initiated");
            if (detects) {
                body.put("MachineDetection", "Enable").put("AsyncAmd", "true").put("AsyncAmdStatusCallback", detection);
            }
            if (records) {
                body.put("Record", "true")
                        .put("RecordingStatusCallback", recording)
                        .put("RecordingStatusCallbackMethod", "GET")
                        .put("RecordingStatusCallbackEvent", "in-progress completed");
            }
            Optional<String> call = desk.create(transcript, MACHINE, body);
            if (call.isPresent() && desk.answered(transcript, call.get())) {
                List<Delivery> came = desk.await(
                        transcript,
                        Set.of(detection, recording),
                        all -> (!detects || from(all, DETECTION)) && (!records || has(all, Set.of("in-progress"))));
                desk.end(transcript, "hang up the call to a machine", call.get());
                desk.linger(transcript, StatusCallbackCases.UNSUBSCRIBED);
                if (from(came, RECORDING)) {
                    desk.await(transcript, Set.of(recording), all -> has(all, ENDED));
                }
            }
        });
    }

    private static boolean from(List<Delivery> came, String webhook) {
        return came.stream().anyMatch(d -> d.purpose().equals(webhook));
    }

    private static boolean has(List<Delivery> came, Set<String> statuses) {
        return came.stream().map(Told::of).anyMatch(t -> statuses.contains(t.text("RecordingStatus")));
    }
}
