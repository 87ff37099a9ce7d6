package io.callcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.exchange.TargetFile;
import io.callcheck.fixtures.Settings;
import io.callcheck.spec.Api;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Target files that ask for a container, without any Docker; with it they are tested by {@code .ci/containers}. */
class ContainerTargetTest {
    @TempDir
    private Path folder;

    @Test
    void aServerThatIsAlreadyThereNeedsNoDocker() {
        try (Embedded server = Embedded.start(Settings.defaults())) {
            Map<String, String> keys = new LinkedHashMap<>(server.keys());
            keys.remove("name");
            TargetFile file = new TargetFile(null, Map.of(), keys);
            try (ContainerTarget running =
                    ContainerTarget.of(file, line -> assertThat(line).isEmpty())) {
                assertThat(running.target().url(Api.BIRD))
                        .hasToString(server.server().baseUrl());
                assertThat(running.target().publicUrl()).isNull();
                assertThat(running.target().listen()).isNull();
            }
        }
    }

    @Test
    void aPlanStartsNoContainer() throws IOException {
        Path file = folder.resolve("target.yaml");
        try (Embedded server = Embedded.start(Settings.defaults());
                PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
            Map<String, String> keys = new LinkedHashMap<>(server.keys());
            keys.keySet().removeIf(key -> key.startsWith("signalwire."));
            keys.put("bird.url", "http://container");
            keys.put("container.image", "example/is-not-there:1");
            keys.put("container.port", "8080");
            ServeCommand.print(keys, new Console(out));
        }
        Ran ran = Ran.of("check", "--target", file.toString(), "--plan");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).doesNotContain("started");
    }

    @Test
    void aServerThatListensEverywhereIsCalledAtThisMachine() {
        try (Embedded server = Embedded.start(Settings.defaults().withHost("0.0.0.0"))) {
            assertThat(server.keys().get("bird.url")).startsWith("http://127.0.0.1:");
        }
    }
}
