package io.callcheck.cases.signalwire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callcheck.cases.Bench;
import io.callcheck.exchange.Capabilities;
import io.callcheck.exchange.Delivery;
import io.callcheck.exchange.Reply;
import io.callcheck.exchange.Transcript;
import io.callcheck.expect.CallCallbacks;
import io.callcheck.expect.DocumentFetches;
import io.callcheck.expect.Expectation;
import io.callcheck.expect.Line;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Calls, Create, Url and its parameters; the verbs whose effect can be seen from outside. */
final class DocumentCases {
    private static final String WEBHOOK = "document";
    private static final String SPOKEN = "that is spoken to";
    private static final String WAITING = "that waits";
    private static final String REDIRECTED = "that is redirected";
    private static final String UPDATE = "give the call another document";
    /** About a hundred characters: some six seconds of speech. */
    private static final String WORDS =
            "Callcheck calls to see whether a document is fetched and obeyed in its order." + " Please hold the line.";

    private static final Duration SPEECH = Duration.ofSeconds(6);
    private static final int PAUSE = 10;
    /** A document may take fifteen seconds in all. Source: guide to webhooks, HTML retrieval error. */
    private static final Duration TOO_LATE = Duration.ofSeconds(20);

    private final CallbackDesk desk;
    private final String lacking;

    DocumentCases(CallbackDesk desk) {
        this.desk = desk;
        this.lacking = desk.bench().lacking(WEBHOOK);
    }

    void add() {
        spoken();
        waiting();
        redirected();
        String after = document("<Hangup/>");
        String failing = "whose document is an error";
        Line rejected = fallback("status", failing, Reply.status(500), "", "<Reject/>" + to(after));
        add("Reject", "Reject ends the call", DocumentFetches.ends(rejected, desk.line(failing, after)));
        add("fallback.method", "FallbackUrl is asked by POST unless told", DocumentFetches.method(rejected, "POST"));
        Line got = fallback("refused", "whose document is refused", Reply.CLOSED, "GET", "<Hangup/>");
        add("fallback.method", "FallbackUrl is asked by GET when told", DocumentFetches.method(got, "GET"));
        Reply late = Reply.document("<Response><Hangup/></Response>").late(TOO_LATE);
        fallback("timeout", "whose document comes too late", late, "", "<Hangup/>");
        fallback("broken", "whose document is broken", Reply.document("<Response><Say>Callcheck"), "", "<Hangup/>");
    }

    private void spoken() {
        String after = document("<Hangup/>");
        String third = document("<Hangup/>" + to(after));
        String media = desk.address("media", Silence.reply());
        String second = document("<Play>" + media + "</Play>" + to(third));
        String first = document("<Say>" + WORDS + "</Say>" + to(second));
        Line url = desk.line(SPOKEN, first);
        Line played = desk.line(SPOKEN, second);
        add("fetched", "Url is asked when the call is answered", DocumentFetches.fetched(url));
        add("method", "Url is asked by POST unless told", DocumentFetches.method(url, "POST"));
        add("identity", "the request for a document names the call", DocumentFetches.identity(url));
        add("Say", "Say goes before what follows", DocumentFetches.holdsUp(url, played, SPEECH));
        add("Redirect", "Redirect fetches its document", DocumentFetches.followed(url, played, "Redirect"));
        add("Play", "Play fetches its address", DocumentFetches.followed(played, desk.line(SPOKEN, media), "Play"));
        add("Hangup", "Hangup ends the call", DocumentFetches.ends(desk.line(SPOKEN, third), desk.line(SPOKEN, after)));
        desk.play(
                "a call that is spoken to",
                Set.of(WEBHOOK),
                lacking,
                transcript -> obeyed(transcript, SPOKEN, first, ""));
    }

