package io.callcheck.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.exchange.CallbackInbox;
import io.callcheck.exchange.Delivery;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a sender does to our receiver is bounded, and answered for what it is. */
@Timeout(40)
class ReceiverTest {
    private static final int BOUND = 64 * 1024;

    private final CallbackInbox inbox;
    private final String address;

    ReceiverTest() throws IOException {
        this.inbox = CallbackInbox.open(null);
        this.address = inbox.address("statusCallback", "");
    }

    @AfterEach
    void close() {
        inbox.close();
    }

    @Test
    void aWrongPathIsAnsweredBeforeItsBody() throws IOException {
        String wrong = address.replaceFirst("/[0-9a-f]{32}/", "/" + "0".repeat(32) + "/");
        assertThat(Sender.status(wrong, Sender.head("POST", wrong, "Content-Length: 1000000000\r\n")))
                .isEqualTo(404);
        assertThat(inbox.deliveries()).isEmpty();
    }

    @Test
    void aLongBodyIsTakenUpToItsBound() throws IOException {
        String part = "x".repeat(2 * BOUND);
        assertThat(Sender.status(address, Sender.head("POST", address, "Content-Length: 1000000000\r\n") + part))
                .isEqualTo(204);
        String chunked = Sender.head("POST", address, "Transfer-Encoding: chunked\r\n") + "7fffffff\r\n";
        assertThat(Sender.status(address, chunked + part)).isEqualTo(204);
        assertThat(inbox.deliveries()).extracting(d -> d.body().length()).containsExactly(BOUND, BOUND);
    }

    @Test
    void chunksArePutTogether() throws IOException {
        String chunked = Sender.head("POST", address, "Transfer-Encoding: chunked\r\n");
        assertThat(Sender.status(address, chunked + "3\r\na=1\r\n2;x=y\r\n&b\r\n0\r\nTrailer: 1\r\n\r\n"))
                .isEqualTo(204);
        assertThat(inbox.deliveries()).extracting(Delivery::body).containsExactly("a=1&b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0016\u0003\u0001\u0002\u0000\r\n\r\n",
                "GET\r\n\r\n",
                "GET / HTTP/2.0\r\n\r\n",
                "GET / HTTP/1.1\r\nno colon\r\n\r\n",
                "POST %s HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
                "POST %s HTTP/1.1\r\nContent-Length: 99999999999999999999\r\n\r\n",
                "POST %s HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "POST %s HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n"
            })
    void whatMakesNoSenseIsRefused(String request) throws IOException {
        String path = address.substring(address.indexOf('/', 8));
        assertThat(Sender.status(address, request.replace("%s", path))).isEqualTo(400);
        assertThat(inbox.deliveries()).isEmpty();
    }

    @Test
    void aHeadIsBounded() throws IOException {
        String path = address.substring(address.indexOf('/', 8));
        assertThat(Sender.status(address, "GET /" + "x".repeat(20_000) + " HTTP/1.1\r\n\r\n"))
                .isEqualTo(400);
        assertThat(Sender.status(address, "POST " + path + " HTTP/1.1\r\n" + "X-A: b\r\n".repeat(5_000) + "\r\n"))
                .isEqualTo(400);
        assertThat(inbox.deliveries()).isEmpty();
    }

    @Test
    void aBodyThatEndsEarlyIsNoDelivery() throws IOException {
        try (Sender sender = new Sender(address)) {
            sender.say(Sender.head("POST", address, "Content-Length: 100\r\n") + "CallSid=1");
        }
        assertThat(Sender.status(address, Sender.callback(address, "honest=1"))).isEqualTo(204);
        assertThat(inbox.deliveries()).extracting(Delivery::body).containsExactly("honest=1");
    }

    @Test
    void whatIsRepeatedIsTakenDownEachTime() throws IOException {
        for (int i = 0; i < 3; i++) {
            assertThat(Sender.status(address, Sender.callback(address, "SequenceNumber=1")))
                    .isEqualTo(204);
        }
        assertThat(inbox.deliveries()).hasSize(3);
    }

    @Test
    void aConnectionServesSeveralRequests() throws IOException {
        String request = Sender.head("GET", address, "");
        try (Sender sender = new Sender(address)) {
            sender.say(request + request);
            assertThat(sender.status()).isEqualTo(204);
            sender.skipHead();
            assertThat(sender.status()).isEqualTo(204);
        }
        assertThat(inbox.deliveries()).hasSize(2);
    }

    @Test
    @Tag("matrix")
    void aSlowSenderIsSentAwayInTime() throws IOException {
        long start = System.nanoTime();
        try (Sender head = new Sender(address);
                Sender body = new Sender(address)) {
            head.say("POST /");
            body.say(Sender.head("POST", address, "Content-Length: 100\r\n") + "x");
            assertThat(head.status()).isIn(0, 400);
            assertThat(body.status()).isIn(0, 400);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
        assertThat(inbox.deliveries()).isEmpty();
    }

    @Test
    void aFloodOfOneAddressFillsNoMemoryAndLeavesTheOthersAlone() throws IOException {
        String other = inbox.address("statusCallback", "");
        String request = Sender.head("POST", address, "Content-Length: 2000\r\n") + "x".repeat(2_000);
        for (int i = 0; i < 20; i++) {
            try (Sender sender = new Sender(address)) {
                for (int j = 0; j < 100; j++) {
                    sender.say(request);
                    assertThat(sender.status()).isEqualTo(204);
                    sender.skipHead();
                }
            }
        }
        assertThat(Sender.status(other, Sender.callback(other, "honest=1"))).isEqualTo(204);
        List<Delivery> all = inbox.deliveries();
        assertThat(all).hasSizeBetween(100, 501);
        assertThat(all.get(all.size() - 1).body()).isEqualTo("honest=1");
    }
}
