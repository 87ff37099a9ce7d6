package io.callcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of the README, from what was measured. */
class FiguresCommandTest {
    static final String MATRIX = """
            {
              "answers bird": {"faults": 200, "caught": 200, "caughtByTheRightClause": 200},
              "answers signalwire": {"faults": 1000, "caught": 999, "caughtByTheRightClause": 998},
              "servers": {"faults": 34, "caught": 34, "caughtByTheRightClause": 34},
              "cases": {"failedBySomeFault": 56},
              "variants": {"variants": 78, "falseAlarms": 0}
            }
            """;

    /** The name of the last test has commas of its own, as PIT writes it. */
    private static final String MUTATIONS = """
            Lists.java,io.callcheck.expect.Lists,org.pitest.MathMutator,<init>,12,KILLED,a.Test.[method:one()]
            Lists.java,io.callcheck.expect.Lists,org.pitest.MathMutator,size,13,SURVIVED,none
            Lists.java,io.callcheck.expect.Lists,org.pitest.MathMutator,size,14,TIMED_OUT,none
            Lists.java,io.callcheck.expect.Lists,org.pitest.MathMutator,size,15,NO_COVERAGE,none
            Lists.java,io.callcheck.expect.Lists,org.pitest.MathMutator,size,16,SURVIVED,"a.Test.[method:two(int, KILLED, x)]"
            Lists.java,io.callcheck.expect.Lists,org.pitest.MathMutator,size,17,KILLED,"a.Test.[method:two(int, java.lang.String)]"
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void measure() throws IOException {
        Files.writeString(folder.resolve("matrix.json"), MATRIX);
    }

    @Test
    void theTableAddsUpWhatWasMeasured() {
        Ran ran = figures();
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out())
                .startsWith("| | SignalWire | Bird | both |\n")
                .contains(
                        "| faults proved | | | 1,234 |\n",
                        "| … caught | | | 1,233 |\n",
                        "| … caught by their own clause | | | 1,232 |\n",
                        "| cases that some fault fails | | | 56 |\n",
                        "| lawful variants | | | 78 |\n",
                        "| false alarms over all of them | | | 0 |\n")
                .containsPattern("\\| clauses, MUST \\| [1-9][\\d,]* \\| [1-9][\\d,]* \\| [1-9][\\d,]* \\|")
                .doesNotContain("mutants");
    }

    @Test
    void mutantsAreCountedWhereTheyWereMade() throws IOException {
        Files.writeString(folder.resolve("mutations.csv"), MUTATIONS);
        assertThat(figures().out())
                .contains(
                        "| mutants of the judgement code | | | 6 |\n",
                        "| … told from it by its unit tests | | | 3 |\n");
    }

    @Test
    void theTableOfAFileIsRenewedAndNothingElseOfIt() throws IOException {
        Files.writeString(folder.resolve("mutations.csv"), MUTATIONS);
        Path readme = Files.writeString(
                folder.resolve("README.md"), "before\n<!-- figures -->\nstale\n<!-- /figures -->\nafter\n");
        assertThat(figures("--into", readme.toString()).exit()).isZero();
        String once = Files.readString(readme);
        assertThat(once)
                .startsWith("before\n<!-- figures -->\n\n| |")
                .endsWith(" unit tests | | | 3 |\n\n<!-- /figures -->\nafter\n")
                .doesNotContain("stale");
        figures("--into", readme.toString());
        assertThat(readme).hasContent(once);
    }

    @Test
    void itSaysWhatIsMissing() throws IOException {
        Path readme = Files.writeString(folder.resolve("README.md"), "<!-- /figures --><!-- figures -->");
        Ran unmarked = figures("--into", readme.toString());
        assertThat(unmarked.exit()).isEqualTo(2);
        assertThat(unmarked.err()).contains("README.md does not hold");
        Files.delete(folder.resolve("matrix.json"));
        Ran unmeasured = figures();
        assertThat(unmeasured.exit()).isEqualTo(2);
        assertThat(unmeasured.err()).contains("matrix.json: there is no such file");
    }

    /** What is not there would stand in the table as noughts. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                       | does not tell 'faults' of 'answers signalwire'
            []                                       | does not tell 'faults' of 'answers signalwire'
            {"faults": "x"}                          | does not tell 'faults' of 'answers signalwire'
            figures of Tuesday                       | it is no JSON, or not whole
            {"servers": {                            | it is no JSON, or not whole
            ''                                       | does not tell 'faults' of 'answers signalwire'
            """)
    void whatIsNoMatrixIsRefused(String text, String why) throws IOException {
        Files.writeString(folder.resolve("matrix.json"), text);
        Ran ran = figures();
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err().lines())
                .singleElement()
                .asString()
                .startsWith("callcheck: " + folder.resolve("matrix.json") + ": this is not a matrix.json")
                .contains(why)
                .doesNotContain("[Source", "Unrecognized token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"answers bird", "servers", "cases", "variants"})
    void aMatrixOfWhichAPartWasRunIsRefused(String left) throws IOException {
        Files.writeString(folder.resolve("matrix.json"), MATRIX.replace('"' + left + "\": {", "\"other\": {"));
        Ran ran = figures();
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("of '" + left + "'");
    }

    private Ran figures(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "figures",
                "--matrix",
                folder.resolve("matrix.json").toString(),
                "--mutations",
                folder.resolve("mutations.csv").toString()));
        arguments.addAll(List.of(more));
        return Ran.of(arguments.toArray(String[]::new));
    }
}
