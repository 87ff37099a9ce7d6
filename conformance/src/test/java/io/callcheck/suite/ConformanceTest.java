package io.callcheck.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callcheck.exchange.TargetException;
import io.callcheck.fixtures.ReferenceServer;
import io.callcheck.fixtures.Settings;
import io.callcheck.verdict.RunFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/** Runs the tests that a class of a user would have, without JUnit. */
class ConformanceTest {
    private static final String FAULT = "signalwire.retrieve.success";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    @Test
    void eachCaseOfALawfulServerIsATest() throws IOException {
        try (ReferenceServer server = lawful()) {
            Map<String, Optional<Throwable>> ran = ran(of(server).only("signalwire.retrieve"));
            assertThat(ran).hasSizeGreaterThan(7);
            assertThat(ran.keySet())
                    .anyMatch(name -> name.contains(" / retrieve / signalwire.retrieve.unknown / "))
                    .allMatch(name -> name.startsWith("SignalWire") || name.startsWith("the run"));
            assertThat(ran.values())
                    .filteredOn(Optional::isPresent)
                    .allSatisfy(t -> assertThat(t.orElseThrow()).isInstanceOf(TestAbortedException.class));
            assertThat(ran.values()).contains(Optional.empty());
            assertThat(RunFile.read(folder.resolve(RunFile.NAME)).verdicts()).hasSize(ran.size() - 1);
        }
    }

    @Test
    void aViolationFailsItsTestsAndNamesTheClause() {
        try (ReferenceServer server = faulty()) {
            List<Throwable> failures = failures(ran(of(server).only("signalwire.retrieve.")));
            assertThat(failures).isNotEmpty().allSatisfy(f -> assertThat(f).hasMessageStartingWith(FAULT));
        }
    }

    @Test
    void aKnownFailureFailsNothingUntilItIsMended() throws IOException {
        Path known = Files.writeString(folder.resolve("known.yaml"), """
                known:
                - clause: %s
                  reason: not today
                """.formatted(FAULT));
        try (ReferenceServer server = faulty()) {
            assertThat(failures(ran(of(server).only(FAULT).baseline(known)))).isEmpty();
        }
        try (ReferenceServer server = lawful()) {
            assertThat(failures(ran(of(server).only(FAULT).baseline(known)))).hasSize(1);
        }
    }

    @Test
    void aServerThatIsDownIsToldOnceAndNotByEveryTest() {
        Conformance down = Conformance.bird("http://127.0.0.1:1", ID, ID, "key").results(folder);
        assertThatThrownBy(down::clauses)
                .isInstanceOf(TargetException.class)
                .hasMessageContaining("nothing listens at http://127.0.0.1:1");
    }

    @Test
    void aServerThatAnswersNothingToThePointIsNotGreen() {
        try (ReferenceServer server = lawful()) {
            List<Throwable> failures = failures(ran(of(server)
                    .with("signalwire.url", server.baseUrl() + "/elsewhere")
                    .only("signalwire.retrieve")));
            assertThat(failures).isNotEmpty();
        }
    }

    @Test
    void aContainerIsStartedByTheTestClass() {
        Conformance container = Conformance.bird("http://container/", ID, ID, "key")
                .with("container.image", "mine")
                .with("container.port", "80");
        assertThatThrownBy(container::target)
                .isInstanceOf(TargetException.class)
                .hasMessageContaining("Testcontainers");
    }

    @Test
    void whatIsLackedIsAborted() {
        try (ReferenceServer server = lawful()) {
            Map<String, Optional<Throwable>> ran = ran(of(server)
                    .with("signalwire.second-account.account", Settings.SignalWire.OTHER_ACCOUNT)
                    .with("signalwire.second-account.token", Settings.SignalWire.OTHER_TOKEN)
                    .lacks("recordings", "streams")
                    .only("signalwire.createStream", "signalwire.retrieve."));
            assertThat(ran.values())
                    .filteredOn(Optional::isPresent)
                    .hasSizeGreaterThan(20)
                    .allSatisfy(t -> assertThat(t.orElseThrow()).hasMessageContaining("streams"));
        }
    }

