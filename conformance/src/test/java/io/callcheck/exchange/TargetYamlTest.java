package io.callcheck.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.callcheck.spec.Api;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What YAML takes for a number is what somebody wrote. */
class TargetYamlTest {
    @TempDir
    private Path folder;

    @Test
    void aNumberIsItsTextAndNothingElseIs() throws IOException {
        JsonNode tree =
                TargetYaml.read(write("{a: +15005550000, b: 0012, c: 1_000, d: 1.50, e: [+1], f: true, g: null}"));
        assertThat(tree.toString())
                .isEqualTo("{'a':'+15005550000','b':'0012','c':'1_000','d':'1.50','e':['+1'],'f':true,'g':null}"
                        .replace('\'', '"'));
    }

    @Test
    void aNumberWithoutQuotesKeepsItsPlusSign() throws IOException {
        String id = "b3877c40-da60-4998-90ad-b792e98472af";
        Path file = write("""
                signalwire:
                  url: http://127.0.0.1:8080
                  account: %s
                  token: s3cr3t-T0ken
                  from: +15005550000
                  to: {answered: +15005550001}
                  existing-calls: ["${CALL}"]
                limits: {calls: 7}
                """.formatted(id));
        Target target = new TargetFile(file, Map.of("CALL", id), Map.of()).read();
        SignalWireTarget side = Objects.requireNonNull(target.signalwire());
        assertThat(side.from()).isEqualTo("+15005550000");
        assertThat(side.to()).isEqualTo(Map.of("answered", "+15005550001"));
        assertThat(target.existing(Api.SIGNALWIRE)).containsExactly(id);
        assertThat(target.limits().calls()).isEqualTo(7);
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("target.yaml"), text);
    }
}
