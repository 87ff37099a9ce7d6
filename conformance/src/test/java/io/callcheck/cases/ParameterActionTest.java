package io.callcheck.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callcheck.cases.signalwire.SignalWireBench;
import io.callcheck.exchange.CallbackInbox;
import io.callcheck.exchange.RawPeer;
import io.callcheck.exchange.SignalWireTarget;
import io.callcheck.exchange.Target;
import io.callcheck.exchange.Timed;
import io.callcheck.exchange.Transcript;
import io.callcheck.spec.Api;
import io.callcheck.spec.Operation;
import io.callcheck.testing.Documents;
import io.callcheck.testing.Samples;
import io.callcheck.testing.Targets;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls that requests use up are made ahead where they keep, and made once more where they are no longer fresh. */
@Timeout(30)
class ParameterActionTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}";
    private static final Probe KEEPS = Probes.lawful(
            "signalwire.update.StatusCallbackMethod.enum", "\"GET\"", "{\"StatusCallback\": \"{status-callback}\"}");
    private static final Probe ENDS = Probes.lawful("signalwire.update.Status.enum", "\"completed\"");
    private static final Probe WRONG = Probes.wrong("signalwire.update.Status.enum", "\"finished\"");

    private final List<String> log = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger made = new AtomicInteger();
    private final AtomicLong clock = new AtomicLong();
    private final RawPeer peer = RawPeer.hearing(this::answer);
    private volatile long pace;

    ParameterActionTest() throws IOException {}

    @AfterEach
    void close() throws IOException {
        peer.close();
    }

    @Test
    void callsThatKeepAreMadeBesideTheRest() throws Exception {
        play(true);
        assertThat(log)
                .containsExactly("made 1", "plain 1", "made 2", "made 3", "keeps 1", "ends 2", "wrong 3", "plain 3");
    }

    @Test
    void callsThatDoNotKeepAreMadeWhenTheyAreNeeded() throws Exception {
        play(false);
        assertThat(log)
                .containsExactly("made 1", "plain 1", "keeps 1", "made 2", "ends 2", "made 3", "wrong 3", "plain 3");
    }

    /** One request lies between making the first of them and taking it, and two between making and taking the other. */
    @ParameterizedTest
    @CsvSource({"999, ends 2, wrong 3", "1000, ends 2, wrong 4", "1999, ends 2, wrong 4", "2000, ends 4, wrong 5"})
    void aCallOfTwoSecondsAgoIsMadeAnew(long millis, String ends, String wrong) throws Exception {
        pace = millis * 1_000_000;
        play(true);
        assertThat(log).contains(ends, wrong);
        assertThat(log)
                .filteredOn(l -> l.startsWith("ends") || l.startsWith("wrong"))
                .hasSize(2);
    }

    private void play(boolean keeps) throws Exception {
        Target target = Targets.at(peer.address(), "5s");
        SignalWireTarget side = Objects.requireNonNull(target.signalwire());
        Operation update = Documents.catalogue(Api.SIGNALWIRE).operation("update");
        try (CallbackInbox inbox = CallbackInbox.open(null)) {
            Bench bench = SignalWireBench.of(Documents.contract(Api.SIGNALWIRE), target, side, inbox)
                    .bench();
            Ground ground = new CallGround(
                    bench,
                    update,
                    Probes.PLACEHOLDERS,
                    Samples.object("{\"StatusCallback\": \"http://127.0.0.1:1/callback\"}"),
                    calls(keeps),
                    body -> body.has("Status"),
                    sid -> Map.of("Sid", sid),
                    20,
                    null,
                    "signalwire.update.plain",
                    use -> "");
            new ParameterAction(
                            ground,
                            List.of(KEEPS, ENDS),
                            List.of(WRONG),
                            Set.of(),
                            new Outgoing(update, Documents.contract(Api.SIGNALWIRE)))
                    .play(Timed.transcript(peer.address(), Runnable::run, clock::get));
        }
    }

    private CallGround.Maker calls(boolean keep) {
        return new CallGround.Maker() {
            @Override
            public Optional<String> make(Transcript transcript, ObjectNode body) {
                log.add("made " + made.incrementAndGet());
                return Optional.of("call-" + made);
            }

            @Override
            public boolean lasts(ObjectNode body) {
                return keep;
            }
        };
    }

    /** Takes whatever comes, and lets the time pass that a request takes. */
    private void answer(int number, String body, OutputStream out) throws IOException {
        String name = body.contains("Status=completed")
                ? "ends"
                : body.contains("Status=finished") ? "wrong" : body.contains("Method") ? "keeps" : "plain";
        log.add(name + " " + peer.heads().get(number).replaceFirst("(?s).*/call-(\\d+).*", "$1"));
        clock.addAndGet(pace);
        out.write(OK.getBytes(StandardCharsets.UTF_8));
    }
}
