package io.callcheck.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.callcheck.expect.Finding;
import io.callcheck.spec.Level;
import io.callcheck.verdict.Outcome;
import io.callcheck.verdict.Run;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClauseMapTest {

    @Test
    void operationsStandBeforeWhatTheyAnswer() {
        ClauseMap map = maps(Runs.ofEveryOutcome().run()).get(0);
        assertThat(map.rows())
                .extracting(ClauseMap.Row::name)
                .containsExactly("create", "retrieve", "createStream", "call");
        assertThat(map.rows()).extracting(ClauseMap.Row::operation).containsExactly(true, true, true, false);
    }

    @Test
    void everyClauseHasOneCell() {
        Run run = Runs.ofEveryOutcome().run();
        List<ClauseMap.Cell> cells = cells(maps(run).get(0));
        assertThat(cells)
                .hasSize(run.clauses().size())
                .extracting(ClauseMap.Cell::label, ClauseMap.Cell::mark)
                .contains(
                        tuple("signalwire.create.Timeout.maximum, failed", "×"),
                        tuple("signalwire.create.success, warned", "!"),
                        tuple("signalwire.create.Timeout.default, not checked", " "));
    }

    @Test
    void noTwoOutcomesLookTheSameWithoutColour() {
        List<ClauseMap.Cell> cells = cells(maps(Runs.ofEveryOutcome().run()).get(0));
        assertThat(cells).extracting(ClauseMap.Cell::mark).doesNotHaveDuplicates();
    }

    @Test
    void aClauseHasTheGravestOutcomeOfItsCases() {
        Run run = new Runs()
                .clause("bird.call.id.type", Level.MUST, "x")
                .passed("create", "one")
                .open("list", Outcome.ERROR, "two", "no answer")
                .broken("update", Outcome.FAIL, "three", new Finding("/id", "text", "1"))
                .run();
        assertThat(cells(maps(run).get(0))).extracting(ClauseMap.Cell::key).containsExactly("fail");
    }

    @ParameterizedTest
    @CsvSource({
        "a.b.To.required, PRESENCE",
        "a.b.c.format, FORM",
        "a.b.c.maxItems, RANGE",
        "a.b.To.accepted, ACCEPTED",
        "a.list.security, ACCESS",
        "a.delete.gone, BEHAVIOUR",
        "odd, BEHAVIOUR",
    })
    void theLastPartTellsTheKind(String clause, Kind kind) {
        assertThat(Kind.of(clause)).isEqualTo(kind);
    }

    private static List<ClauseMap> maps(Run run) {
        return ClauseMap.all(new Lookup(run));
    }

    private static List<ClauseMap.Cell> cells(ClauseMap map) {
        return map.rows().stream()
                .flatMap(r -> r.columns().stream())
                .flatMap(c -> c.cells().stream())
                .toList();
    }
}
