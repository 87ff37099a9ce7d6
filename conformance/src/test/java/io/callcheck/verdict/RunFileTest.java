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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The file of a run: whole or not at all, the same when it is read back. */
class RunFileTest {
    private static final List<String> OPTIONAL =
            List.of("url", "unchecked", "unstable", "only", "unaccepted", "callsLeft", "response", "problem");
    private static final String KITS = "; kit 0.1.0 wrote it, this is kit " + KitVersion.read();

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

    /** Each member, by its pointer, and how it is named: what nobody asks for in the kit is asked for here. */
    static Stream<Arguments> members() {
        List<Arguments> members = new ArrayList<>();
        collect(Samples.parse(RunFile.text(Runs.every())), "", "", members);
        return members.stream();
    }

    @ParameterizedTest
    @MethodSource("members")
    void whatIsMissingOrNullIsNamed(String pointer, String name) throws IOException {
        for (boolean missing : List.of(true, false)) {
            JsonNode run = Samples.parse(RunFile.text(Runs.every()));
            int slash = pointer.lastIndexOf('/');
            ObjectNode holder = (ObjectNode) run.at(pointer.substring(0, slash));
            if (missing) {
                holder.remove(pointer.substring(slash + 1));
            } else {
                holder.putNull(pointer.substring(slash + 1));
            }
            Path file = Files.writeString(folder.resolve("x.json"), run.toString());
            assertThatThrownBy(() -> RunFile.read(file))
                    .isInstanceOf(IOException.class)
                    .message()
                    .isIn(
                            file + ": this is not a run.json of this kit: it has no " + name + KITS,
                            file + ": this is not a run.json of this kit: it has no " + name);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /verdicts         | [null]           | it has no verdicts[0];
            /verdicts         | {}               | verdicts is not what it has to be
            /clauses          | [null]           | it has no clauses[0];
            /observed         | {"a.b": null}    | it has no observed.a.b;
            /exit             | "none"           | exit cannot be 'none'
            /summary/outcomes | {"GOOD": 1}      | summary.outcomes cannot be 'GOOD'
            /summary/outcomes | {"FAIL": null}   | it has no summary.outcomes.FAIL;
            """)
    void aValueThatCannotBeIsNamedAndNoClass(String pointer, String value, String why) throws IOException {
        assertThatThrownBy(() -> RunFile.read(with(pointer, value)))
                .isInstanceOf(IOException.class)
                .message()
                .hasLineCount(1)
                .contains("this is not a run.json of this kit: " + why)
                .doesNotContain("java", "io.callcheck", "Outcome", "com.fasterxml");
    }

    @Test
    void aRunOfANewerKitIsToldByBothVersions() throws IOException {
        ObjectNode newer = (ObjectNode) Samples.parse(RunFile.text(Runs.every()));
        ((ObjectNode) newer.path("kit")).put("version", "9.9.9");
        ((ObjectNode) newer.at("/verdicts/1")).put("mood", "good");
        Path file = Files.writeString(folder.resolve("newer.json"), newer.toString());
        assertThatThrownBy(() -> RunFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        file + ": this is not a run.json of this kit: it has a member verdicts[1].mood, which this kit"
                                + " does not know; kit 9.9.9 wrote it, this is kit " + KitVersion.read());
    }

    @Test
    void aFileThatWasCutSaysWhere() throws IOException {
        String text = RunFile.text(Runs.every());
        Path file = Files.writeString(folder.resolve("cut.json"), text.substring(0, text.length() / 2));
        assertThatThrownBy(() -> RunFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageMatching(
                        "(?s).*: it is no JSON, or not whole \\(line \\d+, column \\d+\\); kit 0.1.0 wrote it.*");
        Path longer = Files.writeString(folder.resolve("longer.json"), text + "}");
        assertThatThrownBy(() -> RunFile.read(longer)).hasMessageContaining("it is no JSON, or not whole");
    }

    /** A run that is green by its figures and red by its verdicts, or the other way round, is neither. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /verdicts           | []
            /verdicts/0/outcome | "PASS"
            /summary/outcomes   | {"PASS": 3}
            /summary/outcomes   | {}
            /summary/planned    | 4
            /summary/planned    | 2
            """)
    void aRunThatDoesNotAgreeWithItselfIsRefused(String pointer, String value) throws IOException {
        Path file = with(pointer, value);
        assertThatThrownBy(() -> RunFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(file + " has been changed or damaged: ");
    }

    @Test
    void aRunThatWasCutShortNeedNotHaveEveryVerdict() throws IOException {
        ObjectNode run = (ObjectNode) Samples.parse(RunFile.text(Runs.every()));
        run.put("complete", false);
        ((ObjectNode) run.path("summary")).put("planned", 9);
        ((ObjectNode) run.at("/summary/outcomes")).put("ERROR", 0);
        Path file = Files.writeString(folder.resolve("short.json"), run.toString());
        assertThat(RunFile.read(file).summary().planned()).isEqualTo(9);
    }

    private Path with(String pointer, String value) throws IOException {
        JsonNode run = Samples.parse(RunFile.text(Runs.every()));
        int slash = pointer.lastIndexOf('/');
        ((ObjectNode) run.at(pointer.substring(0, slash))).set(pointer.substring(slash + 1), Samples.parse(value));
        return Files.writeString(folder.resolve("other.json"), run.toString());
    }

    private static void collect(JsonNode node, String pointer, String name, List<Arguments> into) {
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            String at = pointer + "/" + member.getKey();
            String called = name + (name.isEmpty() ? "" : ".") + member.getKey();
            if (!pointer.matches("/(kit/digests|target/settings|summary/outcomes|observed)")
                    && !OPTIONAL.contains(member.getKey())) {
                into.add(Arguments.of(at, called));
            }
            collect(member.getValue(), at, called, into);
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(node.get(i), pointer + "/" + i, name + "[" + i + "]", into);
        }
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Path missing = folder.resolve("missing.json");
        assertThatThrownBy(() -> RunFile.read(missing))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(missing.toString());
    }
}