    @Test
    void aTargetFileHoldsWhereTheCodeSaysNothing() throws IOException {
        Path file = Files.writeString(folder.resolve("target.yaml"), """
                name: mine
                signalwire:
                  url: http://127.0.0.1:1/old
                  account: %s
                  token: secret
                lacks: [list]
                """.formatted(ID));
        var target = Conformance.target(file)
                .with("signalwire.url", "http://127.0.0.1:2/new")
                .target();
        assertThat(target.name()).isEqualTo("mine");
        assertThat(target.lacks()).containsExactly("list");
        assertThat(target.url(target.apis().get(0))).hasToString("http://127.0.0.1:2/new");
    }

    @Test
    void aWrongDescriptionIsToldInOneLine() {
        Conformance right = Conformance.bird("http://127.0.0.1:1", ID, ID, "key");
        assertThatThrownBy(() -> right.with("bird.urn", "x"))
                .isInstanceOf(TargetException.class)
                .hasMessage("bird.urn: there is no such key");
        assertThatThrownBy(() -> right.lacks("hope"))
                .isInstanceOf(TargetException.class)
                .hasMessageContaining("callbacks");
        assertThatThrownBy(() -> right.results(folder).only("bird.nothing").clauses())
                .isInstanceOf(TargetException.class)
                .hasMessageContaining("bird.nothing");
    }

    /** What is misspelt, or empty, among several words would else leave a run green that never asked about it. */
    @Test
    void everyWordThatIsAskedAboutIsThere() {
        Conformance right =
                Conformance.bird("http://127.0.0.1:1", ID, ID, "key").results(folder);
        assertThatThrownBy(() -> right.only("bird.retrieve", "bird.crate").clauses())
                .isInstanceOf(TargetException.class)
                .hasMessageStartingWith("no case is about bird.crate: no clause begins so; did you mean bird.create");
        assertThatThrownBy(() -> right.only("bird.retrieve", " ").clauses())
                .isInstanceOf(TargetException.class)
                .hasMessage("only has an empty word, which would ask for everything: leave it out");
        // An API that is not there is no misspelling, and as little a reason to be green.
        assertThatThrownBy(
                        () -> right.only("bird.retrieve", "signalwire.create").clauses())
                .isInstanceOf(TargetException.class)
                .hasMessageContaining("signalwire.create: its API is not configured");
    }

    @Test
    void aBlankBehindACommaIsNoPartOfAWord() {
        System.setProperty("callcheck.only", "bird.retrieve, bird.crate");
        try {
            assertThatThrownBy(() -> Conformance.bird("http://127.0.0.1:1", ID, ID, "key")
                            .results(folder)
                            .clauses())
                    .isInstanceOf(TargetException.class)
                    .hasMessageStartingWith("no case is about bird.crate:");
        } finally {
            System.clearProperty("callcheck.only");
        }
    }

    private static final String ID = "b3877c40-da60-4998-90ad-b792e98472af";

    private static ReferenceServer faulty() {
        return ReferenceServer.start(settings().withFaults(FAULT + ":203"));
    }

    private static ReferenceServer lawful() {
        return ReferenceServer.start(settings());
    }

    private static Settings settings() {
        return Settings.defaults().withPort(0).withSpeed(10);
    }

    private Conformance of(ReferenceServer server) {
        Settings.SignalWire account = server.settings().signalwire();
        return Conformance.signalwire(server.baseUrl() + "/api/laml/2010-04-01", account.account(), account.token())
                .results(folder);
    }

    /** What every test of the tree threw, by its path. */
    private static Map<String, Optional<Throwable>> ran(Conformance conformance) {
        Map<String, Optional<Throwable>> ran = new LinkedHashMap<>();
        try (Stream<DynamicNode> nodes = conformance.clauses()) {
            nodes.forEach(node -> run("", node, ran));
        }
        return ran;
    }

    private static void run(String path, DynamicNode node, Map<String, Optional<Throwable>> ran) {
        String name = path + node.getDisplayName();
        if (node instanceof DynamicContainer container) {
            container.getChildren().forEach(child -> run(name + " / ", child, ran));
        } else if (node instanceof DynamicTest test) {
            Optional<Throwable> thrown = Optional.empty();
            try {
                test.getExecutable().execute();
            } catch (Throwable t) {
                thrown = Optional.of(t);
            }
            ran.put(name + " #" + ran.size(), thrown);
        }
    }

    private static List<Throwable> failures(Map<String, Optional<Throwable>> ran) {
        return ran.values().stream()
                .flatMap(Optional::stream)
                .filter(t -> !(t instanceof TestAbortedException))
                .toList();
    }
}
