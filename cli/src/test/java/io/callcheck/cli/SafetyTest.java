package io.callcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.fixtures.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a live account is asked to do: told beforehand, and undone when a run was killed. */
class SafetyTest {
    @TempDir
    private Path folder;

    @Test
    void aPlanSendsNothingAndSaysWhatARunWouldDo() throws IOException {
        try (ServerSocket target = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String yaml = """
                    signalwire:
                      url: http://127.0.0.1:%d/api/laml/2010-04-01
                      account: 6f1c2a3e-7d4b-4e58-9a60-1b2c3d4e5f60
                      token: x
                      from: "+15551230000"
                      to: { answered: "+15551230001" }
                    live: true
                    allow-calls: true
                    """.formatted(target.getLocalPort());
            Path file = Files.writeString(folder.resolve("target.yaml"), yaml);
            Ran ran = Ran.of("check", "--target", file.toString(), "--plan", "--price", "0.5", "--out", out());
            assertThat(ran.exit()).as(ran.err()).isZero();
            assertThat(ran.out())
                    .containsPattern("calls +\\d\\d calls are created")
                    .contains("+15551230001: ", "limits.calls is 30", "at 0.5 a call", "nothing was sent to it")
                    .doesNotContain("+15551230000: ");
            target.setSoTimeout(1);
            assertThat(accepted(target)).isFalse();
            assertThat(folder.resolve("out")).doesNotExist();
        }
    }

    @Test
    void aKilledRunIsCleanedUp() throws IOException, InterruptedException {
        try (Embedded server = Embedded.start(Settings.defaults())) {
            CallMaker calls = new CallMaker(server);
            Path file = calls.describe(folder.resolve("target.yaml"));
            String sid = calls.ringing();
            Files.createDirectories(folder.resolve("out"));
            Files.writeString(folder.resolve("out/open-calls.tsv"), "created\tsignalwire\t" + sid + "\n");
            Ran ran = Ran.of("cleanup", "--target", file.toString(), "--out", out());
            assertThat(ran.exit()).as(ran.err()).isZero();
            assertThat(ran.out()).contains("1 of 1 open calls were hung up");
            assertThat(calls.status(sid)).isIn("completed", "canceled");
            assertThat(Ran.of("cleanup", "--target", file.toString(), "--out", out())
                            .out())
                    .contains("no call is open");
        }
    }

    /** A run that was killed between a request and its answer knows no id: the list does. */
    @Test
    void aCreationThatWasNeverAnsweredIsCleanedUp() throws IOException, InterruptedException {
        try (Embedded server = Embedded.start(Settings.defaults())) {
            CallMaker calls = new CallMaker(server);
            Path file = calls.describe(folder.resolve("target.yaml"));
            Files.createDirectories(folder.resolve("out"));
            Path journal = folder.resolve("out/open-calls.tsv");
            Files.writeString(journal, "asked\tsignalwire\t" + Instant.now() + "\n");
            calls.ringing();
            Path stranger = Files.writeString(
                    folder.resolve("stranger.yaml"),
                    Files.readString(file).replace(calls.key("signalwire.token"), "not-the-token"));
            Ran refused = Ran.of("cleanup", "--target", stranger.toString(), "--out", out());
            assertThat(refused.exit()).as(refused.err()).isEqualTo(3);
            assertThat(refused.out()).contains("1 creation was not answered");
            assertThat(journal).exists();
            Ran ran = Ran.of("cleanup", "--target", file.toString(), "--out", out());
            assertThat(ran.exit()).as(ran.err()).isZero();
            assertThat(ran.out()).contains("1 of 1 open calls were hung up");
            assertThat(calls.look("?Status=canceled")).contains("\"sid\"");
            assertThat(journal).doesNotExist();
        }
    }

    @Test
    void aFolderThatIsNotThereSaysNothingOfOpenCalls() throws IOException {
        Path file = Files.writeString(folder.resolve("target.yaml"), """
                bird:
                  url: http://127.0.0.1:1
                  workspace: 6f1c2a3e-7d4b-4e58-9a60-1b2c3d4e5f60
                  channel: 6f1c2a3e-7d4b-4e58-9a60-1b2c3d4e5f60
                  access-key: x
                """);
        Ran ran = Ran.of("cleanup", "--target", file.toString(), "--out", out());
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).startsWith("callcheck: --out: there is no folder " + out());
        assertThat(folder.resolve("out")).doesNotExist();
    }

    private String out() {
        return folder.resolve("out").toString();
    }

    private static boolean accepted(ServerSocket target) throws IOException {
        try {
            target.accept().close();
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }
}
