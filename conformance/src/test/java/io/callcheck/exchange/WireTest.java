package io.callcheck.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callcheck.spec.Api;
import io.callcheck.testing.Targets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the other side does, it is an exchange: bounded, in time, and never an exception. */
@Timeout(20)
class WireTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nConnection: close\r\n";

    @Test
    void anAnswerIsRecordedAsItCame() throws IOException {
        String head = http("""
                HTTP/1.1 422 Whatever
                Connection: close
                Content-Type: Application/JSON; charset=utf-8
                X-Twice: 1
                X-Twice: 2
                Content-Length: 4

                """);
        try (RawPeer peer = RawPeer.answering(head + "{\"ä")) {
            Answer answer = answer(send(peer, "GET", ""));
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.text()).isEqualTo("{\"ä");
            assertThat(answer.mediaType()).isEqualTo("application/json");
            assertThat(answer.headers())
                    .filteredOn(h -> h.name().equalsIgnoreCase("x-twice"))
                    .extracting(Header::value)
                    .containsExactly("1", "2");
            assertThat(answer.cut()).isFalse();
        }
    }

    @Test
    void theRequestGoesOutAsItWasGiven() throws IOException {
        try (RawPeer peer = RawPeer.answering(OK + "Content-Length: 0\r\n\r\n")) {
            Exchange exchange = send(peer, "POST", "To=%2B1&Name=Zo%C3%AB");
            assertThat(exchange.accepted()).isTrue();
            assertThat(peer.heads()).hasSize(1);
            assertThat(peer.heads().get(0))
                    .startsWith("POST /calls?a=%2B HTTP/1.1\r\n")
                    .contains("X-Test: yes\r\n", "Content-Length: 21\r\n")
                    .doesNotContainIgnoringCase("upgrade");
        }
    }

    @Test
    void aRedirectIsAnAnswerAndIsNotFollowed() throws IOException {
        try (RawPeer other = RawPeer.answering(OK + "\r\n");
                RawPeer peer = RawPeer.answering("HTTP/1.1 307 Elsewhere\r\nConnection: close\r\nLocation: "
                        + other.address() + "/\r\nContent-Length: 0\r\n\r\n")) {
            assertThat(answer(send(peer, "GET", "")).status()).isEqualTo(307);
            assertThat(peer.heads()).hasSize(1);
            assertThat(other.heads()).isEmpty();
        }
    }

    @Test
    void anEndlessBodyIsCutAtItsBound() throws IOException {
        try (RawPeer peer = RawPeer.talking((number, out, in) -> endless(out))) {
            Answer answer = answer(send(peer, "GET", ""));
            assertThat(answer.cut()).isTrue();
            assertThat(answer.body()).hasSize(16 * 1024).containsOnly('x');
        }
    }

    @Test
    void aBodyOfExactlyTheBoundIsWhole() throws IOException {
        String body = "x".repeat(BoundedBody.OTHER);
        try (RawPeer peer = RawPeer.answering(OK + "Content-Length: " + body.length() + "\r\n\r\n" + body)) {
            Answer answer = answer(send(peer, "GET", ""));
            assertThat(answer.cut()).isFalse();
            assertThat(answer.body()).hasSize(BoundedBody.OTHER);
        }
    }

    @Test
    void gzipIsTakenOffAndItsBombsAreCut() throws IOException {
        try (RawPeer peer = zipped("{\"sid\": 1}".getBytes(StandardCharsets.UTF_8))) {
            assertThat(answer(send(peer, "GET", "")).text()).isEqualTo("{\"sid\": 1}");
        }
        try (RawPeer peer = zipped(new byte[16 << 20])) {
            Answer answer = answer(send(peer, "GET", ""));
            assertThat(answer.cut()).isTrue();
            assertThat(answer.body()).hasSize(16 * 1024);
        }
    }

    @Test
    void whatOnlyClaimsToBeGzipIsNoAnswer() throws IOException {
        try (RawPeer peer = RawPeer.answering(OK + "Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}")) {
            assertThat(send(peer, "GET", "").problem()).contains("not the gzip that Content-Encoding says");
        }
    }

    @Test
    void anExchangeIsOfTheMomentInWhichWhatWasAnsweredWasSent() throws IOException {
        String later = "HTTP/1.1 429 Later\r\nConnection: close\r\nRetry-After: 1\r\nContent-Length: 0\r\n\r\n";
        try (RawPeer peer = RawPeer.answering(later, OK + "Content-Length: 2\r\n\r\n{}")) {
            Instant begun = Instant.now();
            Exchange exchange = send(peer, "GET", "");
            assertThat(answer(exchange).status()).isEqualTo(200);
            assertThat(exchange.at()).isAfter(begun.plusMillis(900));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"429 Too Many", "503 Not Now"})
    void anAnswerThatAsksToComeAgainIsAskedAgain(String status) throws IOException {
        String later = "HTTP/1.1 " + status + "\r\nConnection: close\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n";
        try (RawPeer peer = RawPeer.answering(later, later, OK + "Content-Length: 2\r\n\r\n{}")) {
            Wire wire = wire(peer.address());
            assertThat(answer(send(wire, peer.address(), "POST", "a=b")).status())
                    .isEqualTo(200);
            assertThat(wire.requests()).isEqualTo(3);
        }
        try (RawPeer peer = RawPeer.answering(later)) {
            assertThat(answer(send(peer, "GET", "")).status()).isBetween(429, 503);
            assertThat(peer.heads()).hasSize(6);
        }
    }

    @Test
    void aPlain503IsAnAnswer() throws IOException {
        try (RawPeer peer = RawPeer.answering("HTTP/1.1 503 No\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")) {
            assertThat(answer(send(peer, "GET", "")).status()).isEqualTo(503);
            assertThat(peer.heads()).hasSize(1);
        }
    }

    @Test
    void aPeerThatIsNotThereRefuses() throws IOException {
        URI gone;
        try (RawPeer peer = RawPeer.answering("")) {
            gone = peer.address();
        }
        Exchange exchange = send(wire(gone), gone, "GET", "");
        assertThat(exchange.answer()).isNull();
        assertThat(exchange.problem()).isEqualTo("connection refused");
        assertThat(exchange.outcome()).isEqualTo("nothing: connection refused");
    }

    @Test
    void aSilentPeerEndsByTheTimeOut() throws IOException {
        try (RawPeer peer = RawPeer.talking((number, out, in) -> waitForTheEnd(in))) {
            endsByTheTimeOut(peer);
        }
    }

    @Test
    void aBodyThatStallsEndsByTheTimeOut() throws IOException {
        try (RawPeer peer = RawPeer.talking((number, out, in) -> {
            out.write((OK + "Content-Length: 100\r\n\r\n{").getBytes(StandardCharsets.UTF_8));
            out.flush();
            waitForTheEnd(in);
        })) {
            endsByTheTimeOut(peer);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not HTTP at all\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{",
                "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "HTTP/1.1 101 Switching\r\n\r\n"
            })
    void aBrokenAnswerIsNone(String answer) throws IOException {
        try (RawPeer peer = RawPeer.answering(answer)) {
            Exchange exchange = send(peer, "POST", "a=b");
            assertThat(exchange.answer()).isNull();
            assertThat(exchange.problem()).isNotBlank();
            assertThat(exchange.accepted()).isFalse();
            assertThat(exchange.refused()).isFalse();
        }
    }

    @Test
    void headersAreBounded() throws IOException {
        try (RawPeer peer = RawPeer.answering(OK + "X-Long: " + "x".repeat(1 << 20) + "\r\n\r\n")) {
            assertThat(send(peer, "GET", "").answer()).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://example.com/calls", "http://127.0.0.1:2/calls", "http://localhost:1/", "mailto:x"})
    void nothingIsSentToAnyoneElse(String address) {
        Wire wire = wire(URI.create("http://127.0.0.1:1"));
        Sent sent = new Sent("GET", URI.create(address), List.of(), "");
        assertThatThrownBy(() -> wire.send(Api.BIRD, "retrieve", sent))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("which is not the target");
        assertThat(wire.requests()).isZero();
    }

    @Test
    void creationsAreCountedAndHeldToTheirBound() throws IOException {
        String created = "HTTP/1.1 201 Created\r\nConnection: close\r\nContent-Length: 11\r\n\r\n{\"sid\":\"x\"}";
        try (RawPeer peer = RawPeer.answering(created)) {
            Wire wire = new Wire(Targets.at(peer.address(), "5s"), new CallBudget(1));
            Sent create = new Sent("POST", peer.address(), List.of(), "");
            assertThat(wire.send(Api.SIGNALWIRE, "create", create).accepted()).isTrue();
            assertThat(wire.send(Api.SIGNALWIRE, "create", create).problem()).contains("limits.calls");
            assertThat(wire.send(Api.SIGNALWIRE, "update", create).accepted()).isTrue();
            assertThat(peer.heads()).hasSize(2);
            assertThat(wire.budget().calls()).isEqualTo(1);
            assertThat(wire.budget().open(Api.SIGNALWIRE)).containsExactly("x");
            assertThat(wire.budget().open(Api.BIRD)).isEmpty();
            wire.budget().ended("x");
            assertThat(wire.budget().open(Api.SIGNALWIRE)).isEmpty();
        }
    }

    private static void endsByTheTimeOut(RawPeer peer) {
        Wire wire = new Wire(Targets.at(peer.address(), "150ms"), new CallBudget(0));
        long start = System.nanoTime();
        Exchange exchange = send(wire, peer.address(), "GET", "");
        assertThat(exchange.answer()).isNull();
        assertThat(exchange.problem()).isEqualTo("nothing within 150 ms");
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(140), Duration.ofSeconds(5));
    }

    private static RawPeer zipped(byte[] body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(body);
        }
        return RawPeer.talking((number, out, in) -> {
            out.write((OK + "Content-Encoding: gzip\r\nContent-Length: " + bytes.size() + "\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            bytes.writeTo(out);
        });
    }

    private static void endless(OutputStream out) throws IOException {
        out.write((OK + "\r\n").getBytes(StandardCharsets.UTF_8));
        byte[] part = "x".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 1 << 12; i++) {
            out.write(part);
        }
    }

    private static void waitForTheEnd(InputStream in) throws IOException {
        in.transferTo(OutputStream.nullOutputStream());
    }

    /** The lines of a head, ended as HTTP ends them. */
    private static String http(String lines) {
        return lines.replace("\n", "\r\n");
    }

    private static Wire wire(URI address) {
        return new Wire(Targets.at(address, "5s"), new CallBudget(0));
    }

    private static Exchange send(RawPeer peer, String method, String body) {
        return send(wire(peer.address()), peer.address(), method, body);
    }

    private static Exchange send(Wire wire, URI address, String method, String body) {
        List<Header> headers = List.of(new Header("X-Test", "yes"));
        return wire.send(Api.BIRD, "retrieve", new Sent(method, URI.create(address + "/calls?a=%2B"), headers, body));
    }

    private static Answer answer(Exchange exchange) {
        assertThat(exchange.problem()).isNull();
        return Objects.requireNonNull(exchange.answer());
    }
}
