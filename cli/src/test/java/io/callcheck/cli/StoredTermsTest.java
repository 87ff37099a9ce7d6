package io.callcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stored run is judged by the terms that its target was tested by, where no others are given. */
class StoredTermsTest {
    private static final Map<String, String> STRICT = Map.of("level", "should");

    @TempDir
    private Path folder;

    @Test
    void theGateKeepsTheLevelOfTheRun() throws IOException {
        String strict = Stored.in(folder.resolve("strict"), STRICT);
        Ran red = Ran.of("gate", strict);
        assertThat(red.exit()).isEqualTo(1);
        assertThat(red.out()).contains("not conformant: 1 clause violated", "exit=1");
        assertThat(Ran.of("gate", strict, "--level", "must").exit()).isZero();
        String plain = Stored.in(folder.resolve("plain"), Map.of());
        assertThat(Ran.of("gate", plain).exit()).isZero();
        assertThat(Ran.of("gate", plain, "--level", "should").exit()).isEqualTo(1);
    }

    @Test
    void aReportKeepsTheLevelOfTheRun() throws IOException {
        String strict = Stored.in(folder.resolve("strict"), STRICT);
        assertThat(summary(strict)).contains("Not conformant");
        assertThat(summary(strict, "--level", "must")).doesNotContain("Not conformant");
        assertThat(folder.resolve("pages/junit.xml")).content().doesNotContain("<failure");
        summary(strict);
        assertThat(folder.resolve("pages/junit.xml")).content().contains("<failure");
    }

    @Test
    void eachRunOfAMatrixKeepsItsOwn() throws IOException {
        String strict = Stored.in(folder.resolve("strict"), STRICT);
        String plain = Stored.in(folder.resolve("plain"), Map.of());
        matrix(strict, plain);
        assertThat(folder.resolve("m/run-1.html")).content().contains("Not conformant");
        assertThat(folder.resolve("m/run-2.html")).content().doesNotContain("Not conformant");
        matrix(strict, plain, "--level", "should");
        assertThat(folder.resolve("m/run-2.html")).content().contains("Not conformant");
    }

    @Test
    void theEditionOfTheRunIsKept() throws IOException {
        String run = Stored.in(folder, Map.of("edition", "1999.1"));
        Ran unknown = Ran.of("gate", run);
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.err()).contains("there is no edition '1999.1'");
        assertThat(Ran.of("gate", run, "--edition", "2026.1").exit()).isZero();
        assertThat(Ran.of("report", run, "--out", folder.resolve("r").toString())
                        .exit())
                .isEqualTo(2);
        assertThat(folder.resolve("r")).doesNotExist();
    }

    @Test
    void theBaselineOfTheRunIsToldAndNotLookedFor() throws IOException {
        Path known = folder.resolve("known.yaml");
        String run = Stored.in(folder, Map.of("level", "should", "baseline", known.toString()));
        Files.writeString(known, "known:\n- clause: " + Stored.BROKEN + "\n  reason: ticket 1\n");
        Ran without = Ran.of("gate", run);
        assertThat(without.exit()).isEqualTo(1);
        assertThat(without.out()).contains("WARN the settings of this run name the baseline " + known, "--baseline");
        assertThat(Ran.of("report", run, "--out", folder.toString()).out()).contains("name the baseline");
        Ran with = Ran.of("gate", run, "--baseline", known.toString());
        assertThat(with.exit()).isZero();
        assertThat(with.out()).contains("1 known failure").doesNotContain("name the baseline");
    }

    @Test
    void aBaselineListsWhatGatesInTheRun() throws IOException {
        String strict = Stored.in(folder, STRICT);
        assertThat(Ran.of("baseline", "--from", strict).out()).contains(Stored.BROKEN);
        assertThat(Ran.of("baseline", "--from", strict, "--level", "must").out())
                .doesNotContain(Stored.BROKEN);
        assertThat(Ran.of("baseline", "--from", Stored.in(folder, Map.of())).out())
                .doesNotContain(Stored.BROKEN);
    }

    private String summary(String run, String... more) throws IOException {
        Path pages = folder.resolve("pages");
        report(List.of(run), pages, more);
        return Files.readString(pages.resolve("summary.md"));
    }

    private void matrix(String one, String other, String... more) {
        report(List.of(one, other), folder.resolve("m"), more);
    }

    private static void report(List<String> runs, Path out, String... more) {
        List<String> arguments = new ArrayList<>(List.of("report", "--out", out.toString()));
        arguments.addAll(runs);
        arguments.addAll(List.of(more));
        assertThat(Ran.of(arguments.toArray(String[]::new)).exit()).isZero();
    }
}
