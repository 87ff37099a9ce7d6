package io.callcheck.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.expect.Finding;
import io.callcheck.spec.Level;
import io.callcheck.verdict.Outcome;
import io.callcheck.verdict.Run.DeliveryInfo;
import io.callcheck.verdict.Run.RequestInfo;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallLifeTest {
    private static final String SID = "5b1f4c1e-2d8f-4b9f-a4a0-0f7b0d5f9a01";

    @Test
    void requestsStatesAndCallbacksStandInOrder() {
        CallLife life = lives(called()).get(0);
        assertThat(life.id()).isEqualTo(SID);
        assertThat(life.states()).isEqualTo("queued → completed");
        assertThat(life.counts()).isEqualTo("3 requests, 1 callback");
        assertThat(life.events())
                .extracting(e -> (e.ours() ? "> " : "< ") + e.what() + " " + e.result() + e.state() + e.times())
                .containsExactly("> create 201queued", "> retrieve 200completed×2", "< POST statusCallback ringing");
    }

    @Test
    void whatBrokeAClauseIsMarkedAndStandsFirst() {
        Runs runs = new Runs().exchange(Runs.create("x"), Runs.answer(201, "{\"sid\":\"" + "0".repeat(36) + "\"}"));
        runs.exchange(Runs.create("x"), Runs.answer(201, "{\"id\":\"x\",\"sid\":\"" + SID + "\"}"));
        runs.clause("signalwire.call.sid.format", Level.MUST, "x")
                .broken("create", Outcome.FAIL, "x", new Finding("/sid", "a", "b"), 1);
        assertThat(lives(runs)).extracting(CallLife::broken).containsExactly(true, false);
        assertThat(lives(runs).get(0).events().get(0).broken()).isTrue();
    }

    @Test
    void anIdThatNoAnswerSpokeOfIsNoCall() {
        RequestInfo get = new RequestInfo("GET", "https://acme.test/Calls/" + SID + ".json", List.of(), "");
        assertThat(lives(new Runs().exchange(get, Runs.answer(404, "{}")))).isEmpty();
    }

    @Test
    void hostileBodiesAreNoCallsEither() {
        for (String body : List.of("", "{", "[]", "null", "{\"sid\":7}", "{\"sid\":\"" + "x".repeat(99) + "\"}")) {
            assertThat(lives(new Runs().exchange(Runs.create("x"), Runs.answer(201, body))))
                    .isEmpty();
        }
        assertThat(lives(new Runs().delivery(new DeliveryInfo("soon", "POST", "/", List.of(), "CallSid=%zz&&=&"))))
                .hasSize(1);
    }

    @Test
    void thereIsRoomForSoManyOnly() {
        Runs runs = new Runs();
        for (int i = 0; i < 3_000; i++) {
            runs.exchange(Runs.create("x"), Runs.answer(201, "{\"sid\":\"" + "s".repeat(30) + i + "\"}"));
        }
        assertThat(lives(runs)).hasSizeBetween(300, 2_000);
    }

    private static Runs called() {
        RequestInfo get = new RequestInfo("GET", "https://acme.test/Calls/" + SID + "?x=1", List.of(), "");
        Runs runs = new Runs()
                .exchange(Runs.create("x"), Runs.answer(201, "{\"sid\":\"" + SID + "\",\"status\":\"queued\"}"));
        for (int i = 0; i < 2; i++) {
            runs.exchange("retrieve", get, Runs.answer(200, "{\"a\":[{}],\"status\":\"completed\",\"z"));
        }
        return runs.delivery(new DeliveryInfo(
                "2026-11-21T03:10:56Z",
                "POST",
                "/7f/statusCallback",
                List.of(),
                "CallSid=" + SID + "&CallStatus=ringing"));
    }

    private static List<CallLife> lives(Runs runs) {
        return CallLife.all(runs.run(), new Exchanges(runs.run()));
    }
}
