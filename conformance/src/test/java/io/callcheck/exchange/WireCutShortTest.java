package io.callcheck.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.spec.Api;
import io.callcheck.testing.Targets;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Once a run is cut short nobody's phone rings any more. */
@Timeout(30)
class WireCutShortTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nConnection: close\r\n";

    /** An answer that nobody waits for would leave a call behind that nobody knows. */
    @Test
    void aRunThatIsCutShortCreatesNoCall() throws IOException {
        try (RawPeer peer = RawPeer.answering(OK + "Content-Length: 2\r\n\r\n{}")) {
            Wire wire = wire(peer.address());
            Sent create = new Sent("POST", peer.address(), List.of(), "");
            Thread.currentThread().interrupt();
            Exchange exchange = wire.send(Api.SIGNALWIRE, "create", create);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(exchange.answer()).isNull();
            assertThat(exchange.problem()).isEqualTo("the run was interrupted before it was sent");
            assertThat(wire.requests()).isZero();
            assertThat(wire.budget().lost(Api.SIGNALWIRE))
                    .as("a call to look for")
                    .isEmpty();
            assertThat(wire.send(Api.SIGNALWIRE, "create", create).accepted()).isTrue();
            assertThat(peer.heads()).hasSize(1);
        }
    }

    /** Scripts that are cut short wait for what they asked others to send. */
    @Test
    void whatWaitsToBeSentCreatesNoCallOnceTheRunIsCutShort() throws IOException {
        try (RawPeer peer = RawPeer.answering(OK + "Content-Length: 2\r\n\r\n{}")) {
            Wire wire = wire(peer.address());
            Transcript transcript = new Transcript(Api.SIGNALWIRE, wire, Transcript.Company.none(Runnable::run));
            Sent create = new Sent("POST", peer.address(), List.of(), "");
            transcript.sendAll("create", List.of(new Transcript.Asked("one", "", Set.of(), create)));
            wire.budget().stop();
            assertThat(transcript.sendAll("create", List.of(new Transcript.Asked("two", "", Set.of(), create))))
                    .singleElement()
                    .satisfies(e -> assertThat(e.problem()).contains("no further call is created"));
            assertThat(peer.heads()).hasSize(1);
            assertThat(wire.budget().creations()).isEqualTo(1);
            assertThat(wire.budget().lost(Api.SIGNALWIRE)).isEmpty();
        }
    }

    private static Wire wire(URI address) {
        return new Wire(Targets.at(address, "5s"), new CallBudget(0));
    }
}
