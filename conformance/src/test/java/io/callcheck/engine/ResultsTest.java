package io.callcheck.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.testing.Runs;
import io.callcheck.testing.ServicePath;
import io.callcheck.verdict.Gate;
import io.callcheck.verdict.Judged;
import io.callcheck.verdict.Outcome;
import io.callcheck.verdict.Run;
import io.callcheck.verdict.RunFile;
import io.callcheck.verdict.RunSink;
import io.callcheck.verdict.Terms;
import io.callcheck.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every sink of the class path gets its run, and beforehand an example of one; none stands in another's way. */
class ResultsTest {
    @TempDir
    private Path folder;

    @Test
    void beforehandEverySinkSeesARunThatHasALittleOfEverything() throws IOException {
        try (Place place = place(Attentive.class)) {
            Results.prepare();
            assertThat(place.accepted).isEmpty();
            assertThat(place.prepared).singleElement().satisfies(judged -> {
                assertThat(judged.exit()).isEqualTo(Gate.VIOLATIONS);
                assertThat(judged.violations()).singleElement().satisfies(v -> {
                    assertThat(v.findings()).isNotEmpty();
                    assertThat(v.evidence()).isNotEmpty();
                });
                assertThat(judged.run().clauses()).isNotEmpty();
                assertThat(judged.run().exchanges()).isNotEmpty();
                assertThat(judged.run().deliveries()).isNotEmpty();
                assertThat(judged.run().observed()).isNotEmpty();
                assertThat(judged.run().verdicts())
                        .extracting(Verdict::outcome)
                        .contains(Outcome.PASS, Outcome.FAIL, Outcome.UNSEEN);
            });
        }
    }

    @Test
    void aSinkThatCannotPrepareKeepsNoOtherFromIt() throws IOException {
        try (Place place = place(Clumsy.class, Attentive.class)) {
            Results.prepare();
            assertThat(place.prepared).hasSize(1);
        }
    }

    @Test
    void everySinkGetsTheRunThatIsStored() throws IOException {
        try (Place place = place(Attentive.class)) {
            Results results = Results.write(Runs.every(), Terms.plain(), folder.resolve("a/b"));
            assertThat(results.problems()).isEmpty();
            assertThat(results.exit()).isEqualTo(Gate.VIOLATIONS);
            assertThat(place.accepted).containsExactly(results.judged());
            assertThat(RunFile.read(folder.resolve("a/b").resolve(RunFile.NAME)))
                    .isEqualTo(Runs.every());
        }
    }

    @Test
    void aSinkThatFailsIsAProblemAndKeepsNoOtherFromItsReport() throws IOException {
        try (Place place = place(Clumsy.class, Attentive.class)) {
            Results results = Results.write(conformant(), Terms.plain(), folder);
            assertThat(results.problems())
                    .containsExactly("Clumsy could not write its report: java.io.IOException: no ink");
            assertThat(place.accepted).hasSize(1);
            assertThat(results.judged().exit()).isEqualTo(Gate.CONFORMANT);
            assertThat(results.exit()).isEqualTo(Gate.UNKNOWN);
            assertThat(folder.resolve(RunFile.NAME)).exists();
            assertThat(Results.again(Runs.every(), Terms.plain(), folder).exit())
                    .as("violations outrank a problem")
                    .isEqualTo(Gate.VIOLATIONS);
        }
    }

    @Test
    void aRunThatCannotBeStoredIsAProblemAndIsReportedAllTheSame() throws IOException {
        Files.createDirectories(folder.resolve(RunFile.NAME).resolve("in the way"));
        try (Place place = place(Attentive.class)) {
            Results results = Results.write(conformant(), Terms.plain(), folder);
            assertThat(results.problems()).singleElement().asString().startsWith("run.json could not be written: ");
            assertThat(results.exit()).isEqualTo(Gate.UNKNOWN);
            assertThat(place.accepted).hasSize(1);
        }
    }

    private static Run conformant() {
        Run run = Runs.every();
        return new Run(
                run.kit(),
                run.target(),
                run.startedAt(),
                run.finishedAt(),
                true,
                Gate.CONFORMANT,
                new Run.Summary(Map.of(Outcome.PASS, 1), 1, 1, 1, 1),
                run.clauses(),
                run.verdicts().stream().filter(v -> v.outcome() == Outcome.PASS).toList(),
                run.observed(),
                run.exchanges(),
                run.deliveries());
    }

    private Place place(Class<?>... sinks) throws IOException {
        return new Place(folder, sinks);
    }

    private static final class Place extends ServicePath {
        private final List<Judged> prepared = new ArrayList<>();
        private final List<Judged> accepted = new ArrayList<>();

        Place(Path folder, Class<?>... sinks) throws IOException {
            super(folder, RunSink.class, sinks);
        }

        static Place here() {
            return (Place) Thread.currentThread().getContextClassLoader();
        }
    }

    /** Remembers what it saw. */
    public static final class Attentive implements RunSink {
        @Override
        public void prepare(Judged example) {
            Place.here().prepared.add(example);
        }

        @Override
        public void accept(Judged judged, Path into) {
            Place.here().accepted.add(judged);
        }
    }

    /** Fails at whatever it does. */
    public static final class Clumsy implements RunSink {
        @Override
        public void prepare(Judged example) {
            throw new IllegalStateException("no pen");
        }

        @Override
        public void accept(Judged judged, Path into) throws IOException {
            throw new IOException("no ink");
        }
    }
}
