package io.callcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.fixtures.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is made of stored runs: one page, a matrix, what changed. */
class StoredRunsTest {
    private static final String CLAUSE = "signalwire.create.Timeout.maximum";

    @TempDir
    private Path folder;

    @Test
    void twoRunsMakeAMatrixAndShowWhatGotWorse() throws IOException {
        String good = run("good");
        String bad = run("bad", CLAUSE + ":accepts");
        assertThat(Ran.of("diff", good, good).exit()).isZero();
        Ran worse = Ran.of("diff", good, bad);
        assertThat(worse.exit()).isEqualTo(1);
        assertThat(worse.out()).contains(CLAUSE);
        assertThat(Ran.of("diff", bad, good).exit()).isZero();
        String pages = folder.resolve("pages").toString();
        assertThat(Ran.of("report", good, bad, "--out", pages).exit()).isZero();
        assertThat(folder.resolve("pages/index.html")).content().contains(CLAUSE);
        assertThat(Ran.of("report", bad, "--out", folder.resolve("one").toString())
                        .exit())
                .isZero();
        assertThat(folder.resolve("one/index.html")).content().contains(CLAUSE);
        assertThat(folder.resolve("one/junit.xml")).content().contains(CLAUSE);
    }

    @Test
    void aFileThatIsNoRunIsToldInOneLine() throws IOException {
        Path file = Files.writeString(folder.resolve("x.json"), "{}");
        Ran ran = Ran.of("diff", file.toString(), file.toString());
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err().lines()).hasSize(1).first().asString().contains("x.json", "not a run.json");
    }

    /** What a run did not reach may have got worse unseen. */
    @Test
    void aDiffWithARunThatWasCutShortIsNoAllClear() throws IOException {
        String whole = Stored.in(folder.resolve("whole"), Map.of());
        Path cut = Files.createDirectories(folder.resolve("cut")).resolve("run.json");
        Files.writeString(cut, Files.readString(Path.of(whole)).replace("\"complete\" : true", "\"complete\" : false"));
        assertThat(Ran.of("diff", whole, whole).out()).contains("verdict  no worse\n");
        Ran ran = Ran.of("diff", whole, cut.toString());
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.out())
                .contains("verdict  no worse as far as can be said: the new run did not come to its end\n");
        Ran other = Ran.of("diff", cut.toString(), whole);
        assertThat(other.exit()).isEqualTo(3);
        assertThat(other.out()).contains("the old run did not come to its end\n");
        Ran both = Ran.of("diff", cut.toString(), cut.toString());
        assertThat(both.out()).contains("both runs did not come to their end\n");
    }

    @Test
    void aRunThatWasPutElsewhereHasNoPageBesideIt() throws IOException {
        Path run = Path.of(Stored.in(folder.resolve("alone"), Map.of()));
        assertThat(Ran.of("gate", run.toString()).out()).contains("verdict ").doesNotContain("report  ");
        Files.writeString(run.resolveSibling("index.html"), "the page");
        assertThat(Ran.of("gate", run.toString()).out()).contains("report   " + run.resolveSibling("index.html"));
    }

    @Test
    void aRunInWhichNothingWasFoundOutTellsOfNoFailures() throws IOException {
        Path run = Path.of(Stored.in(folder, Map.of()));
        String text = Files.readString(run);
        Files.writeString(
                run,
                text.replace("\"outcome\" : \"PASS\"", "\"outcome\" : \"ERROR\"")
                        .replace("\"outcome\" : \"WARN\"", "\"outcome\" : \"UNSEEN\"")
                        .replace("\"PASS\" : 1", "\"ERROR\" : 1")
                        .replace("\"WARN\" : 1", "\"UNSEEN\" : 1"));
        Path known = folder.resolve("known.yaml");
        for (Ran ran : List.of(
                Ran.of("baseline", "--from", run.toString()),
                Ran.of("baseline", "--from", run.toString(), "--out", known.toString()))) {
            assertThat(ran.exit()).isEqualTo(3);
            assertThat(ran.out()).isEmpty();
            assertThat(ran.err()).contains("run.json: nothing was found out in that run");
        }
        assertThat(known).doesNotExist();
        Files.writeString(run, text);
        assertThat(Ran.of("baseline", "--from", run.toString()).out()).contains("known: []");
    }

    /** Whoever reads a run refuses one that does not agree with itself, or lacks something, and never breaks. */
    @Test
    void aDamagedRunIsRefusedEverywhere() throws IOException {
        Path run = Path.of(Stored.in(folder, Map.of()));
        Path target = Files.writeString(folder.resolve("target.yaml"), "bird: {}\n");
        String text = Files.readString(run);
        for (Map.Entry<String, String> damage : Map.of(
                        "has been changed or damaged",
                        text.replace("\"outcome\" : \"WARN\"", "\"outcome\" : \"PASS\""),
                        "it has no verdicts[0].outcome",
                        text.replace("\"outcome\" : \"PASS\"", "\"outcome\" : null"),
                        "it has no clauses[0].id",
                        text.replace("\"id\" : \"" + Stored.KEPT + "\",", ""))
                .entrySet()) {
            Files.writeString(run, damage.getValue());
            for (Ran ran : List.of(
                    Ran.of("gate", run.toString()),
                    Ran.of(
                            "report",
                            run.toString(),
                            "--out",
                            folder.resolve("r").toString()),
                    Ran.of("diff", run.toString(), run.toString()),
                    Ran.of("baseline", "--from", run.toString()),
                    Ran.of("check", "--target", target.toString(), "--failed", run.toString()))) {
                assertThat(ran.exit()).as(ran.err()).isEqualTo(2);
                assertThat(ran.err()).contains(damage.getKey()).doesNotContain("kit broke");
            }
        }
    }

    private String run(String name, String... faults) throws IOException {
        try (Embedded server = Embedded.start(Settings.defaults().withSpeed(10).withFaults(faults))) {
            Path file = folder.resolve(name + ".yaml");
            try (PrintWriter text = new PrintWriter(Files.newBufferedWriter(file))) {
                ServeCommand.print(server.keys(), new Console(text));
            }
            Path out = folder.resolve(name);
            Ran ran =
                    Ran.of("check", "--target", file.toString(), "--out", out.toString(), "--only", CLAUSE, "--quiet");
            assertThat(ran.exit()).as(ran.out()).isEqualTo(faults.length == 0 ? 0 : 1);
            assertThat(ran.out()).doesNotContain("judged ");
            return out.resolve("run.json").toString();
        }
    }
}
