package io.callcheck.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.spec.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why an operation accepted nothing: what it refused, or what kept it from being tried. */
class UnacceptedTest {
    private final List<Run.ExchangeInfo> exchanges = new ArrayList<>();
    private final List<Verdict> verdicts = new ArrayList<>();
    private boolean complete = true;

    @Test
    void aRefusalIsToldByItsFirstRequest() {
        sent("create", "POST", 401);
        sent("create", "POST", 501);
        judged("create.security", "create", Outcome.PASS, "", 0);
        assertThat(of("bird.create"))
                .containsExactly("no request of bird.create was ever accepted: POST http://127.0.0.1:1/create -> 501");
    }

    @Test
    void anAnswerSaysMoreThanThatNoneCame() {
        sent("update", "PATCH", 0);
        sent("update", "PATCH", 405);
        assertThat(of("bird.update")).singleElement().asString().endsWith("PATCH http://127.0.0.1:1/update -> 405");
        exchanges.remove(1);
        sent("retrieve", "GET", 200);
        assertThat(of("bird.update")).singleElement().asString().endsWith("/update -> no answer: timeout");
    }

    @Test
    void whatIsRefusedAlikeIsToldTogetherAndCreationFirst() {
        sent("list", "GET", 501);
        sent("create", "POST", 501);
        sent("update", "PATCH", 405);
        assertThat(of("bird.list", "bird.update", "bird.create"))
                .containsExactly(
                        "no request of bird.create, bird.list was ever accepted: POST http://127.0.0.1:1/create -> 501",
                        "no request of bird.update was ever accepted: PATCH http://127.0.0.1:1/update -> 405");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    create          | ''
                    retrieve        | ''
                    update          | ''
                    list            | lacks: [list]
                    delete          | lacks: [delete]
                    createRecording | lacks: [recordings]
                    updateRecording | lacks: [recordings]
                    createStream    | lacks: [streams]
                    updateStream    | lacks: [streams]
                    """)
    void lacksIsNamedOnlyWhereItTakesTheOperation(String operation, String lacks) {
        sent(operation, "GET", 404);
        assertThat(of("bird." + operation))
                .singleElement()
                .asString()
                .matches(sentence ->
                        lacks.isEmpty() ? !sentence.contains("lacks") : sentence.endsWith("'" + lacks + "'"));
    }

    @Test
    void whatWasNeverTriedIsToldByWhatKeptItFromIt() {
        sent("retrieve", "GET", 404);
        judged("retrieve.unknown", "retrieve", Outcome.PASS, "", 0);
        judged("update.a", "update", Outcome.UNSEEN, "the value was never sent");
        judged("update.b", "update", Outcome.UNSEEN, "the value was never sent");
        judged("update.c", "update", Outcome.UNSEEN, "no call came into progress");
        judged("update.d", "update", Outcome.UNSEEN, "no channel: see x in the target file");
        judged("create.e", "create", Outcome.UNSEEN, "elsewhere");
        judged("retrieve.f", "retrieve", Outcome.ERROR, "no call came into progress");
        assertThat(of("bird.update", "bird.retrieve"))
                .containsExactly("bird.retrieve, bird.update were never tried: no call came into progress");
        assertThat(of("bird.list")).containsExactly("bird.list was never tried");
    }

    @Test
    void whereNoCallCouldBeCreatedThatIsWhy() {
        sent("create", "POST", 501);
        judged("update.c", "update", Outcome.UNSEEN, "no call came into progress");
        assertThat(of("bird.update"))
                .containsExactly(
                        "bird.update was never tried: no call was created: POST http://127.0.0.1:1/create -> 501");
        assertThat(of("bird.create", "bird.update"))
                .hasSize(2)
                .contains("bird.update was never tried: no call was created");
        sent("create", "POST", 202);
        assertThat(of("bird.update")).containsExactly("bird.update was never tried: no call came into progress");
    }

    /** A right server knows no such call. */
    @Test
    void thatACallIsUnknownIsNoRefusal() {
        askedForNoCall(404);
        assertThat(of("bird.retrieve")).containsExactly("bird.retrieve was never tried");
        askedForNoCall(501);
        assertThat(of("bird.retrieve")).singleElement().asString().endsWith(" -> 501");
    }

    @Test
    void whatIsToldAlreadyIsNotToldAgain() {
        sent("create", "POST", 0);
        assertThat(of("bird.create")).as("nothing answered at all").isEmpty();
        sent("create", "POST", 501);
        assertThat(of("bird.create")).isNotEmpty();
        complete = false;
        assertThat(of("bird.create")).as("cut short").isEmpty();
    }

    private List<String> of(String... operations) {
        return Unaccepted.of(new Run(
                new Run.Kit("0.1.0", "2026.1", Map.of()),
                new Run.TargetInfo("mine", Map.of()),
                "",
                "",
                complete,
                Gate.UNKNOWN,
                new Run.Summary(Map.of(), verdicts.size(), 0, 0, 0, List.of(operations), 0),
                List.of(),
                verdicts,
                Map.of(),
                exchanges,
                List.of()));
    }

    private void sent(String operation, String method, int status) {
        exchanges.add(new Run.ExchangeInfo(
                "bird",
                operation,
                "",
                new Run.RequestInfo(method, "http://127.0.0.1:1/" + operation, List.of(), ""),
                answer(status),
                status == 0 ? "timeout" : null));
    }

    private void askedForNoCall(int status) {
        exchanges.add(new Run.ExchangeInfo(
                "bird",
                "retrieve",
                "",
                new Run.RequestInfo("GET", "http://h/calls/00000000-0000-4000-8000-000000000000", List.of(), ""),
                answer(status),
                null));
    }

    private static Run.@Nullable ResponseInfo answer(int status) {
        return status == 0 ? null : new Run.ResponseInfo(status, List.of(), "", 1);
    }

    private void judged(String clause, String operation, Outcome outcome, String reason, Integer... evidence) {
        verdicts.add(new Verdict(
                "bird." + clause,
                "x",
                "bird",
                operation,
                Level.MUST,
                outcome,
                "",
                reason,
                List.of(),
                List.of(evidence)));
    }
}
