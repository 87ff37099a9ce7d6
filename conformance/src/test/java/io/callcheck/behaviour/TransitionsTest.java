package io.callcheck.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.exchange.Answer;
import io.callcheck.exchange.Evidence;
import io.callcheck.exchange.Exchange;
import io.callcheck.exchange.Sent;
import io.callcheck.exchange.Step;
import io.callcheck.expect.Finding;
import io.callcheck.expect.Judgement;
import io.callcheck.expect.Sightings;
import io.callcheck.expect.Soundness;
import io.callcheck.expect.Transitions;
import io.callcheck.spec.Api;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The way of a call from status to status, told by requests that may overlap. */
class TransitionsTest {
    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    private static final String SID = "0c9d7b52-6e1a-4f38-8a4b-d2f5e9137c60";

    private final List<Step> steps = new ArrayList<>();

    @Test
    void wayForwardIsLawful() {
        seen("create", 0, 10, "queued", "");
        seen("retrieve", 20, 10, "in-progress", "");
        seen("retrieve", 40, 10, "completed", "");
        assertThat(Transitions.forward(sightings()).judge(new Evidence(steps))).isInstanceOf(Judgement.Held.class);
    }

    @Test
    void wayBackIsNot() {
        seen("retrieve", 0, 10, "in-progress", "");
        seen("retrieve", 20, 10, "ringing", "");
        assertThat(Transitions.forward(sightings()).judge(new Evidence(steps))).isInstanceOf(Judgement.Broken.class);
    }

    @Test
    void answeredCallCannotBeCanceled() {
        seen("retrieve", 0, 10, "in-progress", "");
        seen("retrieve", 20, 10, "canceled", "");
        assertThat(Transitions.forward(sightings()).judge(new Evidence(steps))).isInstanceOf(Judgement.Broken.class);
    }

    @Test
    void requestsThatOverlapSayNothingOfTheirOrder() {
        seen("retrieve", 0, 50, "in-progress", "");
        seen("retrieve", 20, 10, "ringing", "");
        assertThat(Transitions.forward(sightings()).judge(new Evidence(steps))).isInstanceOf(Judgement.Unseen.class);
    }

    @Test
    void answerToTheCommandMayShowEitherStatus() {
        seen("retrieve", 0, 10, "in-progress", "");
        seen("update", 20, 10, "completed", "Status=completed");
        seen("retrieve", 40, 10, "in-progress", "");
        seen("retrieve", 60, 10, "completed", "");
        assertThat(Transitions.forward(sightings()).judge(new Evidence(steps))).isInstanceOf(Judgement.Held.class);
        assertThat(Transitions.last(sightings()).judge(new Evidence(steps))).isInstanceOf(Judgement.Unseen.class);
    }

    @Test
    void endIsFinal() {
        seen("retrieve", 0, 10, "busy", "");
        seen("retrieve", 20, 10, "failed", "");
        assertThat(Transitions.last(sightings()).judge(new Evidence(steps))).isInstanceOf(Judgement.Broken.class);
        assertThat(Transitions.forward(sightings()).judge(new Evidence(steps))).isInstanceOf(Judgement.Held.class);
    }

    @ParameterizedTest
    @CsvSource({
        "queued, queued",
        "queued, completed",
        "ringing, busy",
        "ringing, no-answer",
        "ringing, canceled",
        "queued, failed",
        "in-progress, in-progress",
        "in-progress, completed",
        "in-progress, failed",
        "completed, queued"
    })
    void stepsForwardAndAnythingAfterTheEndAreNoMatterOfTheWay(String before, String now) {
        seen("retrieve", 0, 10, before, "");
        seen("retrieve", 20, 10, now, "");
        assertThat(forward()).isEqualTo(new Judgement.Held(List.of(exchange(1))));
    }

    @ParameterizedTest
    @CsvSource({
        "ringing, queued",
        "in-progress, queued",
        "in-progress, ringing",
        "in-progress, busy",
        "in-progress, no-answer",
        "in-progress, canceled"
    })
    void stepsBackAreBroken(String before, String now) {
        seen("retrieve", 0, 10, before, "");
        seen("retrieve", 20, 10, now, "");
        assertThat(forward()).isEqualTo(broken("not after \"" + before + '"', now, 1, 0));
    }

    @Test
    void theFurthestStatusThatWasSeenIsTheOneToKeepTo() {
        seen("retrieve", 0, 10, "queued", "");
        seen("retrieve", 20, 10, "ringing", "");
        seen("retrieve", 40, 10, "queued", "");
        assertThat(forward()).isEqualTo(broken("not after \"ringing\"", "queued", 2, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"busy", "canceled", "completed", "failed", "no-answer"})
    void everyEndStays(String end) {
        seen("retrieve", 0, 10, "ringing", "");
        seen("retrieve", 20, 10, end, "");
        assertThat(last()).isEqualTo(new Judgement.Unseen("no call was seen after its end", List.of()));
        seen("retrieve", 40, 10, end, "");
        assertThat(last()).isEqualTo(new Judgement.Held(List.of(exchange(2))));
        seen("retrieve", 60, 10, "in-progress", "");
        assertThat(last()).isEqualTo(broken("still \"" + end + '"', "in-progress", 3, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ongoing", "", "Completed"})
    void aStatusThatIsNoneIsAMatterOfItsForm(String status) {
        seen("retrieve", 0, 10, "in-progress", "");
        seen("retrieve", 20, 10, status, "");
        seen("retrieve", 40, 10, status, "");
        assertThat(forward()).isEqualTo(new Judgement.Unseen("no call was seen twice", List.of()));
        assertThat(last()).isInstanceOf(Judgement.Unseen.class);
    }

    private Judgement forward() {
        return Transitions.forward(sightings()).judge(new Evidence(steps));
    }

    private Judgement last() {
        return Transitions.last(sightings()).judge(new Evidence(steps));
    }

    private Judgement broken(String expected, String actual, int seen, int before) {
        return new Judgement.Broken(
                List.of(new Finding("/status", expected, '"' + actual + '"')),
                List.of(exchange(seen), exchange(before)));
    }

    private Exchange exchange(int step) {
        return steps.get(step).exchange();
    }

    private static Sightings sightings() {
        return new Sightings("a", Soundness.EVERYTHING);
    }

    private void seen(String operation, long at, long millis, String status, String body) {
        String json = "{\"sid\":\"" + SID + "\",\"status\":\"" + status + "\"}";
        Answer answer = new Answer(200, List.of(), json.getBytes(StandardCharsets.UTF_8), false, millis * 1000);
        Sent sent = new Sent("GET", URI.create("http://127.0.0.1/Accounts/a/Calls/" + SID), List.of(), body);
        steps.add(new Step(
                operation + " " + steps.size(),
                new Exchange(Api.SIGNALWIRE, operation, START.plusMillis(at), sent, answer, null)));
    }
}
