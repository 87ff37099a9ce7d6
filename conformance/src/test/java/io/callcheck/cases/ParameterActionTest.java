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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that requests use up are made ahead where they keep, and made once more where they are no longer fresh. */
@Timeout(30)
class ParameterActionTest {
    private static final String ANSWER = "HTTP/1.1 %s\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}";
    private static final Map<String, String> NAMES = Map.of(
            "Status=completed", "ends",
            "Status=finished", "wrong",
            "Method=GET", "keeps",
            "Method=PUT", "put",
            "Method=PATCH", "patch");
    private static final Probe KEEPS = Probes.lawful(
            "signalwire.update.StatusCallbackMethod.enum", "\"GET\"", "{\"StatusCallback\": \"{status-callback}\"}");
    private static final Probe ENDS = Probes.lawful("signalwire.update.Status.enum", "\"completed\"");
    private static final Probe PUT = Probes.wrong("signalwire.update.StatusCallbackMethod.enum", "\"PUT\"");
    private static final Probe PATCH = Probes.wrong("signalwire.update.StatusCallbackMethod.enum", "\"PATCH\"");
    private static final Probe WRONG = Probes.wrong("signalwire.update.Status.enum", "\"finished\"");

    private final List<String> log = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Integer> asked = new ConcurrentHashMap<>();
    private final AtomicInteger made = new AtomicInteger();
    private final AtomicLong clock = new AtomicLong();
    private final RawPeer peer = RawPeer.hearing(this::answer);
    private volatile long pace;
    /** How many requests each call takes, and what the others are answered with. */
    private volatile int most = Integer.MAX_VALUE;

    private volatile String ended = "409 Conflict";
    private volatile Set<String> refused = Set.of("put", "patch", "wrong");

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

    @Test
    void aLawfulValueThatMeetsAnEndedCallIsSentToAnother() throws Exception {
        most = 1;
        play(List.of(KEEPS), List.of());
        assertThat(log).containsExactly("made 1", "plain 1", "keeps 1", "plain 1", "made 2", "keeps 2");
    }

    @Test
    void wrongValuesThatMeetAnEndedCallAreSentToAnother() throws Exception {
        most = 3;
        play(List.of(KEEPS), List.of(PUT, PATCH));
        assertThat(log)
                .containsExactly(
                        "made 1", "plain 1", "keeps 1", "put 1", "patch 1", "plain 1", "made 2", "put 2", "patch 2",
                        "plain 2");
    }

    @Test
    void aWrongValueThatWasAcceptedIsNotSentAnew() throws Exception {
        most = 3;
        refused = Set.of("patch");
        play(List.of(KEEPS), List.of(PUT, PATCH));
        assertThat(log)
                .containsExactly(
                        "made 1", "plain 1", "keeps 1", "put 1", "patch 1", "plain 1", "made 2", "patch 2", "plain 2");
    }

    @Test
    void callsThatTakeOneRequestAreMadeThreeTimesMore() throws Exception {
        most = 1;
        play(List.of(KEEPS), List.of(PUT, PATCH));
        assertThat(log).endsWith("made 4", "put 4", "patch 4", "plain 4");
        assertThat(log).filteredOn(l -> l.startsWith("made")).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"500 Internal Server Error", "503 Service Unavailable", "429 Too Many Requests"})
    void aTargetThatIsAwayEndsNoCall(String answer) throws Exception {
        most = 1;
        ended = answer;
        play(List.of(KEEPS), List.of());
        assertThat(log).contains("keeps 1").doesNotContain("made 2");
    }

    @Test
    void onALiveTargetNoFurtherCallIsMade() throws Exception {
        most = 1;
        play(Targets.live(peer.address()), true, List.of(KEEPS), List.of());
        assertThat(log).containsExactly("made 1", "plain 1", "keeps 1", "plain 1");
    }

    private void play(boolean keeps) throws Exception {
        play(Targets.at(peer.address(), "5s"), keeps, List.of(KEEPS, ENDS), List.of(WRONG));
    }

    private void play(List<Probe> lawful, List<Probe> wrong) throws Exception {
        play(Targets.at(peer.address(), "5s"), true, lawful, wrong);
    }

    private void play(Target target, boolean keeps, List<Probe> lawful, List<Probe> wrong) throws Exception {
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
                            ground, lawful, wrong, Set.of(), new Outgoing(update, Documents.contract(Api.SIGNALWIRE)))
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

    /** Lets the time pass that a request takes, and refuses the methods that there are not. */
    private void answer(int number, String body, OutputStream out) throws IOException {
        String name = NAMES.entrySet().stream()
                .filter(n -> body.contains(n.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("plain");
        String call = peer.heads().get(number).replaceFirst("(?s).*/call-(\\d+).*", "$1");
        log.add(name + " " + call);
        clock.addAndGet(pace);
        boolean over = asked.merge(call, 1, Integer::sum) > most;
        String status = over ? ended : refused.contains(name) ? "400 Bad Request" : "200 OK";
        out.write(ANSWER.formatted(status).getBytes(StandardCharsets.UTF_8));
    }
}
