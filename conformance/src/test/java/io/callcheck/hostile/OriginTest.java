package io.callcheck.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.engine.Listener;
import io.callcheck.engine.Session;
import io.callcheck.exchange.Certificates;
import io.callcheck.exchange.RawPeer;
import io.callcheck.verdict.Gate;
import io.callcheck.verdict.Outcome;
import io.callcheck.verdict.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The kit speaks to the target's own origin, and over a connection that it can trust. */
@Timeout(60)
final class OriginTest {
    @TempDir
    private Path folder;

    @Test
    @Tag("matrix")
    void aRedirectToAnotherOriginIsNotFollowed() throws IOException {
        try (RawPeer other = RawPeer.answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
                RawPeer peer = RawPeer.talking((number, out, in) ->
                        out.write(Bodies.redirect(other.address() + "/").getBytes(StandardCharsets.US_ASCII)))) {
            Run run = run(peer);
            assertThat(peer.heads()).hasSizeGreaterThan(100);
            assertThat(other.connections()).isZero();
            assertThat(run.exit()).isEqualTo(Gate.VIOLATIONS);
            assertThat(run.verdicts())
                    .noneMatch(v -> v.outcome() == Outcome.PASS && v.caseName().endsWith(" is refused"));
        }
    }

    @Test
    @Tag("matrix")
    void aPeerThatNeverReadsIsDown() throws IOException {
        try (RawPeer peer = RawPeer.deaf()) {
            Run run = run(peer);
            down(run);
            assertThat(run.summary().millis()).isLessThan(25_000);
            assertThat(run.summary().requestsSent()).isLessThan(12);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1d", "-400d"})
    void aCertificateThatNobodyVouchesForOrThatIsOverIsNotTrusted(String begins) throws Exception {
        Path store = new Certificates(folder).make("peer", begins, "ip:127.0.0.1");
        try (RawPeer peer = Certificates.serving(store, null)) {
            Run run = run(peer);
            down(run);
            assertThat(run.exchanges())
                    .extracting(e -> String.valueOf(e.problem()))
                    .allMatch(problem -> problem.contains("cert"));
            assertThat(peer.heads()).as("requests that went over it").isEmpty();
        }
    }

    private static void down(Run run) {
        assertThat(run.exit()).isEqualTo(Gate.UNKNOWN);
        assertThat(run.summary().outcomes().keySet()).isSubsetOf(List.of(Outcome.ERROR, Outcome.NOT_APPLICABLE));
    }

    private static Run run(RawPeer peer) throws IOException {
        try (Session session = Session.open(Keys.target(peer.address(), Map.of()), clause -> true)) {
            return session.run(Listener.SILENT);
        }
    }
}
