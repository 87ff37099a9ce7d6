package io.callcheck.suite;

import io.callcheck.engine.Choice;
import io.callcheck.engine.Listener;
import io.callcheck.engine.Only;
import io.callcheck.engine.Results;
import io.callcheck.engine.Session;
import io.callcheck.exchange.CallJournal;
import io.callcheck.exchange.Target;
import io.callcheck.exchange.TargetException;
import io.callcheck.exchange.TargetFile;
import io.callcheck.verdict.Terms;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/**
 * The way in for a test class of your own: describes the server that it started, and gives each case as a test.
 *
 * <pre>{@code
 * class MyServerConformanceTest {
 *     static MyServer server;
 *
 *     @BeforeAll
 *     static void start() {
 *         server = MyServer.start(0);
 *     }
 *
 *     @TestFactory
 *     Stream<DynamicNode> clauses() {
 *         return Conformance.signalwire(server.url() + "/api/laml/2010-04-01", ACCOUNT, TOKEN)
 *                 .lacks("recordings", "streams")
 *                 .clauses();
 *     }
 *
 *     @AfterAll
 *     static void stop() {
 *         server.close();
 *     }
 * }
 * }</pre>
 *
 * <p>What is said here outranks the target file, the environment and system properties; those hold for the rest, so that
 * {@code mvn test -Dcallcheck.level=should} judges more strictly. Always, {@code -Dcallcheck.only=signalwire.create}
 * judges a part. Each method returns another description and leaves its own as it was.
 */
public final class Conformance {
    private static final String ONLY = "callcheck.only";

    private final @Nullable Path file;
    private final Map<String, String> settings;
    private final List<String> only;
    private final Path results;

    private Conformance(@Nullable Path file, Map<String, String> settings, List<String> only, Path results) {
        this.file = file;
        this.settings = settings;
        this.only = only;
        this.results = results;
    }

    /**
     * The server that a target file describes.
     *
     * @param file YAML, as {@code callcheck check --target} takes it
     */
    public static Conformance target(Path file) {
        return new Conformance(file, Map.of(), List.of(), folder());
    }

    /**
     * A server of SignalWire's calls.
     *
     * @param url its address, up to and with the API version
     * @param account the project id, a UUID
     * @param token the API token
     */
    public static Conformance signalwire(String url, String account, String token) {
        return new Conformance(null, Map.of("name", "signalwire server"), List.of(), folder())
                .with("signalwire.url", url)
                .with("signalwire.account", account)
                .with("signalwire.token", token);
    }

    /**
     * A server of Bird's calls.
     *
     * @param url its address, up to what comes before {@code /workspaces}
     * @param workspace the workspace's id, a UUID
     * @param channel the channel's id, a UUID
     * @param accessKey the access key
     */
    public static Conformance bird(String url, String workspace, String channel, String accessKey) {
        return new Conformance(null, Map.of("name", "bird server"), List.of(), folder())
                .with("bird.url", url)
                .with("bird.workspace", workspace)
                .with("bird.channel", channel)
                .with("bird.access-key", accessKey);
    }

    /**
     * Sets a key of the target file.
     *
     * @param key steps joined by dots, such as {@code signalwire.to.ringing}
     * @throws TargetException when there is no such key, or the value is none of its values
     */
    public Conformance with(String key, String value) {
        TargetFile.wrong(key, value).ifPresent(why -> {
            throw new TargetException(key + ": " + why);
        });
        Map<String, String> more = new LinkedHashMap<>(settings);
        more.put(key, value);
        return new Conformance(file, Map.copyOf(more), only, results);
    }

    /** What the server does not offer: the cases that need it are not applicable, and so aborted. */
    public Conformance lacks(String... capabilities) {
        return with("lacks", String.join(",", capabilities));
    }

    /** The file of known failures, which do not fail a test; relative paths count from the module's folder. */
    public Conformance baseline(Path known) {
        return with("baseline", known.toString());
    }

    /** Judges only clauses whose id begins with one of these, such as {@code signalwire.create}. */
    public Conformance only(String... prefixes) {
        return new Conformance(file, settings, List.of(prefixes), results);
    }

    /** The folder for {@code run.json} and what is made of it; by default {@code target/callcheck}. */
    public Conformance results(Path folder) {
        return new Conformance(file, settings, only, folder);
    }

