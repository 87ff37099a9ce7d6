package io.callcheck.cases.signalwire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callcheck.exchange.CallbackInbox;
import io.callcheck.exchange.Redaction;
import io.callcheck.exchange.Reply;
import io.callcheck.exchange.Sent;
import io.callcheck.expect.CallCallbacks;
import io.callcheck.expect.Expectation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Refused means refused: no document is fetched and no callback sent for a create that was not accepted. */
final class RefusedCreateCases {
    private static final String STATUS = "statusCallback";
    private static final String REFUSED = "create.refused";
    private static final String UNAUTHORIZED = "unauthorized.effect";

    private final CallbackDesk desk;
    private final Map<String, Sent> probes = new LinkedHashMap<>();
    private final Map<String, Set<String>> addresses = new LinkedHashMap<>();

    RefusedCreateCases(CallbackDesk desk) {
        this.desk = desk;
    }

    void add() {
        boolean invalid = desk.bench().target().allowInvalid();
        String lacking = desk.bench().lacking(STATUS);
        String wrong = lacking.isEmpty() && !invalid ? "wrong requests are not sent to a live target" : lacking;
        refused("To left out", wrong, body -> body.remove("To"));
        refused("Timeout=0", wrong, body -> body.put("Timeout", "0"));
        refused("Method=PUT", wrong, body -> body.put("Method", "PUT"));
        String basic = "Basic " + Redaction.basic(desk.side().side().account(), "not-the-token");
        stranger("no credentials", lacking, "");
        stranger("wrong credentials", lacking, basic);
        desk.play("creates that are refused", Set.of("create", STATUS), lacking, transcript -> {
            probes.forEach((name, sent) -> transcript.send(step(name), "create", sent));
            // Nothing is to come: the time that an effect may take is all there is to wait for.
            desk.linger(transcript, REFUSED, UNAUTHORIZED);
        });
    }

    private static String step(String name) {
        return "refused create: " + name;
    }

    private interface Change {
        void in(ObjectNode body);
    }

    private void refused(String name, String lacking, Change change) {
        ObjectNode body = body(name);
        change.in(body);
        if (lacking.isEmpty()) {
            probes.put(name, request(body));
        }
        desk.add(REFUSED, "nothing is sent when refused: " + name, lacking, nothing(name));
    }

    private void stranger(String name, String lacking, String authorization) {
        probes.put(name, request(body(name)).header("Authorization", authorization));
        desk.add(UNAUTHORIZED, "nothing is sent after " + name, lacking, nothing(name));
    }

    private Expectation nothing(String name) {
        return CallCallbacks.nothing(step(name), addresses.getOrDefault(name, Set.of()));
    }

    private Sent request(ObjectNode body) {
        return desk.bench().requests().of(desk.bench().operation("create"), Map.of(), body);
    }

    private ObjectNode body(String name) {
        String document = desk.address("document", Reply.document("<Response><Hangup/></Response>"));
        String callback = desk.address(STATUS, Reply.HEARD);
        addresses.put(name, Set.of(CallbackInbox.token(document), CallbackInbox.token(callback)));
        ObjectNode body = desk.side().plainCreate().put("Url", document).put("StatusCallback", callback);
        ArrayNode events = body.putArray("StatusCallbackEvent");
        List.of("initiated", "ringing", "answered", "completed").forEach(events::add);
        return body;
    }
}
