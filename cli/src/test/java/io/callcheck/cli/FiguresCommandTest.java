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

/** The table of the README, from what was measured. */
class FiguresCommandTest {
    private static final String MATRIX = """
            {
              "answers signalwire": {"faults": 1200, "caught": 1199, "caughtByTheRightClause": 1198},
              "requests": {"faults": 34, "caught": 34, "caughtByTheRightClause": 34},
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