    /**
     * The server, with everything that holds for it.
     *
     * @throws TargetException when its description is wrong, in one line that names the key
     */
    public Target target() {
        Map<String, String> properties = new LinkedHashMap<>();
        System.getProperties().forEach((key, value) -> properties.put(key.toString(), value.toString()));
        for (TargetFile.Key key : TargetFile.keys()) {
            String said = settings.get(key.path());
            if (said != null) {
                properties.put(key.property(), said);
            }
        }
        TargetFile described = new TargetFile(file, System.getenv(), properties);
        if (!described.containers().isEmpty()) {
            throw new TargetException("the address of a container is known when it runs: start it in your test class,"
                    + " as with Testcontainers, and give its address here");
        }
        return described.read();
    }

    /**
     * Begins the run and gives its cases as a tree of tests by API, operation and clause, and behind them one for the
     * run as a whole. Call it in a method with {@code @TestFactory}; JUnit closes the stream, and with it the run.
     *
     * @throws TargetException when the description is wrong, in one line that names the key, or nothing listens there
     */
    public Stream<DynamicNode> clauses() {
        Target target = target();
        try {
            Terms terms = Terms.of(target.settings(), Path.of(""));
            CallJournal journal = CallJournal.in(results);
            Session session = Session.open(target, journal, Choice.beginning(prefixes()));
            try {
                check(session, target);
            } catch (TargetException e) {
                session.close();
                journal.close();
                throw e;
            }
            return begun(session, terms, journal);
        } catch (IOException e) {
            throw new CaseError(String.valueOf(e.getMessage()));
        }
    }

    /** What would make every test red for one reason. */
    private void check(Session session, Target target) {
        Only.mistake(session, prefixes(), null).ifPresent(why -> {
            throw new TargetException(why);
        });
        // A server elsewhere may be reached through a proxy alone.
        target.apis().stream()
                .filter(target::beside)
                .forEach(api -> Listening.at(target.url(api), target.limits().timeout()));
    }

    private Stream<DynamicNode> begun(Session session, Terms terms, CallJournal journal) {
        Thread hook = new Thread(() -> cut(session));
        Runtime.getRuntime().addShutdownHook(hook);
        CompletableFuture<Results> run = CompletableFuture.supplyAsync(() -> run(session, terms), Conformance::begin);
        DynamicNode whole = DynamicTest.dynamicTest(
                "the run as a whole: " + results.resolve("index.html"), () -> CaseTests.whole(run.join()));
        return Stream.concat(CaseTests.of(session, terms).tree(), Stream.of(whole))
                .onClose(() -> end(session, run, journal, hook));
    }

    /** Begins a run on a thread of its own: those of the common pool do not have the class path of the tests. */
    static void begin(Runnable run) {
        Thread thread = new Thread(run, "callcheck-run");
        thread.setDaemon(true);
        thread.start();
    }

    private Results run(Session session, Terms terms) {
        try {
            return Results.write(session.run(Listener.SILENT), terms, results);
        } catch (IOException e) {
            throw new CaseError("the results could not be written: " + e.getMessage());
        }
    }

    private static void end(Session session, CompletableFuture<Results> run, CallJournal journal, Thread hook) {
        try {
            run.join();
        } finally {
            session.close();
            forget(hook);
            close(journal);
        }
    }

    private static void close(CallJournal journal) {
        try {
            journal.close();
        } catch (IOException e) {
            throw new CaseError("the list of open calls could not be closed: " + e.getMessage());
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is about to end: the hook is at work.
        }
    }

    /** When the tests are stopped: the calls are hung up, and what was judged by then is written. */
    private static void cut(Session session) {
        session.interrupt();
        session.awaitEnd();
    }

    /** What the command line says, a smaller part for a quick loop; else what the code says. */
    private List<String> prefixes() {
        String said = System.getProperty(ONLY, "");
        List<String> asked = said.isEmpty() ? only : Arrays.asList(said.split(",", -1));
        if (asked.stream().anyMatch(String::isBlank)) {
            throw new TargetException((said.isEmpty() ? "only" : ONLY)
                    + " has an empty word, which would ask for everything: leave it out");
        }
        return asked.stream().map(String::strip).toList();
    }

    private static Path folder() {
        return Path.of("target", "callcheck");
    }
}
