package io.callcheck.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.cases.Bench;
import io.callcheck.exchange.CallBudget;
import io.callcheck.exchange.CallJournal;
import io.callcheck.exchange.CallbackInbox;
import io.callcheck.exchange.RawPeer;
import io.callcheck.exchange.Sent;
import io.callcheck.exchange.Target;
import io.callcheck.exchange.Wire;
import io.callcheck.spec.Api;
import io.callcheck.testing.Targets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** At the end of a run a call is looked for whose creation was not answered. */
@Timeout(30)
class LostHangUpsTest {
    private static final String ENDED = LostCallsTest.answer("", "{\"sid\":\"one\",\"status\":\"completed\"}");

    @TempDir
    private Path folder;

    @Test
    void aListThatWasReadToItsEndAnswersForTheCreation() throws IOException {
        assertThat(left("null", ENDED)).isZero();
        assertThat(CallJournal.in(folder).read().isNothing()).isTrue();
    }

    /** What is found is hung up; that there may be more stays in the journal. */
    @Test
    void aListThatWasReadInPartDoesNot() throws IOException {
        String failed = "HTTP/1.1 500 Oops\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
        assertThat(left("\"?PageToken=more\"", failed, ENDED)).isEqualTo(1);
        assertThat(CallJournal.in(folder).open()).isEmpty();
        assertThat(CallJournal.in(folder).unanswered(Api.SIGNALWIRE)).hasSize(1);
    }

    /** A creation that gets no answer, a list with one call, and whatever comes then; how many calls may be left. */
    private int left(String next, String... answers) throws IOException {
        String call = "{\"sid\":\"one\",\"from\":\"+15550000001\",\"to\":\"+15550000002\",\"status\":\"ringing\","
                + "\"date_created\":\"" + Instant.now() + "\"}";
        String list = LostCallsTest.answer("", "{\"calls\":[" + call + "],\"next_page_uri\":" + next + "}");
        List<String> talk = new ArrayList<>(List.of("", list));
        talk.addAll(List.of(answers));
        try (RawPeer peer = RawPeer.talking((number, out, in) ->
                        out.write(talk.get(Math.min(number, talk.size() - 1)).getBytes(StandardCharsets.UTF_8)));
                CallbackInbox inbox = CallbackInbox.open(null)) {
            Target target = Targets.live(peer.address());
            Wire wire = new Wire(target, new CallBudget(0, true, CallJournal.in(folder)));
            Bench bench = Plan.of(target, inbox, clause -> true, Contracts.of(target.apis())).stream()
                    .map(Plan::bench)
                    .filter(b -> b.catalogue().api() == Api.SIGNALWIRE)
                    .findFirst()
                    .orElseThrow();
            wire.send(
                    Api.SIGNALWIRE,
                    "create",
                    new Sent("POST", peer.address(), List.of(), "To=%2B15550000002&From=%2B15550000001"));
            assertThat(wire.budget().lost(Api.SIGNALWIRE)).isPresent();
            new HangUps(bench, wire, Runnable::run).all();
            assertThat(peer.heads()).hasSize(talk.size()).last().asString().startsWith("POST ");
            assertThat(wire.budget().open(Api.SIGNALWIRE)).isEmpty();
            return wire.budget().left(true);
        }
    }
}
