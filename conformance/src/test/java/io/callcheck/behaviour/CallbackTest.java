package io.callcheck.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.engine.Listener;
import io.callcheck.engine.Session;
import io.callcheck.exchange.TargetFile;
import io.callcheck.fixtures.ReferenceServer;
import io.callcheck.fixtures.Settings;
import io.callcheck.verdict.Outcome;
import io.callcheck.verdict.Run;
import io.callcheck.verdict.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the target sends: each fault trips its own clause and no other, each lawful variant none. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallbackTest {
    private static final Set<Outcome> RED = Set.of(Outcome.FAIL, Outcome.WARN, Outcome.ERROR);
    /** The runs mostly wait: they are begun together, and each test waits for its own. */
    private final ExecutorService runs = Executors.newFixedThreadPool(6);

    private final Map<List<String>, CompletableFuture<Played>> played = new LinkedHashMap<>();

    /** A run against a server with faults, and how often each of them showed. */
    private record Played(Run run, Map<String, Long> exercised) {}

    CallbackTest() {
        faults().forEach(f -> begin(f, List.of(), id -> callback(id) || updated(f, id)));
        documentFaults().forEach(f -> begin(f, List.of(), id -> document(id) || updated(f, id)));
        variants().forEach(v -> begin(List.of(), v, CallbackTest::callback));
    }

    @AfterAll
    void close() {
        runs.shutdownNow();
    }

    /** Faults that do not disturb each other share a run. */
    static List<List<String>> faults() {
        return List.of(
                List.of(
                        "signalwire.statusCallback.Timestamp.format:iso8601",
                        "signalwire.statusCallback.SequenceNumber.type:value=\"first\"",
                        "signalwire.statusCallback.Direction.enum:unknown-enum-value",
                        "signalwire.statusCallback.To.required:missing",
                        "signalwire.recordingStatusCallback.RecordingSid.format:foreign-id",
                        "signalwire.statusCallback.AudioInLargestJbSize.type:value=\"many\"",
                        "signalwire.recordingStatusCallback.RecordingUrl.format:value=\"recordings/1\"",
                        "signalwire.recordingStatusCallback.RecordingChannels.enum:value=3",
                        "signalwire.recordingStatusCallback.RecordingSource.required:missing",
                        "signalwire.asyncAmdStatusCallback.AccountSid.required:missing"),
                List.of(
                        "signalwire.statusCallback.method:wrong",
                        "signalwire.statusCallback.identity:other-call",
                        "signalwire.statusCallback.SequenceNumber.unique:repeated",
                        "signalwire.statusCallback.CallDuration.end:wrong",
                        "signalwire.statusCallback.unsubscribed:accepts=ringing",
                        "signalwire.recordingStatusCallback.method:wrong",
                        "signalwire.recordingStatusCallback.identity:other-call",
                        "signalwire.asyncAmdStatusCallback.identity:other-call"),
                List.of(
                        "signalwire.statusCallback.form:wrong",
                        "signalwire.statusCallback.SequenceNumber.rising:wrong",
                        "signalwire.statusCallback.CallStatus.final:wrong",
                        "signalwire.statusCallback.CallDuration.figure:wrong",
                        "signalwire.statusCallback.retries:repeated",
                        "signalwire.statusCallback.signature:wrong",
                        "signalwire.statusCallback.unasked:accepts=answered",
                        "signalwire.recordingStatusCallback.method:ignored",
                        "signalwire.recordingStatusCallback.subscribed:accepts=in-progress"),
                List.of(
                        "signalwire.statusCallback.method:ignored",
                        "signalwire.statusCallback.undisturbed:side-effect",
                        "signalwire.statusCallback.signed:ignored",
                        "signalwire.statusCallback.subscribed:ignored=answered",
                        "signalwire.recordingStatusCallback.delivered:ignored",
                        "signalwire.asyncAmdStatusCallback.delivered:ignored"),
                List.of(
                        "signalwire.statusCallback.unsubscribed:accepts=answered",
                        "signalwire.recordingStatusCallback.subscribed:accepts=completed"),
                List.of("signalwire.statusCallback.unsubscribed:accepts=completed"),
                List.of(
                        "signalwire.statusCallback.unasked:ignored",
                        "signalwire.recordingStatusCallback.subscribed:ignored=in-progress",
                        "signalwire.update.StatusCallback.effect:ignored"));
    }

    static List<List<String>> documentFaults() {
        return List.of(
                List.of(
                        "signalwire.document.To.required:missing",
                        "signalwire.document.CallStatus.enum:unknown-enum-value",
                        "signalwire.document.method:wrong",
                        "signalwire.document.fallback.method:wrong",
                        "signalwire.document.Record:ignored",
                        "signalwire.document.Reject:ignored",
                        "signalwire.document.Hangup:ignored"),
                List.of(
                        "signalwire.document.identity:other-call",
                        "signalwire.document.Play:ignored",
                        "signalwire.document.method:ignored",
                        "signalwire.document.fallback.method:ignored",
                        "signalwire.document.fallback.broken:ignored"),
                List.of(
                        "signalwire.document.Redirect:ignored",
                        "signalwire.document.fallback.status:ignored",
                        "signalwire.document.fallback.refused:ignored"),
                List.of("signalwire.document.fetched:ignored"),
                List.of("signalwire.update.redirect:ignored"));
    }

    static Stream<List<String>> allFaults() {
        return Stream.concat(faults().stream(), documentFaults().stream());
    }

    @ParameterizedTest
    @MethodSource("allFaults")
    void eachFaultTripsItsOwnClauseAndNoOther(List<String> faults) {
        Played of = of(faults);
        assertThat(red(of.run())).isEqualTo(clauses(faults));
        assertThat(of.exercised().values()).allSatisfy(n -> assertThat(n).isPositive());
    }

    @Test
    void aRefusedCreateThatHasItsEffectIsHeard() throws IOException {
        List<String> faults =
                List.of("signalwire.create.refused:side-effect", "signalwire.unauthorized.effect:side-effect");
        Set<String> clauses = clauses(faults);
        try (ReferenceServer server = server(faults, List.of())) {
            Run run = run(server, clauses::contains, Map.of());
            assertThat(run.verdicts())
                    .filteredOn(v -> v.caseName().startsWith("nothing is sent"))
                    .hasSize(5)
                    .extracting(Verdict::outcome)
                    .containsOnly(Outcome.FAIL);
        }
    }

    static List<List<String>> variants() {
        return List.of(
                List.of("callbacks-out-of-order", "callbacks-answered-too"),
                List.of("callbacks-repeated"),
                List.of("callbacks-late", "extra-members"),
                List.of("callbacks-unsigned"));
    }

    @ParameterizedTest
    @MethodSource("variants")
    void aLawfulVariantTripsNothingButThatCallbacksAreSigned(List<String> variants) {
        Run run = of(variants).run();
        assertThat(red(run))
                .isEqualTo(
                        variants.contains("callbacks-unsigned")
                                ? Set.of("signalwire.statusCallback.signed")
                                : Set.of());
        assertThat(run.verdicts())
                .filteredOn(v -> v.clause().equals("signalwire.statusCallback.SequenceNumber.rising"))
                .extracting(Verdict::outcome)
                .containsExactly(Outcome.PASS);
    }

    @Test
    void withoutCallbacksNothingOfThemApplies() throws IOException {
        try (ReferenceServer server = server(List.of(), List.of())) {
            Run run = run(server, id -> callback(id) || document(id), Map.of("lacks", "callbacks"));
            assertThat(run.verdicts()).isNotEmpty().extracting(Verdict::outcome).containsOnly(Outcome.NOT_APPLICABLE);
        }
    }

    @Test
    void anAddressThatTheTargetCannotReachIsTheKitsError() throws IOException {
        try (ReferenceServer server = server(List.of(), List.of())) {
            Run run =
                    run(server, CallbackTest::callback, Map.of("callbacks.public-url", "http://callcheck.invalid/in"));
            assertThat(run.verdicts()).extracting(Verdict::outcome).doesNotContain(Outcome.FAIL, Outcome.WARN);
            assertThat(run.verdicts())
                    .filteredOn(v -> v.outcome() == Outcome.ERROR)
                    .isNotEmpty()
                    .allSatisfy(v -> assertThat(v.reason()).contains("callbacks.public-url"));
        }
    }

    private void begin(List<String> faults, List<String> variants, Predicate<String> only) {
        Supplier<Played> play = () -> {
            try (ReferenceServer server = server(faults, variants)) {
                Run run = run(server, only, Map.of());
                return new Played(run, faults.stream().collect(Collectors.toMap(f -> f, server::exercised)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
        played.put(faults.isEmpty() ? variants : faults, CompletableFuture.supplyAsync(play, runs));
    }

    private Played of(List<String> faultsOrVariants) {
        return Objects.requireNonNull(played.get(faultsOrVariants)).join();
    }

    private static ReferenceServer server(List<String> faults, List<String> variants) {
        return ReferenceServer.start(Settings.defaults()
                .withSpeed(10)
                .withFaults(faults.toArray(new String[0]))
                .withVariants(variants.toArray(new String[0])));
    }

    private static Run run(ReferenceServer server, Predicate<String> only, Map<String, String> more)
            throws IOException {
        Settings.SignalWire account = server.settings().signalwire();
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("signalwire.url", server.baseUrl() + "/api/laml/2010-04-01");
        keys.put("signalwire.account", account.account());
        keys.put("signalwire.token", account.token());
        keys.put("signalwire.from", account.from());
        keys.put("signalwire.to.answered", "+15005550001");
        keys.put("signalwire.to.busy", "+15005550002");
        keys.put("signalwire.to.machine", "+15005550006");
        keys.put("signalwire.signing-key", account.signingKey());
        keys.put("limits.settle", "1s");
        more.forEach((key, value) -> keys.put(key.contains(".") ? key : "callcheck." + key, value));
        try (Session session = Session.open(new TargetFile(null, Map.of(), keys).read(), only::test)) {
            return session.run(Listener.SILENT);
        }
    }

    private static Set<String> clauses(List<String> faults) {
        return faults.stream().map(f -> f.substring(0, f.indexOf(':'))).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> red(Run run) {
        return run.verdicts().stream()
                .filter(v -> RED.contains(v.outcome()))
                .map(Verdict::clause)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean callback(String id) {
        return id.matches("signalwire\\.(statusCallback|recordingStatusCallback|asyncAmdStatusCallback)\\..*");
    }

    private static boolean document(String id) {
        return id.startsWith("signalwire.document.");
    }

    /** A clause on updates brings every script of updates with it: it is judged where it is broken. */
    private static boolean updated(List<String> faults, String id) {
        return id.startsWith("signalwire.update.") && clauses(faults).contains(id);
    }
}
