package io.callcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.exchange.Target;
import io.callcheck.exchange.TargetFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file that {@code init} writes is one that {@code check} takes. */
class InitCommandTest {
    private static final Map<String, String> ENVIRONMENT =
            Map.of("SIGNALWIRE_TOKEN", "t", "BIRD_ACCESS_KEY", "k", "SIGNALWIRE_SIGNING_KEY", "s");

    @TempDir
    private Path folder;

    @Test
    void theFileIsATarget() throws IOException {
        Path file = folder.resolve("target.yaml");
        Ran ran = Ran.of("init", "--out", file.toString());
        assertThat(ran.exit()).as(ran.err()).isZero();
        Target target = new TargetFile(file, ENVIRONMENT, Map.of()).read();
        assertThat(target.apis()).hasSize(2);
        assertThat(target.name()).isEqualTo("my-server");
        assertThat(TargetFile.keys())
                .allSatisfy(key -> assertThat(Files.readString(file)).contains(key.help()));
    }

    @Test
    void everyExampleIsRight() {
        assertThat(TargetFile.keys())
                .filteredOn(key -> !key.example().matches("[\\[{$].*"))
                .hasSizeGreaterThan(30)
                .allSatisfy(key -> assertThat(
                                TargetFile.wrong(key.path(), key.example().replace("\"", "")))
                        .as(key.path())
                        .isEmpty());
    }

    @Test
    void aFileThatIsThereIsLeftAlone() throws IOException {
        Path file = Files.writeString(folder.resolve("target.yaml"), "mine");
        Ran ran = Ran.of("init", "--out", file.toString());
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("is there already");
        assertThat(file).hasContent("mine");
    }

    @Test
    void whatIsAskedForIsWrittenAndAWrongAnswerIsAskedForAgain() throws IOException {
        Deque<String> answers = new ArrayDeque<>(List.of(
                "Ann's \"server\"",
                "not a url",
                "http://127.0.0.1:9/v1",
                "12",
                "00000000-0000-4000-8000-000000000007",
                ""));
        StringWriter words = new StringWriter();
        Map<String, String> values =
                InitCommand.asked(question -> String.valueOf(answers.poll()), new PrintWriter(words, true));
        Path file = Files.writeString(folder.resolve("target.yaml"), InitCommandFile.text(values));
        Target target = new TargetFile(file, ENVIRONMENT, Map.of()).read();
        assertThat(target.name()).isEqualTo("Ann's \"server\"");
        assertThat(target.bird()).isNull();
        assertThat(target.settings())
                .containsEntry("signalwire.url", "http://127.0.0.1:9/v1")
                .containsEntry("signalwire.account", "00000000-0000-4000-8000-000000000007");
        assertThat(words.toString())
                .contains("expected an http or https address")
                .contains("expected a UUID");
    }
}
