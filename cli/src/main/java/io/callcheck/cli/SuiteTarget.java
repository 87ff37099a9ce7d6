package io.callcheck.cli;

import io.callcheck.engine.Listener;
import io.callcheck.engine.Results;
import io.callcheck.exchange.Target;
import io.callcheck.exchange.TargetFile;
import io.callcheck.fixtures.Settings;
import io.callcheck.suite.TargetSource;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code mvn verify} tests: the file of {@code -Dtarget}, or the server of {@code -Dsignalwire.url} and
 * {@code -Dbird.url}, or, with nothing given, the embedded reference server.
 */
public final class SuiteTarget implements TargetSource {
    private final Console console = new Console(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    private @Nullable Embedded embedded;
    private @Nullable ContainerTarget containers;

    @Override
    public Target target() {
        Map<String, String> properties = new LinkedHashMap<>();
        System.getProperties().forEach((key, value) -> properties.put(key.toString(), value.toString()));
        String file = properties.get("callcheck.target");
        boolean given = file != null && !file.isEmpty();
        if (given || properties.containsKey("signalwire.url") || properties.containsKey("bird.url")) {
            Path from = directory();
            ContainerTarget running = ContainerTarget.of(
                    new TargetFile(given ? from.resolve(String.valueOf(file)) : null, System.getenv(), properties),
                    console::line);
            containers = running;
            return running.target();
        }
        Embedded started = Embedded.start(Settings.defaults().withSpeed(EMBEDDED_SPEED));
        embedded = started;
        return started.target();
    }

    /** By this factor the telephone of the embedded server is faster than a real one. */
    static final double EMBEDDED_SPEED = 5;

    @Override
    public Path directory() {
        return Path.of(System.getProperty("callcheck.directory", ""));
    }

    @Override
    public Path folder() {
        return Path.of(System.getProperty("callcheck.out", "target/callcheck"));
    }

    @Override
    public Listener listener() {
        return new Progress(console.out(), false, false);
    }

    @Override
    public void finished(Results results) {
        Summary.lines(results).forEach(console::line);
    }

    @Override
    public void close() {
        if (embedded != null) {
            embedded.close();
        }
        if (containers != null) {
            containers.close();
        }
    }
}
