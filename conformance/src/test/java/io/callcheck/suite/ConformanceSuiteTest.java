package io.callcheck.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callcheck.engine.Listener;
import io.callcheck.engine.Results;
import io.callcheck.exchange.CallJournal;
import io.callcheck.exchange.Target;
import io.callcheck.exchange.TargetException;
import io.callcheck.testing.ServicePath;
import io.callcheck.testing.Targets;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the suite's own class as JUnit would, with a target of the test. */
class ConformanceSuiteTest {
    @TempDir
    private Path folder;

    @Test
    void whateverBreaksInTheRunEverythingIsClosedAndTheServerLast() throws IOException {
        try (Place place = place(Breaking.class)) {
            ConformanceSuite suite = new ConformanceSuite();
            suite.begin();
            assertThat(folder.resolve(CallJournal.NAME)).exists();
            assertThatThrownBy(suite::end).hasMessageContaining("nobody listens");
            assertThat(place.closed).containsExactly("receiver closed: true, journal closed: true");
        }
    }

    @Test
    void aTargetThatIsDescribedWronglyIsTakenDownToo() throws IOException {
        try (Place place = place(Wrong.class)) {
            ConformanceSuite suite = new ConformanceSuite();
            assertThatThrownBy(suite::begin)
                    .isInstanceOf(CaseError.class)
                    .hasMessage("exit=2: bird.url: there is none");
            assertThat(suite.conformance()).isEmpty();
            suite.end();
            assertThat(place.closed).hasSize(1);
        }
    }

    @Test
    void aRunThatCanBeWrittenIsTold() throws IOException {
        try (Place place = place(Silent.class)) {
            ConformanceSuite suite = new ConformanceSuite();
            suite.begin();
            assertThatThrownBy(suite::end).isInstanceOf(CaseError.class).hasMessageStartingWith("exit=3: ");
            assertThat(place.closed).containsExactly("finished", "receiver closed: true, journal closed: true");
        }
    }

    /** Threads of the common pool know the class path of the JVM alone, and that is not always the one of the tests. */
    @Test
    void aRunHasTheClassPathOfWhoeverBeganIt() throws IOException {
        try (Place place = place(Silent.class)) {
            CompletableFuture<ClassLoader> loader = new CompletableFuture<>();
            Conformance.begin(() -> loader.complete(Thread.currentThread().getContextClassLoader()));
            assertThat(loader.join()).isSameAs(place);
        }
    }

    private Place place(Class<?> source) throws IOException {
        return new Place(source, folder, free());
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static final class Place extends ServicePath {
        private final Path folder;
        private final int port;
        private final List<String> closed = new ArrayList<>();

        Place(Class<?> source, Path folder, int port) throws IOException {
            super(folder, TargetSource.class, source);
            this.folder = folder;
            this.port = port;
        }

        static Place here() {
            return (Place) Thread.currentThread().getContextClassLoader();
        }
    }

    /** Of a target where nothing listens. */
    public static class Silent implements TargetSource {
        private final Place place = Place.here();

        @Override
        public Target target() {
            return Targets.both(Map.of("callbacks.listen", "127.0.0.1:" + place.port));
        }

        @Override
        public Path folder() {
            return place.folder;
        }

        @Override
        public void finished(Results results) {
            place.closed.add("finished");
        }

        @Override
        public void close() {
            place.closed.add("receiver closed: " + closed() + ", journal closed: "
                    + !Files.exists(place.folder.resolve(CallJournal.NAME)));
        }

        private boolean closed() {
            try (ServerSocket again = new ServerSocket(place.port, 1, InetAddress.getLoopbackAddress())) {
                return again.isBound();
            } catch (IOException e) {
                return false;
            }
        }
    }

    /** Its run breaks. */
    public static final class Breaking extends Silent {
        @Override
        public Listener listener() {
            throw new IllegalStateException("nobody listens");
        }
    }

    /** It has none. */
    public static final class Wrong extends Silent {
        @Override
        public Target target() {
            throw new TargetException("bird.url: there is none");
        }
    }
}
