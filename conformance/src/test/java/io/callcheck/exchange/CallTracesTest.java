package io.callcheck.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.spec.Api;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A phone that rings for a run is hung up: one whose call was never named is looked for. */
class CallTracesTest {
    private static final Instant BEGAN = Instant.parse("2026-03-04T05:06:07Z");

    private final CallBudget budget = new CallBudget(0, true, CallJournal.NONE);

    @Test
    void aCallIsRememberedUntilItIsOver() {
        note(Api.BIRD, "create", 202, "{\"id\":\"1\",\"status\":\"starting\"}");
        assertThat(budget.open(Api.BIRD)).containsExactly("1");
        note(Api.BIRD, "retrieve", 200, "{\"id\":\"1\",\"status\":\"completed\"}");
        assertThat(budget.open(Api.BIRD)).isEmpty();
        assertThat(budget.lost(Api.BIRD)).isEmpty();
    }

    @Test
    void aCallThatSeveralCreationsShowIsShared() {
        note(Api.SIGNALWIRE, "create", 201, "{\"sid\":\"1\"}");
        note(Api.SIGNALWIRE, "create", 201, "{\"sid\":\"2\"}");
        note(Api.SIGNALWIRE, "retrieve", 200, "{\"sid\":\"1\",\"status\":\"completed\"}");
        assertThat(budget.shared("1")).isFalse();
        note(Api.SIGNALWIRE, "create", 201, "{\"sid\":\"1\"}");
        assertThat(budget.shared("1")).isTrue();
        assertThat(budget.shared("2")).isFalse();
    }

    /** Behind a gateway that gives up, and behind a server that fails half-way, a phone may ring all the same. */
    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void aCreationThatFailedAtTheServerMayHaveMadeACall(int status) {
        note(Api.SIGNALWIRE, "create", status, "");
        assertThat(budget.lost(Api.SIGNALWIRE)).contains(BEGAN);
        assertThat(budget.lost(Api.BIRD)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "no JSON", "{\"id\":\"1\"}", "{\"sid\":\"\"}"})
    void aCreationWithoutAnIdMadeACallThatNobodyKnows(String body) {
        note(Api.SIGNALWIRE, "create", 201, body);
        assertThat(budget.lost(Api.SIGNALWIRE)).contains(BEGAN);
        assertThat(budget.open(Api.SIGNALWIRE)).isEmpty();
        assertThat(budget.calls()).isEqualTo(1);
        assertThat(budget.left(true)).isEqualTo(1);
        budget.found(Api.SIGNALWIRE, List.of("CA1"), true);
        assertThat(budget.open(Api.SIGNALWIRE)).containsExactly("CA1");
        budget.ended("CA1");
        assertThat(budget.left(true)).isZero();
    }

    @Test
    void afterACallThatNobodyCanHangUpALiveTargetGetsNoOther() {
        CallBudget careful = new CallBudget(0, true, CallJournal.NONE);
        assertThat(careful.take(Api.BIRD, BEGAN)).isEmpty();
        careful.unnamed(Api.BIRD, BEGAN);
        assertThat(careful.take(Api.BIRD, BEGAN))
                .hasValueSatisfying(why -> assertThat(why).contains("no further call is created"));
        CallBudget simulated = new CallBudget(0, false, CallJournal.NONE);
        simulated.unnamed(Api.BIRD, BEGAN);
        simulated.doubtful(Api.BIRD, BEGAN);
        assertThat(simulated.lost(Api.BIRD)).isEmpty();
        assertThat(simulated.calls()).isEqualTo(1);
        assertThat(simulated.take(Api.BIRD, BEGAN)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"create,400", "create,422", "create,401", "retrieve,500", "update,204", "list,200"})
    void nothingElseMakesACall(String operation, int status) {
        note(Api.SIGNALWIRE, operation, status, "");
        assertThat(budget.lost(Api.SIGNALWIRE)).isEmpty();
        assertThat(budget.open(Api.SIGNALWIRE)).isEmpty();
    }

    private void note(Api api, String operation, int status, String body) {
        Sent sent = new Sent("POST", URI.create("http://127.0.0.1:1/"), List.of(), "");
        Answer answer = new Answer(status, List.of(), body.getBytes(StandardCharsets.UTF_8), false, 0);
        CallTraces.note(new Exchange(api, operation, BEGAN, sent, answer, null), false, BEGAN, budget);
    }
}
