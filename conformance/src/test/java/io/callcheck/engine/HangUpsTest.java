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
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A call is forgotten when it is over, and not before. */
@Timeout(30)
class HangUpsTest {
    private static final String CREATED = answer("201 Created", "", "{\"sid\":\"one\"}");
    private static final String LATER = answer("429 Later", "Retry-After: 0\r\n", "");
    private static final String MUCH_LATER = answer("503 Not now", "Retry-After: 10\r\n", "");

    @TempDir
    private Path folder;

    @Test
    void aCallIsHungUpThoughTheRunIsCutShort() throws IOException {
        try (Line line = new Line(CREATED, LATER, LATER, answer("200 OK", "", "{}"))) {
            line.wire.stop();
            line.hangUps.all();
            assertThat(line.peer.heads()).hasSize(4);
            assertThat(line.open()).isEmpty();
        }
    }

    @Test
    void aCallThatTakesNoHangUpIsOver() throws IOException {
        try (Line line = new Line(CREATED, answer("404 Not Found", "", "{}"))) {
            line.hangUps.all();
            assertThat(line.open()).isEmpty();
        }
    }

    /** A phone may ring on: the call is looked at, and kept in the journal until it is over. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            500 Oops          | 200 OK        | {"status":"in-progress"} | 1
            500 Oops          | 500 Oops      | {}                       | 1
            401 Unauthorized  | 200 OK        | {"status":"ringing"}     | 1
            405 Not Allowed   | 200 OK        | {"status":"completed"}   | 0
            501 Not There     | 404 Not Found | {}                       | 0
            """)
    void aLiveTargetThatFailsAtItIsAsked(String hangUp, String look, String body, int left) throws IOException {
        try (Line line = new Line(true, CREATED, answer(hangUp, "", "{}"), answer(look, "", body))) {
            line.hangUps.all();
            assertThat(line.peer.heads()).hasSize(3);
            assertThat(line.peer.heads().get(2)).startsWith("GET ");
            assertThat(line.open()).hasSize(left);
            assertThat(line.wire.budget().left(true)).isEqualTo(left);
        }
    }

    @Test
    void elsewhereAnyAnswerWillDo() throws IOException {
        try (Line line = new Line(CREATED, answer("500 Oops", "", "{}"))) {
            line.hangUps.all();
            assertThat(line.peer.heads()).hasSize(2);
            assertThat(line.open()).isEmpty();
        }
    }

    @Test
    void aTargetThatWantsToBeAskedLaterDidNotHangUp() throws IOException {
        try (Line line = new Line(CREATED, LATER)) {
            line.hangUps.all();
            assertThat(line.peer.heads()).hasSizeGreaterThan(2);
            assertThat(line.open()).containsExactly("one");
        }
    }

    @Test
    void anInterruptInTheMiddleOfItLosesNoCall() throws IOException, InterruptedException {
        try (Line line = new Line(CREATED, MUCH_LATER)) {
            Thread ending = new Thread(line.hangUps::all, "hang-up");
            ending.start();
            while (line.peer.heads().size() < 2) {
                Thread.onSpinWait();
            }
            ending.interrupt();
            ending.join();
            assertThat(line.peer.heads()).hasSize(2);
            assertThat(line.open()).containsExactly("one");
        }
    }

    private static String answer(String status, String header, String body) {
        return "HTTP/1.1 " + status + "\r\nConnection: close\r\n" + header + "Content-Length: " + body.length()
                + "\r\n\r\n" + body;
    }

    /** A target on which one call was made. */
    private final class Line implements AutoCloseable {
        private final RawPeer peer;
        private final CallJournal journal = CallJournal.in(folder);
        private final CallbackInbox inbox = CallbackInbox.open(null);
        private final Wire wire;
        private final HangUps hangUps;

        Line(String... answers) throws IOException {
            this(false, answers);
        }

        Line(boolean live, String... answers) throws IOException {
            this.peer = RawPeer.answering(answers);
            Target target = live ? Targets.live(peer.address()) : Targets.at(peer.address(), "5s");
            this.wire = new Wire(target, new CallBudget(0, false, journal));
            Bench bench = Plan.of(target, inbox, clause -> true, Contracts.of(target.apis())).stream()
                    .map(Plan::bench)
                    .filter(b -> b.catalogue().api() == Api.SIGNALWIRE)
                    .findFirst()
                    .orElseThrow();
            this.hangUps = new HangUps(bench, wire, Runnable::run);
            wire.send(Api.SIGNALWIRE, "create", new Sent("POST", peer.address(), List.of(), ""));
            assertThat(open()).containsExactly("one");
        }

        /** What the journal says that is still to be hung up. */
        List<String> open() throws IOException {
            assertThat(wire.budget().open(Api.SIGNALWIRE))
                    .containsExactlyElementsOf(journal.open().keySet());
            return List.copyOf(journal.open().keySet());
        }

        @Override
        public void close() throws IOException {
            peer.close();
            inbox.close();
        }
    }
}
