package io.callcheck.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callcheck.testing.Runs;
import io.callcheck.testing.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The file of a run: whole or not at all, the same when it is read back. */
class RunFileTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        Path file = RunFile.write(Runs.every(), folder.resolve("deep/er"));
        assertThat(file).isEqualTo(folder.resolve("deep/er/run.json")).isRegularFile();
        assertThat(RunFile.read(file)).isEqualTo(Runs.every());
        assertThat(Files.readString(file)).isEqualTo(RunFile.text(Runs.every()));
    }

    @Test
    void anEarlierRunIsReplacedAndNothingElseIsLeft() throws IOException {
        Files.writeString(folder.resolve("index.html"), "page");
        Files.writeString(folder.resolve("run.json"), "an earlier run, longer than any ".repeat(10_000));
        assertThat(RunFile.read(RunFile.write(Runs.every(), folder))).isEqualTo(Runs.every());
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(f -> f.getFileName().toString())).containsExactlyInAnyOrder("run.json", "index.html");
        }
    }

    @Test
    void aRunThatCannotBeWrittenLeavesTheEarlierOne() throws IOException {
        Path file = RunFile.write(Runs.every(), folder);
        Path inTheWay = folder.resolve("run.json/under");
        assertThatThrownBy(() -> RunFile.write(Runs.every(), inTheWay)).isInstanceOf(IOException.class);
        assertThat(RunFile.read(file)).isEqualTo(Runs.every());
    }

    @Test
    void theCaseOfAVerdictIsCalledCase() {
        assertThat(Samples.parse(RunFile.text(Runs.every()))
                        .at("/verdicts/0/case")
                        .asText())
                .isEqualTo("Timeout=601 is refused 0");
    }

    @Test
    void aRunOfAnEarlierKitIsReadAsAWholeOneInWhichNothingWasUnstable() throws IOException {
        ObjectNode older = (ObjectNode) Samples.parse(RunFile.text(Runs.every()));
        older.remove("only");
        older.path("verdicts").forEach(v -> ((ObjectNode) v).remove("unstable"));
        Run run = RunFile.read(Files.writeString(folder.resolve("older.json"), older.toString()));
        assertThat(run.only()).isEmpty();
        assertThat(run.unstable()).isEmpty();
        assertThat(run.leftOut("bird.create.status")).isFalse();
        assertThat(run.verdicts()).hasSameSizeAs(Runs.every().verdicts());
    }

    @Test
    void whatIsAsItMostlyIsIsNotWritten() {
        Run run = Runs.every();
        JsonNode written = Samples.parse(RunFile.text(run));
        assertThat(written.at("/verdicts/0").has("unstable")).isFalse();
        assertThat(written.at("/verdicts/2/unstable").asBoolean()).isTrue();
        assertThat(written.at("/only/0").asText()).isEqualTo("signalwire.create.");
        assertThat(run.leftOut("bird.create.status")).isTrue();
        assertThat(run.leftOut(run.verdicts().get(0).clause())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "7",
                "<html></html>",
                "{\"name\": \"package\"}",
                "{\"verdicts\": 1}",
                "{\"verdicts\": []}",
                "{\"verdicts\": [], \"target\": {\"name\": \"mine\"}}",
                "{\"verdicts\": [], \"exit\": \"none\"}"
            })
    void anotherFileIsNamedInOneLine(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("other.json"), text);
        assertThatThrownBy(() -> RunFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(file + ": this is not a run.json of this kit: ")
                .message()
                .hasLineCount(1);
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Path missing = folder.resolve("missing.json");
        assertThatThrownBy(() -> RunFile.read(missing))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(missing.toString());
    }
}
