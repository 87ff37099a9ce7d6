package io.callcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.callcheck.engine.Listing;
import io.callcheck.spec.Api;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mistakes of a user, and the lists. */
class CommandLineTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name: x                                          | neither signalwire.url nor bird.url
            nmae: x                                          | there is no key 'nmae'
            signalwire: {url: not a url}                     | signalwire.url: expected an http or https address
            signalwire: {url: 'http://127.0.0.1:1', account: 12} | signalwire.account: expected a UUID
            signalwire: {url: 'http://127.0.0.1:1', account: b3877c40-da60-4998-90ad-b792e98472af} | signalwire.token is missing
            bird: {url: 'http://127.0.0.1:1'}                | bird.workspace is missing
            'signalwire: [unclosed'                          | this is not YAML
            lacks: [telephones]                              | lacks: expected a list out of callbacks
            """)
    void aWrongTargetFileIsOneLineThatNamesTheKeyAndTheFile(String text, String complaint) throws IOException {
        Path file = folder.resolve("target.yaml");
        Files.writeString(file, text + "\n");
        Ran ran = Ran.of(
                "check",
                "--target",
                file.toString(),
                "--out",
                folder.resolve("out").toString());
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err().lines())
                .singleElement()
                .asString()
                .contains(complaint)
                .contains("target.yaml");
    }

    @Test
    void aMissingTargetFileIsNamed() {
        Ran ran = Ran.of("check", "--target", folder.resolve("none.yaml").toString());
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err().lines()).singleElement().asString().contains("none.yaml: there is no such file");
    }

    @Test
    void everyClauseIsListedWithItsSourceAndItsCasesOrAReason() throws IOException {
        Ran ran = Ran.of("clauses", "--format", "json");
        JsonNode clauses = new ObjectMapper().readTree(ran.out());
        assertThat(ran.exit()).isZero();
        assertThat(clauses).hasSizeGreaterThan(1000).allSatisfy(clause -> {
            assertThat(clause.path("source").asText()).isNotBlank();
            assertThat(clause.path("cases").asInt() > 0)
                    .as(clause.path("id").asText())
                    .isEqualTo(clause.path("unchecked").isNull());
        });
    }

    @Test
    void aClauseIsExplainedWithItsCases() {
        Ran ran = Ran.of("explain", "signalwire.create.Timeout.maximum");
        assertThat(ran.exit()).isZero();
        assertThat(ran.out())
                .contains("`Timeout` is at most 600.")
                .contains("Timeout=601 is refused")
                .contains("Timeout=600 is accepted");
    }

    @Test
    void aMistypedClauseIsNotExplained() {
        Ran ran = Ran.of("explain", "signalwire.create.Timeout");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("did you mean signalwire.create.Timeout.");
    }

    @Test
    void aClauseIsFoundInAnyLetterCase() {
        Ran ran = Ran.of("explain", "SignalWire.create.timeout.maximum");
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).contains("`Timeout` is at most 600.", "signalwire.create.Timeout.maximum:accepts");
    }

    @Test
    void noCommandIsAMistakeToldOnce() {
        Ran ran = Ran.of();
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err().lines()).containsExactly("callcheck: a command is missing", "try 'callcheck --help'");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            faults --variants --api bird             | --api does not go with --variants
            clauses --format edition --api bird      | --api does not go with --format edition
            serve --fault bird.create.to.typo:accepts | there is no fault bird.create.to.typo:accepts (see 'callcheck faults')
            serve --fault bird.create.to             | not the id of a fault: bird.create.to
            serve --host 203.0.113.9 --port 0        | cannot listen at 203.0.113.9, port 0
            serve --host no.such.invalid --port 0    | cannot listen at no.such.invalid: there is no such host
            check --target t.yaml --only=            | --only is empty: leave it out to judge everything
            check --target t.yaml --price 1          | --price goes with --plan
            check --target t.yaml --plan --price -5  | --price is what a call costs, 0 or more: -5
            check --target t.yaml --quiet --verbose  | --quiet and --verbose
            report a.json b.json --out m --baseline none.yaml | --baseline lists the known failures of one target
            """)
    void whatWouldBeTakenAndIgnoredIsAMistake(String line, String complaint) {
        Ran ran = Ran.of(line.split(" +", -1));
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).startsWith("callcheck: " + complaint);
    }

    @Test
    void aFileThatCannotBeWrittenIsToldWithItsReason() throws IOException {
        String run = Stored.in(folder, Map.of());
        String recording = Files.writeString(folder.resolve("x.har"), "{}").toString();
        String nowhere = folder.resolve("none").toString();
        String file = Path.of(nowhere, "x").toString();
        String why = file + " cannot be written: there is no folder " + nowhere;
        assertThat(Ran.of("init", "--out", file).err().lines()).containsExactly("callcheck: " + why);
        assertThat(Ran.of("baseline", "--from", run, "--out", file).err().lines())
                .containsExactly("callcheck: " + why);
        String noFolder = "callcheck: --out " + run + ": results cannot be written there: it is no folder";
        assertThat(Ran.of("report", run, "--out", run).err().lines()).containsExactly(noFolder);
        assertThat(Ran.of("audit", recording, "--bird-url", "http://127.0.0.1:1", "--out", run)
                        .err()
                        .lines())
                .containsExactly(noFolder);
    }

    @Test
    void thePageOfClausesIsUpToDate() throws IOException {
        List<Listing.Entry> entries = new ArrayList<>();
        for (Api api : Api.values()) {
            entries.addAll(Listing.of(api));
        }
        assertThat(Path.of("..", "spec", "CLAUSES.md"))
                .as("renew it with: callcheck clauses --format markdown > spec/CLAUSES.md")
                .hasContent(Listing.markdown(entries));
    }
}
