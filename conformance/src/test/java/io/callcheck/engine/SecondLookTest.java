package io.callcheck.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.exchange.TargetFile;
import io.callcheck.fixtures.ReferenceServer;
import io.callcheck.fixtures.Settings;
import io.callcheck.fixtures.fault.Faults;
import io.callcheck.verdict.Outcome;
import io.callcheck.verdict.Run;
import io.callcheck.verdict.Verdict;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What rests on waiting is looked at twice, what was seen is not. */
@Timeout(120)
class SecondLookTest {
    private static final String HEARD = "signalwire.statusCallback.subscribed";
    private static final String BUSY = "completed is told of a busy line";
    private static final String FOREIGN = "signalwire.retrieve.isolation";

    /** What came of a run, and how many calls it asked for. */
    private record Played(Run run, int creations) {
        Verdict of(String clause, String name) {
            return run.verdicts().stream()
                    .filter(v -> v.clause().equals(clause) && v.caseName().contains(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void aCallbackThatIsLostOnceIsUnstable() throws IOException {
        AtomicInteger busy = new AtomicInteger();
        Played played = heard(tells -> tells.contains("CallStatus=busy") && busy.getAndIncrement() == 0, Map.of());
        Verdict verdict = played.of(HEARD, BUSY);
        assertThat(verdict.outcome()).isEqualTo(Outcome.PASS);
        assertThat(verdict.unstable()).isTrue();
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.reason())
                .isEqualTo("first: FAIL, CallStatus: expected the event completed, got it did not come;"
                        + " tried again, alone: PASS");
        assertThat(verdict.evidence()).hasSize(2);
        assertThat(verdict.evidence().stream()
                        .map(i -> played.run().exchanges().get(i))
                        .map(Run.ExchangeInfo::operation))
                .containsOnly("create");
        assertThat(played.run().unstable()).containsExactly(verdict);
        assertThat(played.run().exit()).isZero();
        assertThat(played.run().only()).containsExactly(HEARD);
        assertThat(busy).hasValue(2);
    }

    @Test
    void aCallbackThatNeverComesIsAViolationToldOnce() throws IOException {
        AtomicInteger busy = new AtomicInteger();
        Played played = heard(tells -> tells.contains("CallStatus=busy") && busy.getAndIncrement() >= 0, Map.of());
        Verdict verdict = played.of(HEARD, BUSY);
        assertThat(verdict.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(verdict.unstable()).isFalse();
        assertThat(verdict.reason()).isEmpty();
        assertThat(verdict.findings()).hasSize(1);
        assertThat(played.run().unstable()).isEmpty();
        assertThat(played.run().verdicts())
                .extracting(v -> v.clause() + v.operation() + v.caseName())
                .doesNotHaveDuplicates();
        assertThat(busy).hasValue(2);
    }

    @Test
    void withoutACallLeftTheFirstOutcomeStays() throws IOException {
        int creations = heard(request -> false, Map.of()).creations();
        AtomicInteger busy = new AtomicInteger();
        Played played = heard(
                tells -> tells.contains("CallStatus=busy") && busy.getAndIncrement() == 0,
                Map.of("limits.calls", Integer.toString(creations)));
        assertThat(played.of(HEARD, BUSY).outcome()).isEqualTo(Outcome.FAIL);
        assertThat(played.run().unstable()).isEmpty();
        assertThat(played.creations()).isEqualTo(creations);
        assertThat(busy).hasValue(1);
    }

    @Test
    void anAnswerThatTakesTooLongOnceIsUnstable() throws IOException {
        try (ReferenceServer server = server();
                Relay relay = Relay.holding(URI.create(server.baseUrl()), once(foreign(server)))) {
            Played played = play(server, relay.address(), FOREIGN, Map.of("limits.timeout", "2s"));
            Verdict verdict = played.of(FOREIGN, "");
            assertThat(verdict.outcome()).isEqualTo(Outcome.PASS);
            assertThat(verdict.unstable()).isTrue();
            assertThat(verdict.reason()).startsWith("first: ERROR, no answer: ").endsWith("; tried again, alone: PASS");
        }
    }

    @Test
    void anAnswerThatNeverComesIsAnErrorToldOnce() throws IOException {
        try (ReferenceServer server = server();
                Relay relay = Relay.holding(URI.create(server.baseUrl()), foreign(server))) {
            Verdict verdict = play(server, relay.address(), FOREIGN, Map.of("limits.timeout", "1s"))
                    .of(FOREIGN, "");
            assertThat(verdict.outcome()).isEqualTo(Outcome.ERROR);
            assertThat(verdict.unstable()).isFalse();
            assertThat(relay.lost()).isEqualTo(2);
        }
    }

    @Test
    void aServerThatCannotForAMomentIsAskedAgain() throws IOException {
        try (ReferenceServer server = server();
                Relay relay = Relay.puttingOff(URI.create(server.baseUrl()), once(foreign(server)))) {
            Verdict verdict = play(server, relay.address(), FOREIGN, Map.of()).of(FOREIGN, "");
            assertThat(verdict.outcome()).isEqualTo(Outcome.PASS);
            assertThat(verdict.reason())
                    .startsWith("first: ERROR, the target answers 503")
                    .endsWith("; tried again, alone: PASS");
        }
    }

    @Test
    void aServerThatNeverCanIsAskedTwice() throws IOException {
        try (ReferenceServer server = server();
                Relay relay = Relay.puttingOff(URI.create(server.baseUrl()), foreign(server))) {
            Verdict verdict = play(server, relay.address(), FOREIGN, Map.of()).of(FOREIGN, "");
            assertThat(verdict.outcome()).isEqualTo(Outcome.ERROR);
            assertThat(verdict.unstable()).isFalse();
            assertThat(relay.lost()).isEqualTo(2);
        }
    }

    @Test
    void whatIsWrongOnTheWireIsNotAskedForAgain() throws IOException {
        String fault = Faults.all().stream()
                .filter(f -> f.clause().equals(FOREIGN))
                .map(Faults.Entry::id)
                .findFirst()
                .orElseThrow();
        try (ReferenceServer good = server();
                ReferenceServer bad = server(fault)) {
            Played well = play(good, URI.create(good.baseUrl()), FOREIGN, Map.of());
            Played ill = play(bad, URI.create(bad.baseUrl()), FOREIGN, Map.of());
            assertThat(well.of(FOREIGN, "").outcome()).isEqualTo(Outcome.PASS);
            assertThat(ill.of(FOREIGN, "").outcome()).isEqualTo(Outcome.FAIL);
            assertThat(ill.run().unstable()).isEmpty();
            assertThat(ill.run().summary().requestsSent())
                    .isEqualTo(well.run().summary().requestsSent());
        }
    }

    @Test
    void aTargetThatIsGoneIsNotTriedAgain() throws IOException {
        try (ReferenceServer server = server()) {
            AtomicInteger gone = new AtomicInteger();
            Predicate<String> foreign = foreign(server);
            try (Relay relay = Relay.holding(
                    URI.create(server.baseUrl()),
                    request -> gone.get() > 0 || (foreign.test(request) && gone.incrementAndGet() > 0))) {
                Played played = play(server, relay.address(), FOREIGN, Map.of("limits.timeout", "1s"));
                assertThat(played.of(FOREIGN, "").outcome()).isEqualTo(Outcome.ERROR);
                assertThat(played.run().unstable()).isEmpty();
                assertThat(played.creations()).isEqualTo(1);
            }
        }
    }

    private static Predicate<String> once(Predicate<String> which) {
        AtomicInteger times = new AtomicInteger();
        return request -> which.test(request) && times.getAndIncrement() == 0;
    }

    /** A request on the path of another account than the server's. */
    private static Predicate<String> foreign(ReferenceServer server) {
        String account = server.settings().signalwire().account();
        return request -> request.matches("(?s)GET \\S*/Accounts/[0-9a-f-]{36}/Calls/.*")
                && !request.lines().findFirst().orElse("").contains(account);
    }

    private static ReferenceServer server(String... faults) {
        return ReferenceServer.start(
                Settings.defaults().withPort(0).withSpeed(10).withFaults(faults));
    }

    /** A run whose callbacks pass by a relay. */
    private static Played heard(Predicate<String> loses, Map<String, String> more) throws IOException {
        int port = free();
        try (ReferenceServer server = server();
                Relay relay = Relay.swallowing(URI.create("http://127.0.0.1:" + port), loses)) {
            Map<String, String> keys = new LinkedHashMap<>(more);
            keys.put("callbacks.listen", "127.0.0.1:" + port);
            keys.put("callbacks.public-url", relay.address().toString());
            keys.put("limits.settle", "1s");
            return play(server, URI.create(server.baseUrl()), HEARD, keys);
        }
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Played play(ReferenceServer server, URI url, String clause, Map<String, String> more)
            throws IOException {
        Settings.SignalWire account = server.settings().signalwire();
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("signalwire.url", url + "/api/laml/2010-04-01");
        keys.put("signalwire.account", account.account());
        keys.put("signalwire.token", account.token());
        keys.put("signalwire.from", account.from());
        keys.put("signalwire.to.answered", "+15005550001");
        keys.put("signalwire.to.busy", "+15005550002");
        keys.put("signalwire.signing-key", account.signingKey());
        keys.putAll(more);
        try (Session session = Session.open(new TargetFile(null, Map.of(), keys).read(), List.of(clause)::contains)) {
            return new Played(session.run(Listener.SILENT), session.creations());
        }
    }
}
