package io.callcheck.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.spec.Api;
import io.callcheck.testing.Targets;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
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
        try (RawPeer peer = RawPeer.answering(OK + "Content-Length: 11\r\n\r\n{\"sid\":\"1\"}")) {
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

    /** Five pauses of ten seconds are more than the process is given to hang up. */
    @Test
    void whoWasAskedToComeAgainLaterIsNotWaitedFor() throws IOException {
        try (RawPeer peer = RawPeer.answering(later(10))) {
            Wire wire = wire(peer.address());
            CompletableFuture<Exchange> waiting = CompletableFuture.supplyAsync(
                    () -> wire.send(Api.SIGNALWIRE, "update", new Sent("POST", peer.address(), List.of(), "")));
            await(() -> peer.heads().size() == 1);
            wire.stop();
            Exchange exchange = waiting.join();
            assertThat(Objects.requireNonNull(exchange.answer()).later()).isTrue();
            assertThat(peer.heads()).hasSize(1);
        }
    }

    @Test
    void onlyWhatEndsACallIsSentAfterwardsAndWithAllPatience() throws IOException {
        try (RawPeer peer = RawPeer.answering(later(0), later(0), OK + "Content-Length: 2\r\n\r\n{}")) {
            Wire wire = wire(peer.address());
            wire.stop();
            Sent sent = new Sent("POST", peer.address(), List.of(), "");
            assertThat(wire.send(Api.SIGNALWIRE, "update", sent).problem())
                    .isEqualTo("the run was interrupted before it was sent");
            assertThat(wire.send(Api.SIGNALWIRE, "create", sent).problem()).contains("no further call is created");
            assertThat(peer.heads()).isEmpty();
            assertThat(wire.sendLast(Api.SIGNALWIRE, "update", sent).accepted()).isTrue();
            assertThat(peer.heads()).hasSize(3);
            assertThat(wire.requests()).isEqualTo(3);
        }
    }

    /** The look that would have shown whether the target still lives was not waited for. */
    @Test
    void aTargetIsNotGivenUpBecauseTheRunIsCutShort() throws IOException {
        CompletableFuture<Wire> cut = new CompletableFuture<>();
        int last = Pulse.LATER + 1;
        try (RawPeer peer = RawPeer.talking((number, out, in) -> {
            if (number == last) {
                cut.join().stop();
            }
            if (number == 0 || number > last) {
                out.write((OK + "Content-Length: 2\r\n\r\n{}").getBytes(StandardCharsets.UTF_8));
            }
        })) {
            Wire wire = wire(peer.address());
            cut.complete(wire);
            for (int i = 0; i <= Pulse.LATER; i++) {
                wire.send(Api.SIGNALWIRE, "retrieve", new Sent("GET", peer.address(), List.of(), ""));
            }
            assertThat(peer.heads()).hasSize(last + 1);
            assertThat(wire.sendLast(Api.SIGNALWIRE, "update", new Sent("POST", peer.address(), List.of(), ""))
                            .accepted())
                    .isTrue();
        }
    }

    /** Asked again and again by somebody who waits for nothing, a target would have no peace. */
    @Test
    void whoIsInterruptedDoesNotAskAgainAndAgainWhetherTheTargetIsThere() throws IOException {
        try (RawPeer peer = RawPeer.answering("")) {
            Wire wire = wire(peer.address());
            Thread.currentThread().interrupt();
            Exchange exchange = wire.send(Api.BIRD, "retrieve", new Sent("GET", peer.address(), List.of(), ""));
            assertThat(Thread.interrupted()).isTrue();
            assertThat(exchange.problem()).isEqualTo("the run was interrupted");
            assertThat(wire.requests()).isEqualTo(1);
            await(() -> peer.heads().size() == 1);
        }
    }

    private static String later(int seconds) {
        return "HTTP/1.1 429 Later\r\nConnection: close\r\nRetry-After: " + seconds + "\r\nContent-Length: 0\r\n\r\n";
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    private static Wire wire(URI address) {
        return new Wire(Targets.at(address, "5s"), new CallBudget(0));
    }
}
