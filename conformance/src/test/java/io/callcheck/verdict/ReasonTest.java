package io.callcheck.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.spec.Level;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Why cases were neither passed nor failed, those of one reason together. */
class ReasonTest {
    private static final String USUAL = "no answer showed it";

    private final List<Verdict> verdicts = new ArrayList<>();
    private final List<Run.ExchangeInfo> exchanges = new ArrayList<>();
    private List<String> unaccepted = List.of();

    @Test
    void thatOfTheMostStandsFirst() {
        add(1, Outcome.UNSEEN, "", "rare");
        add(2, Outcome.UNSEEN, "bird.create.plain", "answered with 501");
        add(3, Outcome.ERROR, "", "no connection");
        assertThat(Reason.all(run(), Outcome.UNSEEN))
                .extracting(Reason::words)
                .containsExactly("blocked by bird.create.plain: answered with 501", "rare");
        assertThat(Reason.all(run(), Outcome.UNSEEN, Outcome.ERROR).get(0).verdicts())
                .hasSize(3);
    }

    @Test
    void whatAServerWithoutAFlawLeavesIsNotUnusual() {
        add(300, Outcome.PASS, "", "");
        add(40, Outcome.UNSEEN, "", USUAL);
        add(1, Outcome.UNSEEN, "", "no second channel is described: see bird.second-channel in the target file");
        add(3, Outcome.UNSEEN, "", "the difference could not be measured");
        assertThat(Reason.unusual(run())).as("three of 344").isEmpty();
        add(1, Outcome.UNSEEN, "", "the difference could not be measured");
        assertThat(Reason.unusual(run()))
                .extracting(Reason::why)
                .containsExactly("the difference could not be measured");
    }

    @Test
    void whereNothingWasJudgedEveryReasonIsTold() {
        add(2, Outcome.UNSEEN, "", USUAL);
        assertThat(Reason.unusual(run())).extracting(Reason::why).containsExactly(USUAL);
    }

    @Test
    void aCauseThatTheRunSaysNothingOfIsToldApart() {
        add(2, Outcome.UNSEEN, "bird.create.status", "answered with 501");
        add(1, Outcome.UNSEEN, "bird.create.plain", "answered with 501");
        assertThat(Reason.outside(run())).extracting(Reason::blockedBy).containsExactly("bird.create.status");
        assertThat(Reason.unusual(run())).extracting(Reason::blockedBy).containsExactly("bird.create.plain");
    }

    @Test
    void whatIsToldOfAnOperationIsNotToldTwice() {
        add(2, Outcome.UNSEEN, "", "the value was never sent");
        unaccepted = List.of("bird.create");
        assertThat(Reason.unusual(run()))
                .as("nothing answered: nothing is told of it")
                .hasSize(1);
        exchanges.add(new Run.ExchangeInfo(
                "bird",
                "create",
                "",
                new Run.RequestInfo("POST", "http://h/", List.of(), ""),
                new Run.ResponseInfo(501, List.of(), "", 1),
                null));
        assertThat(Reason.unusual(run())).isEmpty();
    }

    private void add(int times, Outcome outcome, String blockedBy, String reason) {
        verdicts.addAll(Collections.nCopies(
                times,
                new Verdict(
                        "bird.create.plain",
                        "x",
                        "bird",
                        "create",
                        Level.MUST,
                        outcome,
                        blockedBy,
                        reason,
                        List.of(),
                        List.of())));
    }

    private Run run() {
        return new Run(
                new Run.Kit("0.1.0", "2026.1", Map.of()),
                new Run.TargetInfo("mine", Map.of()),
                "",
                "",
                true,
                Gate.UNKNOWN,
                new Run.Summary(Map.of(), verdicts.size(), 0, 0, 0, unaccepted, 0),
                List.of(),
                verdicts,
                Map.of(),
                exchanges,
                List.of());
    }
}
