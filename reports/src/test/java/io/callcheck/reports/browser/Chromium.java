package io.callcheck.reports.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A headless Chromium of this machine. */
public final class Chromium implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");
    private static final String LISTENS = "DevTools listening on ";

    private final Process process;
    private final Path profile;
    private final Protocol protocol;

    private Chromium(Process process, Path profile, Protocol protocol) {
        this.process = process;
        this.profile = profile;
        this.protocol = protocol;
    }

    /** Where it is installed; empty when it is not. {@code CALLCHECK_CHROMIUM} names another place. */
    public static Optional<Path> installed() {
        String named = System.getenv("CALLCHECK_CHROMIUM");
        if (named != null) {
            return Optional.of(Path.of(named));
        }
        String path = System.getenv("PATH");
        return Stream.of((path == null ? "" : path).split(System.getProperty("path.separator"), -1))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Starts it, with a profile of its own and nothing that asks the network. */
    public static Chromium start(Path program) throws IOException {
        Path profile = Files.createTempDirectory("callcheck-chromium");
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "--headless",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--hide-scrollbars",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile));
        if ("root".equals(System.getProperty("user.name"))) {
            // It refuses to run as root with its sandbox; the pages are our own and on this machine.
            command.add("--no-sandbox");
        }
        command.add("about:blank");
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            BufferedReader errors = new BufferedReader(new InputStreamReader(process.getErrorStream(), UTF_8));
            String line = errors.readLine();
            while (line != null && !line.startsWith(LISTENS)) {
                line = errors.readLine();
            }
            if (line == null) {
                throw new IOException("the browser ended before it listened");
            }
            Thread drain = new Thread(() -> errors.lines().forEach(l -> {}));
            drain.setDaemon(true);
            drain.start();
            return new Chromium(process, profile, Protocol.to(URI.create(line.substring(LISTENS.length()))));
        } catch (IOException | RuntimeException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    /** A new page of its own, without anything that another one stored. */
    public Tab tab(int width, int height) {
        JsonNode context = protocol.call("", "Target.createBrowserContext", Map.of());
        JsonNode target = protocol.call(
                "",
                "Target.createTarget",
                Map.of(
                        "url",
                        "about:blank",
                        "browserContextId",
                        context.path("browserContextId").asText()));
        JsonNode session = protocol.call(
                "",
                "Target.attachToTarget",
                Map.of("targetId", target.path("targetId").asText(), "flatten", true));
        return new Tab(protocol, session.path("sessionId").asText(), width, height);
    }

    @Override
    public void close() {
        protocol.close();
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> files = Files.walk(profile)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            // A process of the browser may still write its last; the system clears its folder for temporary files.
            profile.toFile().deleteOnExit();
        }
    }
}
