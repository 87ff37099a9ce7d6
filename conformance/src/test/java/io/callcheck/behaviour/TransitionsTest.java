package io.callcheck.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.exchange.Answer;
import io.callcheck.exchange.Evidence;
import io.callcheck.exchange.Exchange;
import io.callcheck.exchange.Sent;
import io.callcheck.exchange.Step;
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
