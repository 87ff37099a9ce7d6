package io.callcheck.expect;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.exchange.CallBudget;
import io.callcheck.exchange.Exchange;
import io.callcheck.exchange.Header;
import io.callcheck.exchange.RawPeer;
import io.callcheck.exchange.Sent;
import io.callcheck.exchange.Wire;
import io.callcheck.spec.Api;
import io.callcheck.testing.Targets;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What counts as too late, on the wire and in judgements. */
@Timeout(60)
class LateTest {
    private static final Finding FINDING = new Finding("status", "over", "ringing");

    @Test
    void aServerThatTakesARequestAndSaysNothingIsLate() throws IOException {
        try (RawPeer peer = RawPeer.deaf()) {
            assertThat(asked(peer.address()).late()).isTrue();
        }
    }

    @Test
    void aServerThatHangsUpIsNotLate() throws IOException {
        try (RawPeer peer = RawPeer.talking((number, out, in) -> {})) {
            Exchange exchange = asked(peer.address());
            assertThat(exchange.answer()).isNull();
            assertThat(exchange.late()).isFalse();
        }
    }

    @Test
    void whereNobodyListensNothingIsLate() {
        assertThat(asked(URI.create("http://127.0.0.1:1")).late()).isFalse();
    }

    @Test
    void onlyWhatDidNotComeInTimeRestsOnWaiting() throws IOException {
        assertThat(new Judgement.Broken(List.of(FINDING), List.of()).waited()).isFalse();
        assertThat(Judgement.Broken.late(FINDING, List.of()).waited()).isTrue();
        assertThat(new Judgement.Held(List.of()).waited()).isFalse();
        assertThat(new Judgement.Unknown("nothing within 1 ms", List.of()).waited())
                .isFalse();
        try (RawPeer peer = RawPeer.deaf()) {
            assertThat(new Judgement.Unknown("no answer", List.of(asked(peer.address()))).waited())
                    .isTrue();
        }
    }

    private static Exchange asked(URI address) {
        Wire wire = new Wire(Targets.at(address, "1s"), new CallBudget(0));
        Sent sent = new Sent("POST", address.resolve("/x"), List.of(new Header("Accept", "application/json")), "a=b");
        return wire.send(Api.BIRD, "update", sent);
    }
}