    private void waiting() {
        boolean records = !desk.bench().target().lacks().contains(Capabilities.RECORDINGS);
        String recording = desk.address("recordingStatusCallback", Reply.HEARD);
        String record = "<Record maxLength=\"2\" timeout=\"1\" recordingStatusCallback=\"" + recording + "\"/>";
        String second = document((records ? record : "") + "<Hangup/>");
        String first = document("<Pause length=\"" + PAUSE + "\"/>" + to(second));
        Line url = desk.line(WAITING, first);
        Line recorded = desk.line(WAITING, second);
        add("method", "Url is asked by GET when told", DocumentFetches.method(url, "GET"));
        add("Pause", "Pause holds up what follows", DocumentFetches.holdsUp(url, recorded, Duration.ofSeconds(PAUSE)));
        String unrecorded = lacking.isEmpty() ? desk.bench().lacking("recordingStatusCallback") : lacking;
        desk.add(
                "document.Record",
                "Record makes a recording that is told",
                unrecorded,
                CallCallbacks.unlessNeverTold(
                        CallbackDesk.step(RecordingCallbackCases.RECORDED),
                        DocumentFetches.followed(recorded, desk.line(WAITING, recording), "recordingStatusCallback")));
        desk.play("a call that waits", Set.of(WEBHOOK), lacking, transcript -> {
            obeyed(transcript, WAITING, first, "GET");
            if (records) {
                List<Delivery> asked = desk.await(Set.of(second), came -> true, Duration.ZERO);
                if (!asked.isEmpty()) {
                    desk.await(transcript, Set.of(recording), DocumentCases::some);
                }
            }
        });
    }

    /** Calls, Update, Url: a call in progress leaves its document for another one. */
    private void redirected() {
        String first = document("<Pause length=\"60\"/>");
        String other = document("<Hangup/>");
        desk.add(
                "update.redirect",
                "the document of a call in progress is another after an update",
                lacking,
                DocumentFetches.redirected(UPDATE, desk.line(REDIRECTED, first), desk.line(REDIRECTED, other)));
        desk.play("a call that is redirected", Set.of(WEBHOOK, "update"), lacking, transcript -> {
            Optional<String> call = desk.create(transcript, REDIRECTED, desk.held("answered", Map.of("Url", first)));
            if (call.isPresent() && desk.answered(transcript, call.get())) {
                desk.await(transcript, Set.of(first), DocumentCases::some);
                desk.update(transcript, UPDATE, call.get(), Bench.empty().put("Url", other));
                desk.await(transcript, Set.of(other), DocumentCases::some);
            }
        });
    }

    /** A call whose document cannot be had, and its FallbackUrl. */
    private Line fallback(String clause, String purpose, Reply broken, String method, String verbs) {
        String url = desk.address(WEBHOOK, broken);
        String instead = document(verbs);
        Line fallback = desk.line(purpose, instead);
        add(
                "fallback." + clause,
                "FallbackUrl is asked of a call " + purpose,
                DocumentFetches.fallback(desk.line(purpose, url), fallback));
        desk.play("a call " + purpose, Set.of(WEBHOOK), lacking, transcript -> {
            ObjectNode body = desk.held("answered", Map.of("Url", url, "FallbackUrl", instead));
            if (!method.isEmpty()) {
                body.put("FallbackMethod", method);
            }
            Optional<String> call = desk.create(transcript, purpose, body);
            if (call.isPresent()
                    && !desk.await(transcript, Set.of(url), DocumentCases::some).isEmpty()) {
                Duration longest = broken.delay().isZero()
                        ? desk.patience(transcript)
                        : desk.patience(transcript).plus(broken.delay());
                desk.await(Set.of(instead), DocumentCases::some, longest);
                desk.over(transcript, call.get());
            }
        });
        return fallback;
    }

    /** A call whose document is carried out to its end. */
    private void obeyed(Transcript transcript, String purpose, String url, String method) throws InterruptedException {
        ObjectNode body = desk.held("answered", Map.of("Url", url));
        if (!method.isEmpty()) {
            body.put("Method", method);
        }
        Optional<String> call = desk.create(transcript, purpose, body);
        if (call.isPresent() && desk.answered(transcript, call.get())) {
            desk.over(transcript, call.get());
        }
    }

    private void add(String clause, String name, Expectation expectation) {
        desk.add("document." + clause, name, lacking, expectation);
    }

    private String document(String verbs) {
        return desk.address(WEBHOOK, Reply.document("<Response>" + verbs + "</Response>"));
    }

    private static boolean some(List<Delivery> came) {
        return !came.isEmpty();
    }

    private static String to(String address) {
        return "<Redirect>" + address + "</Redirect>";
    }
}
