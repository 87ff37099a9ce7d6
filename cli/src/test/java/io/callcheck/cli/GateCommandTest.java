package io.callcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.fixtures.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way of a team with known failures: from a red run over a baseline to a green one, until a line is stale. */
class GateCommandTest {
    private static final String CLAUSE = "signalwire.create.Timeout.maximum";

    @TempDir
    private Path folder;

    @Test
    void aBaselineCarriesATeamFromRedToGreenAndTellsWhenItIsStale() throws IOException {
        Path known = folder.resolve("known.yaml");
        try (Embedded server = Embedded.start(faulty())) {
            assertThat(check(server).exit()).isEqualTo(1);
            assertThat(Ran.of("baseline", "--from", run(), "--out", known.toString())
                            .exit())
                    .isZero();
            assertThat(Files.readString(known)).contains(CLAUSE);
            assertThat(Ran.of("baseline", "--from", run(), "--out", known.toString())
                            .exit())
                    .as("reasons are not overwritten")
                    .isEqualTo(2);
            Ran green = check(server, "--baseline", known.toString());
            assertThat(green.exit()).isZero();
            assertThat(green.out())
                    .contains("KNOWN " + CLAUSE, "1 known failure")
                    .doesNotContain("FAIL " + CLAUSE);
            assertThat(Ran.of("gate", run()).exit()).isEqualTo(1);
            assertThat(Ran.of("gate", run(), "--baseline", known.toString()).exit())
                    .isZero();
        }
        try (Embedded server = Embedded.start(Settings.defaults().withSpeed(10))) {
            Ran stale = check(server, "--baseline", known.toString());
            assertThat(stale.exit()).isEqualTo(1);
            assertThat(stale.out()).contains("STALE " + CLAUSE);
        }
    }

    @Test
    void whatIsWrongIsSaidBeforeAnythingIsSent() throws IOException {
        try (Embedded server = Embedded.start(faulty())) {
            Ran missing =
                    check(server, "--baseline", folder.resolve("none.yaml").toString());
            assertThat(missing.exit()).isEqualTo(2);
            assertThat(missing.err()).contains("none.yaml").doesNotContain("\tat ");
            Ran edition = check(server, "--edition", "1999.1");
            assertThat(edition.exit()).isEqualTo(2);
            assertThat(edition.err()).contains("1999.1", "2026.1");
            assertThat(folder.resolve("out/run.json")).doesNotExist();
        }
    }

    private static Settings faulty() {
        return Settings.defaults().withSpeed(10).withFaults(CLAUSE + ":accepts");
    }

    private String run() {
        return folder.resolve("out/run.json").toString();
    }

    private Ran check(Embedded server, String... more) throws IOException {
        Path file = folder.resolve("target.yaml");
        try (PrintWriter text = new PrintWriter(Files.newBufferedWriter(file))) {
            ServeCommand.print(server.keys(), new Console(text));
        }
        List<String> arguments = new ArrayList<>(List.of("check", "--target", file.toString()));
        arguments.addAll(List.of("--out", folder.resolve("out").toString(), "--only", "signalwire.create.Timeout.ma"));
        arguments.addAll(List.of(more));
        return Ran.of(arguments.toArray(String[]::new));
    }
}
