package io.callcheck.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.spec.Edition;
import io.callcheck.spec.Level;
import io.callcheck.testing.Runs;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a run comes to, for a machine and in words. */
class GateTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    # outcomes                          | planned | exit
                    PASS                                | 1       | 0
                    PASS PASS WARN UNSEEN NOT_APPLICABLE | 5      | 0
                    UNSEEN                              | 1       | 3
                    UNSEEN NOT_APPLICABLE               | 2       | 3
                    WARN                                | 1       | 0
                    PASS FAIL                           | 2       | 1
                    FAIL ERROR                          | 2       | 1
                    FAIL                                | 5       | 1
                    ERROR                               | 1       | 3
                    PASS ERROR WARN                     | 3       | 3
                    PASS PASS                           | 3       | 3
                    ''                                  | 3       | 3
                    ''                                  | 0       | 3
                    """)
    void theGravestOutcomeCounts(String outcomes, int planned, int exit) {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        for (String name : outcomes.isEmpty() ? new String[0] : outcomes.split(" ", -1)) {
            counts.merge(Outcome.valueOf(name), 1, Integer::sum);
        }
        assertThat(Gate.exit(counts, planned, List.of())).isEqualTo(exit);
    }

    @Test
    void anOperationThatNeverAcceptedAnythingIsNotGreen() {
        Map<Outcome, Integer> green = Map.of(Outcome.PASS, 2);
        assertThat(Gate.exit(green, 2, List.of("signalwire.create"))).isEqualTo(Gate.UNKNOWN);
        assertThat(Gate.exit(Map.of(Outcome.FAIL, 2), 2, List.of("signalwire.create")))
                .isEqualTo(Gate.VIOLATIONS);
    }

    /** Outcomes are told apart by name in run.json and by order in a report. */
    @ParameterizedTest
    @EnumSource
    void besideAPassOnlyFailAndErrorAreRed(Outcome outcome) {
        Map<Outcome, Integer> counts = new EnumMap<>(Map.of(Outcome.PASS, 1));
        counts.merge(outcome, 1, Integer::sum);
        boolean red = Gate.exit(counts, 2, List.of()) != Gate.CONFORMANT;
        assertThat(red).isEqualTo(outcome.compareTo(Outcome.WARN) > 0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0 | PASS PASS                     | conformant
                    0 | PASS UNSEEN                   | conformant, with 1 case not seen
                    0 | UNSEEN UNSEEN PASS WARN       | conformant, with 2 cases not seen
                    1 | FAIL:a PASS:a                 | not conformant: 1 clause violated
                    1 | FAIL:a FAIL:a                 | not conformant: 1 clause violated
                    1 | FAIL:a FAIL:b FAIL:a UNSEEN:a | not conformant: 2 clauses violated, with 1 case not seen
                    3 | ERROR                         | could not find out: 1 case in error
                    3 | PASS UNSEEN                   | could not find out, with 1 case not seen
                    3 | ERROR ERROR UNSEEN           | could not find out: 2 cases in error, with 1 case not seen
                    """)
    void theVerdictInWordsCountsClausesAndNamesWhatWasNotSeen(int exit, String outcomes, String words) {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        List<Verdict> verdicts = new ArrayList<>();
        for (String each : outcomes.split(" ", -1)) {
            String[] parts = each.split(":", -1);
            Outcome outcome = Outcome.valueOf(parts[0]);
            counts.merge(outcome, 1, Integer::sum);
            verdicts.add(verdict(outcome, parts[parts.length - 1]));
        }
        assertThat(Gate.words(run(exit, counts, verdicts))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0 | PASS:a UNSEEN:a UNSEEN:b  | conformant in what the recording shows (1 of 2 clauses), with 2 cases not seen
                    0 | PASS:a WARN:b             | conformant in what the recording shows (2 of 2 clauses)
                    1 | FAIL:a UNSEEN:b           | not conformant: 1 clause violated in what the recording shows (1 of 2 clauses), with 1 case not seen
                    3 | UNSEEN:a UNSEEN:b         | could not find out, with 2 cases not seen
                    3 | PASS:a ERROR:b            | could not find out: 1 case in error
                    """)
    void anAuditIsOfWhatTheRecordingShows(int exit, String outcomes, String words) {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        List<Verdict> verdicts = new ArrayList<>();
        for (String each : outcomes.split(" ", -1)) {
            String[] parts = each.split(":", -1);
            counts.merge(Outcome.valueOf(parts[0]), 1, Integer::sum);
            verdicts.add(verdict(Outcome.valueOf(parts[0]), parts[1]));
        }
        Run run = run(exit, counts, verdicts);
        Run audit = new Run(
                run.kit(),
                new Run.TargetInfo("a.har", Map.of(Recorded.ENTRIES, "7")),
                run.startedAt(),
                run.finishedAt(),
                run.complete(),
                run.exit(),
                run.summary(),
                verdicts.stream()
                        .map(Verdict::clause)
                        .distinct()
                        .map(c -> new Run.ClauseInfo(c, "signalwire", Level.MUST, "x", "Calls", null, null))
                        .toList(),
                run.verdicts(),
                run.observed(),
                run.exchanges(),
                run.deliveries());
        Judged judged = Gate.judge(audit, Terms.plain());
        assertThat(judged.words()).isEqualTo(words);
        assertThat(judged.exit()).isEqualTo(exit);
    }

    @Test
    void unstableCasesAreCountedApartAndDoNotGate() {
        List<Verdict> verdicts = List.of(
                Runs.unstable(verdict(Outcome.PASS, "a")),
                Runs.unstable(verdict(Outcome.PASS, "a")),
                verdict(Outcome.UNSEEN, "a"));
        Run run = run(Gate.CONFORMANT, Map.of(Outcome.PASS, 2, Outcome.UNSEEN, 1), verdicts);
        Judged judged = Gate.judge(run, Terms.plain());
        assertThat(judged.exit()).isEqualTo(Gate.CONFORMANT);
        assertThat(judged.words()).isEqualTo("conformant, with 2 unstable and 1 case not seen");
    }

    @Test
    void anExpiredLineOfWhatWasLeftOutIsNotRed() {
        String outside = "signalwire.create.Timeout.minimum";
        Baseline known = new Baseline(List.of(new Baseline.Line(outside, null, "because", "2020-01-31")));
        Terms terms = new Terms(known, Level.MUST, Edition.newest(), LocalDate.of(2026, 11, 21));
        Run whole = run(Gate.CONFORMANT, Map.of(Outcome.PASS, 1), List.of(verdict(Outcome.PASS, "a")));
        Run part = new Run(
                whole.kit(),
                whole.target(),
                whole.startedAt(),
                whole.finishedAt(),
                whole.complete(),
                whole.exit(),
                whole.summary(),
                whole.clauses(),
                whole.verdicts(),
                whole.observed(),
                whole.exchanges(),
                whole.deliveries(),
                List.of("signalwire.create.Timeout.maximum"));
        assertThat(Gate.judge(whole, terms).exit()).isEqualTo(Gate.VIOLATIONS);
        assertThat(Gate.judge(part, terms).exit()).isEqualTo(Gate.CONFORMANT);
    }

    @Test
    void anUnstableViolationGates() {
        List<Verdict> verdicts = List.of(Runs.unstable(verdict(Outcome.FAIL, "a")));
        Judged judged = Gate.judge(run(Gate.VIOLATIONS, Map.of(Outcome.FAIL, 1), verdicts), Terms.plain());
        assertThat(judged.exit()).isEqualTo(Gate.VIOLATIONS);
        assertThat(judged.violations()).isEqualTo(verdicts);
    }

    private static Run run(int exit, Map<Outcome, Integer> counts, List<Verdict> verdicts) {
        Run run = Runs.every();
        return new Run(
                run.kit(),
                run.target(),
                run.startedAt(),
                run.finishedAt(),
                run.complete(),
                exit,
                new Run.Summary(counts, verdicts.size(), 0, 0, 0),
                run.clauses(),
                verdicts,
                run.observed(),
                run.exchanges(),
                run.deliveries());
    }

    private static Verdict verdict(Outcome outcome, String clause) {
        String id = clause.equals("b") ? "signalwire.create.Timeout.minimum" : "signalwire.create.Timeout.maximum";
        return new Verdict(id, "a case", "signalwire", "create", Level.MUST, outcome, "", "", List.of(), List.of());
    }
}
