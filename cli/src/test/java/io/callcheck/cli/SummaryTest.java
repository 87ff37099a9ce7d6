package io.callcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.engine.Results;
import io.callcheck.expect.Finding;
import io.callcheck.spec.Edition;
import io.callcheck.spec.Level;
import io.callcheck.verdict.Gate;
import io.callcheck.verdict.Outcome;
import io.callcheck.verdict.Run;
import io.callcheck.verdict.Terms;
import io.callcheck.verdict.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a person reads at the end of a run. */
class SummaryTest {
    private static final String URL = "http://127.0.0.1:1/workspaces/w/calls";

    private final List<Verdict> verdicts = new ArrayList<>();
    private boolean complete = true;
    private int left;
    private List<String> unaccepted = List.of();

    @Test
    void aStatusIsToldWithItsRequest() {
        broken("bird.create.plain", "create", new Finding("status", "accepted", "501 {}"));
        assertThat(lines()).contains("     create, status of POST " + URL + ": expected accepted, got 501 {}");
    }

    @Test
    void callsThatMayStillRingAreTold() {
        broken("bird.create.plain", "create", new Finding("p", "e", "a"));
        assertThat(lines()).noneMatch(l -> l.contains("going on"));
        left = 1;
        assertThat(lines()).anyMatch(l -> l.startsWith("ERROR 1 call may still be going on: "));
    }

    @Test
    void aParameterOfThatNameIsNoStatus() {
        broken("bird.list.status.enum", "list", new Finding("status", "refused", "x accepted with 501"));
        assertThat(lines()).contains("     list, status: expected refused, got x accepted with 501");
    }

    @Test
    void aPlaceThatIsTheWholeBodySaysSo() {
        broken("bird.page.type", "list", new Finding("", "an object", "[]"));
        assertThat(lines()).contains("     list, body: expected an object, got []");
    }

    @Test
    void clausesStandInTheOrderOfACallsLife() {
        Finding finding = new Finding("p", "e", "a");
        broken("bird.list.status", "list", finding);
        broken("bird.call.id.type", "create", finding);
        broken("bird.update.plain", "update", finding);
        broken("bird.create.plain", "create", finding);
        assertThat(lines())
                .filteredOn(l -> l.startsWith("FAIL"))
                .containsExactly(
                        "FAIL bird.create.plain",
                        "FAIL bird.update.plain",
                        "FAIL bird.list.status",
                        "FAIL bird.call.id.type");
    }

    @Test
    void aCauseThatTheRunWasNotAskedForIsTold() {
        unseen("bird.create.plain", "bird.create.status", "answered with 501");
        unaccepted = List.of("bird.create");
        assertThat(lines())
                .contains("UNSEEN bird.create.plain: blocked by bird.create.status: answered with 501")
                .contains("ERROR no request of bird.create was ever accepted: POST " + URL + " -> 501")
                .noneMatch(l -> l.startsWith("unseen"))
                .endsWith("exit=3");
    }

    @Test
    void whyMuchWasNotSeenIsToldInThreeLines() {
        verdicts.add(verdict("bird.update.a", "update", Outcome.PASS, "", "", List.of()));
        for (String reason : List.of("b", "a", "c", "a", "d", "no answer showed it")) {
            unseen("bird.update." + reason, "", reason.equals("b") ? "b".repeat(200) : reason);
        }
        List<String> lines = lines();
        int cases = lines.indexOf("cases    7 of 7, 1 PASS, 6 UNSEEN");
        assertThat(lines.subList(cases + 1, cases + 4))
                .containsExactly("unseen   2: a", "         1: " + "b".repeat(110) + "…", "         1: c");
        assertThat(lines.get(cases + 4)).startsWith("clauses");
    }

    @Test
    void casesThatWereCutShortWereNotJudged() {
        verdicts.add(verdict("bird.update.a", "update", Outcome.PASS, "", "", List.of()));
        verdicts.add(verdict("bird.update.b", "update", Outcome.ERROR, "", "the run was cut short", List.of()));
        complete = false;
        unaccepted = List.of("bird.create");
        assertThat(lines())
                .contains("cases    1 of 2, 1 PASS, 1 ERROR")
                .noneMatch(l -> l.contains("was ever accepted"));
    }

    private void broken(String clause, String operation, Finding finding) {
        verdicts.add(verdict(clause, operation, Outcome.FAIL, "", "", List.of(finding)));
    }

    private void unseen(String clause, String blockedBy, String reason) {
        verdicts.add(verdict(clause, "update", Outcome.UNSEEN, blockedBy, reason, List.of()));
    }

    private static Verdict verdict(
            String clause, String operation, Outcome outcome, String blockedBy, String reason, List<Finding> findings) {
        return new Verdict(
                clause, "x", "bird", operation, Level.MUST, outcome, blockedBy, reason, findings, List.of(0));
    }

    private List<String> lines() {
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        verdicts.forEach(v -> outcomes.merge(v.outcome(), 1, Integer::sum));
        List<Run.ClauseInfo> clauses = verdicts.stream()
                .map(Verdict::clause)
                .distinct()
                .map(c -> new Run.ClauseInfo(c, "bird", Level.MUST, "x", "Calls", null, null))
                .toList();
        Run run = new Run(
                new Run.Kit("0.1.0", Edition.newestName(), Map.of()),
                new Run.TargetInfo("mine", Map.of()),
                "2026-11-21T09:30:05Z",
                "2026-11-21T09:30:06Z",
                complete,
                Gate.exit(outcomes, verdicts.size(), unaccepted),
                new Run.Summary(outcomes, verdicts.size(), 0, 1, 9, unaccepted, left),
                clauses,
                verdicts,
                Map.of(),
                List.of(new Run.ExchangeInfo(
                        "bird",
                        "create",
                        "2026-11-21T09:30:05Z",
                        new Run.RequestInfo("POST", URL, List.of(), ""),
                        new Run.ResponseInfo(501, List.of(), "", 1),
                        null)),
                List.of());
        return Summary.lines(new Results(Gate.judge(run, Terms.plain()), Path.of("."), List.of()));
    }
}
