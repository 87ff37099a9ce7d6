package io.callcheck.reports.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.expect.Finding;
import io.callcheck.reports.diff.Change.Kind;
import io.callcheck.spec.Level;
import io.callcheck.verdict.Outcome;
import io.callcheck.verdict.Run;
import io.callcheck.verdict.Verdict;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunDiffTest {

    @ParameterizedTest
    @CsvSource({
        "PASS, FAIL, WORSE",
        "FAIL, PASS, BETTER",
        "UNSEEN, FAIL, WORSE",
        "PASS, ERROR, WORSE",
        "ERROR, PASS, BETTER",
        "WARN, FAIL, WORSE",
        "FAIL, WARN, BETTER",
        "WARN, PASS, BETTER",
        "FAIL, ERROR, OTHER",
        "FAIL, UNSEEN, OTHER",
        "ERROR, FAIL, WORSE",
        "PASS, UNSEEN, OTHER",
        "UNSEEN, PASS, OTHER",
        "WARN, NOT_APPLICABLE, OTHER",
        "ERROR, UNSEEN, OTHER",
    })
    void everyStepIsOfOneKind(Outcome before, Outcome after, Kind kind) {
        RunDiff diff =
                RunDiff.of(run(verdict("a.create.To.required", before)), run(verdict("a.create.To.required", after)));
        assertThat(diff.changes()).extracting(Change::kind).containsExactly(kind);
        assertThat(diff.worse()).isEqualTo(kind == Kind.WORSE);
    }

    @Test
    void aRunIsNoWorseThanItself() {
        Run run = run(verdict("a.x", Outcome.FAIL), verdict("a.y", Outcome.PASS), verdict("a.z", Outcome.ERROR));
        assertThat(RunDiff.of(run, run).changes()).isEmpty();
        assertThat(RunDiff.of(run, run).lines()).last().isEqualTo("verdict  no worse");
    }

    @Test
    void whatOnlyOneRunJudgesIsNewOrGone() {
        RunDiff diff = RunDiff.of(run(verdict("a.x", Outcome.PASS)), run(verdict("a.y", Outcome.FAIL)));
        assertThat(diff.changes()).extracting(Change::kind).containsExactly(Kind.NEW, Kind.GONE);
        assertThat(diff.newClauses()).containsExactly("a.y");
        assertThat(diff.goneClauses()).containsExactly("a.x");
        assertThat(diff.newlyViolated()).isEmpty();
        assertThat(diff.worse()).isFalse();
    }

    @Test
    void aClauseIsNoLongerViolatedOnlyWhenItIsSeenToHold() {
        Run old = run(verdict("a.x", Outcome.FAIL), verdict("a.y", Outcome.FAIL), verdict("a.z", Outcome.PASS));
        Run current = run(verdict("a.x", Outcome.PASS), verdict("a.y", Outcome.UNSEEN), verdict("a.z", Outcome.FAIL));
        assertThat(RunDiff.of(old, current).noLongerViolated()).containsExactly("a.x");
        assertThat(RunDiff.of(old, current).newlyViolated()).containsExactly("a.z");
    }

    @Test
    void theTextSaysWhatGotWorseFirst() {
        RunDiff diff = RunDiff.of(
                run(verdict("a.x", Outcome.FAIL), verdict("a.y", Outcome.PASS), verdict("a.u", Outcome.PASS)),
                run(verdict("a.x", Outcome.PASS), verdict("a.y", Outcome.FAIL), verdict("a.u", Outcome.UNSEEN)));
        assertThat(diff.lines())
                .containsExactly(
                        "old      acme, 2026-11-21T03:10:54Z, kit 0.1.0: 3 cases, 1 clause violated",
                        "new      acme, 2026-11-21T03:10:54Z, kit 0.1.0: 3 cases, 1 clause violated",
                        "",
                        "worse    1 case of 1 clause",
                        "  FAIL, was PASS  a.y",
                        "      create, it holds",
                        "      To: expected 400 or 422, got ‹U+001B›[2J⏎".replace("⏎", " ⏎ "),
                        "",
                        "better   1 case of 1 clause",
                        "  PASS, was FAIL  a.x",
                        "      create, it holds",
                        "",
                        "other    1 case of 1 clause",
                        "  UNSEEN, was PASS: 1 case",
                        "",
                        "clauses  1 newly violated, 1 no longer violated",
                        "verdict  worse");
    }

    @Test
    void fewerClausesAreSaid() {
        RunDiff diff = RunDiff.of(
                run(verdict("a.x", Outcome.PASS), verdict("a.y", Outcome.PASS)), run(verdict("a.x", Outcome.PASS)));
        assertThat(diff.lines()).contains("         the new run judges 1 clause fewer: was it asked for less?");
    }

    @Test
    void whatARunWasNotAskedForIsNeitherNewNorGone() {
        Run whole = run(verdict("a.x", Outcome.FAIL), verdict("a.y", Outcome.PASS), verdict("a.z", Outcome.PASS));
        Run part = part("a.x", verdict("a.x", Outcome.PASS));
        RunDiff less = RunDiff.of(whole, part);
        assertThat(less.changes()).extracting(Change::kind).containsExactly(Kind.BETTER, Kind.NOT_RUN, Kind.NOT_RUN);
        assertThat(less.goneClauses()).isEmpty();
        assertThat(less.lines())
                .containsSubsequence("not run  2 cases of 2 clauses", "  the new run was asked for a.x alone")
                .noneMatch(line -> line.contains("fewer"));
        RunDiff more = RunDiff.of(part, whole);
        assertThat(more.changes()).extracting(Change::kind).containsExactly(Kind.WORSE, Kind.NOT_RUN, Kind.NOT_RUN);
        assertThat(more.newClauses()).isEmpty();
    }

    private static Run part(String only, Verdict... verdicts) {
        Run run = run(verdicts);
        return new Run(
                run.kit(),
                run.target(),
                run.startedAt(),
                run.finishedAt(),
                run.complete(),
                run.exit(),
                run.summary(),
                run.clauses(),
                run.verdicts(),
                run.observed(),
                run.exchanges(),
                run.deliveries(),
                List.of(only));
    }

    private static Verdict verdict(String clause, Outcome outcome) {
        List<Finding> findings =
                outcome == Outcome.FAIL ? List.of(new Finding("To", "one of [400, 422]", "\u001b[2J\n")) : List.of();
        return new Verdict(clause, "it holds", "a", "create", Level.MUST, outcome, "", "", findings, List.of());
    }

    private static Run run(Verdict... verdicts) {
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        return new Run(
                new Run.Kit("0.1.0", "2026.1", Map.of()),
                new Run.TargetInfo("acme", Map.of()),
                "2026-11-21T03:10:54Z",
                "2026-11-21T03:10:55Z",
                true,
                0,
                new Run.Summary(outcomes, verdicts.length, 0, 0, 0),
                List.of(),
                List.of(verdicts),
                Map.of(),
                List.of(),
                List.of());
    }
}
