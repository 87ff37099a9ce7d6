package io.callcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.fixtures.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
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
