package io.callcheck.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.callcheck.expect.Finding;
import io.callcheck.spec.Edition;
import io.callcheck.spec.Level;
import io.callcheck.testing.Runs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Baseline, level and edition decide what gates, and never what was seen. */
class TermsTest {
    private static final String MAXIMUM = "signalwire.create.Timeout.maximum";
    private static final String MINIMUM = "signalwire.create.Timeout.minimum";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @TempDir
    private Path folder;

    @Test
    void aKnownFailureDoesNotGateAndIsNamed() {
        Judged judged = judge(baseline(line(MAXIMUM, null)), Level.MUST, verdict(MAXIMUM, Outcome.FAIL), PASS);
        assertThat(judged.exit()).isEqualTo(Gate.CONFORMANT);
        assertThat(judged.words()).isEqualTo("conformant, with 1 known failure");
        assertThat(judged.known()).hasSize(1);
        assertThat(judged.violations()).isEmpty();
    }

    @Test
    void anotherCaseOfAKnownClauseGates() {
        Baseline.Line one = new Baseline.Line(MAXIMUM, "another case", "because", null);
        Judged judged = judge(new Baseline(List.of(one)), Level.MUST, verdict(MAXIMUM, Outcome.FAIL), PASS);
        assertThat(judged.exit()).isEqualTo(Gate.VIOLATIONS);
        assertThat(judged.stale()).isEmpty();
    }

    @Test
    void aLineWhoseClausePassesIsStaleAndRed() {
        Judged judged = judge(baseline(line(MINIMUM, null)), Level.MUST, PASS);
        assertThat(judged.exit()).isEqualTo(Gate.VIOLATIONS);
        assertThat(judged.stale()).extracting(Baseline.Line::clause).containsExactly(MINIMUM);
        assertThat(judged.words()).isEqualTo("conformant, but 1 line of the baseline stale");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            signalwire.create.Timeout.maximun | there is no clause 'signalwire.create.Timeout.maximun'
            bird.list.limit.default           | bird.list.limit.default is a clause that no case checks
            """)
    void aLineThatNoRunCouldEverMakeStaleIsAMistake(String clause, String complaint) throws IOException {
        Path file = Files.writeString(
                folder.resolve("known.yaml"), "known:\n- {clause: " + clause + ", reason: because}\n");
        assertThatIOException()
                .isThrownBy(() -> Terms.of(Map.of("baseline", file.toString()), Path.of("")))
                .withMessageStartingWith(file + ": " + complaint);
    }

    @ParameterizedTest
    @CsvSource({"UNSEEN", "ERROR"})
    void aLineOfWhichNothingIsKnownIsNotStale(Outcome outcome) {
        Judged judged = judge(baseline(line(MAXIMUM, null)), Level.MUST, verdict(MAXIMUM, outcome), PASS);
        assertThat(judged.stale()).isEmpty();
        assertThat(judged.exit()).isEqualTo(outcome == Outcome.ERROR ? Gate.UNKNOWN : Gate.CONFORMANT);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-20, 1", "2026-11-21, 0", "2027-01-01, 0"})
    void aLineHoldsToItsLastDay(String expires, int exit) {
        Judged judged = judge(baseline(line(MAXIMUM, expires)), Level.MUST, verdict(MAXIMUM, Outcome.FAIL), PASS);
        assertThat(judged.exit()).isEqualTo(exit);
        assertThat(judged.expired()).hasSize(exit);
    }

    @Test
    void aBrokenShouldGatesOnlyWhenAskedTo() {
        Verdict warn = verdict(MAXIMUM, Outcome.WARN);
        assertThat(judge(Baseline.NONE, Level.MUST, warn, PASS).exit()).isEqualTo(Gate.CONFORMANT);
        assertThat(judge(Baseline.NONE, Level.SHOULD, warn, PASS).exit()).isEqualTo(Gate.VIOLATIONS);
        assertThat(judge(baseline(line(MAXIMUM, null)), Level.SHOULD, warn, PASS)
                        .exit())
                .isEqualTo(Gate.CONFORMANT);
    }

    @Test
    void aClauseThatTheEditionDoesNotHoldIsToldAndDoesNotGate() {
        Edition old = new Edition("2025.1", Map.of(MINIMUM, ""));
        Run run = run(verdict(MAXIMUM, Outcome.FAIL), PASS);
        Judged judged = Gate.judge(run, new Terms(Baseline.NONE, Level.MUST, old, TODAY));
        assertThat(judged.exit()).isEqualTo(Gate.CONFORMANT);
        assertThat(judged.outside()).extracting(Verdict::clause).containsExactly(MAXIMUM);
    }

    @Test
    void aKnownFailureHidesNothingThatCouldNotBeFoundOut() {
        Judged judged = judge(
                baseline(line(MAXIMUM, null)),
                Level.MUST,
                verdict(MAXIMUM, Outcome.FAIL),
                verdict(MINIMUM, Outcome.ERROR));
        assertThat(judged.exit()).isEqualTo(Gate.UNKNOWN);
    }

    @Test
    void theBaselineOfARunMakesItGreenAndIsReadBackAsItWasWritten() throws IOException {
        Run run = run(verdict(MAXIMUM, Outcome.FAIL), PASS);
        Baseline made = Baseline.of(run, Level.MUST, "ticket: 12 # not yet");
        Path file = Files.writeString(folder.resolve("known.yaml"), made.text());
        assertThat(Baseline.read(file)).isEqualTo(made);
        assertThat(Gate.judge(run, new Terms(made, Level.MUST, Edition.newest(), TODAY))
                        .exit())
                .isEqualTo(Gate.CONFORMANT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    known: [{reason: x}]                                              | a line has no clause
                    known: [{clause: a.b}]                                            | a.b has no reason
                    known: [{clause: a.b, reason: x, expires: soon}]                  | expected a day such as 2027-01-31
                    known: [{clause: a.b, reason: x}, {clause: a.b, reason: y}]       | a.b is listed twice
                    known: [{clause: a.b, reason: x, until: never}]                   | until
                    knwon: []                                                         | knwon
                    """)
    void aWrongFileSaysWhatIsWrongInOneLine(String text, String why) throws IOException {
        Path file = Files.writeString(folder.resolve("known.yaml"), text);
        assertThatIOException()
                .isThrownBy(() -> Baseline.read(file))
                .withMessageContaining(file.toString())
                .withMessageContaining(why);
    }

