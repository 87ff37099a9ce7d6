package io.callcheck.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callcheck.spec.Api;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A target file that asks for a container. */
class ContainerSettingsTest {
    private static final String BIRD = """
            bird:
              url: http://container/api
              workspace: b3877c40-da60-4998-90ad-b792e98472af
              channel: b3877c40-da60-4998-90ad-b792e98472ae
              access-key: abcdefgh
            """;

    private static final String FULL = BIRD + """
            container:
              image: example/server:1
              port: 9090
              command: --fast  --host 0.0.0.0
              env: { TOKEN: "${SECRET}", LIST: "a,b=c" }
              wait: { path: /up, log: "ready in \\\\d+", time: 5s }
            """;

    @TempDir
    private Path folder;

    @Test
    void everythingOfAContainerIsRead() throws IOException {
        ContainerSettings settings = file(FULL).containers().get(Api.BIRD);
        assertThat(settings)
                .isEqualTo(new ContainerSettings(
                        "container",
                        "example/server:1",
                        9090,
                        List.of("--fast", "--host", "0.0.0.0"),
                        Map.of("TOKEN", "hidden-one", "LIST", "a,b=c"),
                        "/up",
                        "ready in \\d+",
                        Duration.ofSeconds(5)));
        assertThat(settings).asString().doesNotContain("hidden-one");
    }

    @Test
    void aContainerIsNotLiveAndItsEnvironmentIsShownByNameAlone() throws IOException {
        Target target = file(FULL).read();
        assertThat(target.live()).isFalse();
        assertThat(target.settings()).containsEntry("container.env", "TOKEN, LIST");
        assertThat(target.settings().values()).noneMatch(v -> v.contains("hidden-one"));
    }

    @Test
    void whereItWasStartedTakesThePlaceOfItsAddress() throws IOException {
        Target target = file(FULL)
                .read(Map.of(
                        "bird.url", "http://10.1.2.3:32768/api", "callbacks.public-url", "http://gateway.example:0"));
        assertThat(target.url(Api.BIRD)).hasToString("http://10.1.2.3:32768/api");
        assertThat(target.live()).as("it is still our own container").isFalse();
        assertThat(target.publicUrl()).hasToString("http://gateway.example:0");
    }

    @Test
    void anApiMayHaveAContainerOfItsOwn() throws IOException {
        String own = FULL.replace("bird:\n", "bird:\n  container: { image: other, port: 1 }\n");
        assertThat(file(own).containers().get(Api.BIRD))
                .extracting(ContainerSettings::section, ContainerSettings::image)
                .containsExactly("bird.container", "other");
    }

    @Test
    void withoutAnAddressThatStandsForItNoContainerIsStarted() throws IOException {
        String elsewhere = BIRD.replace("container", "127.0.0.1");
        assertThat(file(elsewhere).containers()).isEmpty();
        assertThatThrownBy(() -> file(FULL.replace("http://container", "http://127.0.0.1"))
                        .read())
                .hasMessageContaining("no address stands for it")
                .hasMessageContaining("target.yaml");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                          | none is described
            'container: { image: x }'                   | container.port is missing
            'container: { port: 1 }'                    | container.image is missing
            'container: { image: x, port: 65536 }'      | container.port: expected a port
            'container: { image: x, port: 1, wait: { path: up } }'  | container.wait.path: expected a path
            'container: { image: x, port: 1, wait: { log: "(" } }'  | container.wait.log: expected a regular expression
            'container: { image: x, port: 1, env: { 1A: x } }'      | container.env: expected names and values
            'container: { image: x, ports: 1 }'         | there is no key 'container.ports'
            """)
    void whatIsWrongIsNamed(String text, String complaint) {
        assertThatThrownBy(() -> file(BIRD + text + "\n").read())
                .isInstanceOf(TargetException.class)
                .hasMessageContaining(complaint)
                .hasMessageContaining("target.yaml");
    }

    @ParameterizedTest
    @CsvSource({"172.17.0.1:0, 172.17.0.1, 0", "'[::1]:9', 0:0:0:0:0:0:0:1, 9"})
    void theReceiverListensWhereItIsTold(String text, String host, int port) throws IOException {
        Target target = file(FULL + "callbacks: { listen: '" + text + "' }\n").read();
        assertThat(target.listen()).isEqualTo(new InetSocketAddress(host, port));
    }

    private TargetFile file(String text) throws IOException {
        Path file = folder.resolve("target.yaml");
        Files.writeString(file, text);
        return new TargetFile(file, Map.of("SECRET", "hidden-one"), Map.of());
    }
}
