package io.callcheck.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.testing.Targets;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a wire sends to our own receiver first is no request of the run. */
class WarmUpTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n";

    @Test
    void neitherTheTargetNorTheCountLearnsOfIt() throws IOException, InterruptedException {
        CountDownLatch came = new CountDownLatch(1);
        try (RawPeer peer = RawPeer.answering(OK);
                RawPeer own = RawPeer.talking((number, out, in) -> came.countDown())) {
            Wire wire = new Wire(Targets.at(peer.address(), "5s"), new CallBudget(0));
            wire.warmUp(own.address());
            assertThat(came.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(wire.requests()).isZero();
            assertThat(wire.slowest()).isZero();
            assertThat(peer.heads()).isEmpty();
        }
    }
}