    private static final Verdict PASS = verdict(MINIMUM, Outcome.PASS);

    private static Judged judge(Baseline baseline, Level level, Verdict... verdicts) {
        return Gate.judge(run(verdicts), new Terms(baseline, level, Edition.newest(), TODAY));
    }

    private static Baseline baseline(Baseline.Line line) {
        return new Baseline(List.of(line));
    }

    private static Baseline.Line line(String clause, @org.jspecify.annotations.Nullable String expires) {
        return new Baseline.Line(clause, null, "because", expires);
    }

    private static Run run(Verdict... verdicts) {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        for (Verdict verdict : verdicts) {
            counts.merge(verdict.outcome(), 1, Integer::sum);
        }
        Run run = Runs.every();
        return new Run(
                run.kit(),
                run.target(),
                run.startedAt(),
                run.finishedAt(),
                true,
                Gate.exit(counts, verdicts.length, List.of()),
                new Run.Summary(counts, verdicts.length, 0, 0, 0),
                run.clauses(),
                new ArrayList<>(List.of(verdicts)),
                run.observed(),
                run.exchanges(),
                run.deliveries());
    }

    private static Verdict verdict(String clause, Outcome outcome) {
        List<Finding> findings = outcome == Outcome.FAIL ? List.of(new Finding("Timeout", "a", "b")) : List.of();
        return new Verdict(clause, "a case", "signalwire", "create", Level.MUST, outcome, "", "", findings, List.of());
    }
}
