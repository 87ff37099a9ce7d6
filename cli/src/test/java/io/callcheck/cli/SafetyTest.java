package io.callcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.fixtures.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
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
            Path file = folder.resolve("target.yaml");
            try (PrintWriter text = new PrintWriter(Files.newBufferedWriter(file))) {
                ServeCommand.print(server.keys(), new Console(text));
            }
            String calls = server.keys().get("signalwire.url") + "/Accounts/"
                    + server.keys().get("signalwire.account") + "/Calls";
            String body = send(
                    server, calls, "POST", "From=%2B15005550000&To=%2B15005550005&Url=http%3A%2F%2F127.0.0.1%3A9%2F");
            String sid = body.replaceFirst("(?s).*?\"sid\" ?: ?\"([^\"]+)\".*", "$1");
            Files.createDirectories(folder.resolve("out"));
            Files.writeString(folder.resolve("out/open-calls.tsv"), "created\tsignalwire\t" + sid + "\n");
            Ran ran = Ran.of("cleanup", "--target", file.toString(), "--out", out());
            assertThat(ran.exit()).as(ran.err()).isZero();
            assertThat(ran.out()).contains("1 of 1 open calls were hung up");
            assertThat(send(server, calls + "/" + sid, "GET", ""))
                    .containsPattern("\"status\" ?: ?\"(completed|canceled)\"");
            assertThat(Ran.of("cleanup", "--target", file.toString(), "--out", out())
                            .out())
                    .contains("no call is open");
        }
    }

    /** A run that was killed between a request and its answer knows no id: the list does. */
    @Test
    void aCreationThatWasNeverAnsweredIsCleanedUp() throws IOException, InterruptedException {
        try (Embedded server = Embedded.start(Settings.defaults())) {
            Path file = folder.resolve("target.yaml");
            try (PrintWriter text = new PrintWriter(Files.newBufferedWriter(file))) {
                ServeCommand.print(server.keys(), new Console(text));
            }
            String calls = server.keys().get("signalwire.url") + "/Accounts/"
                    + server.keys().get("signalwire.account") + "/Calls";
            Files.createDirectories(folder.resolve("out"));
            Path journal = folder.resolve("out/open-calls.tsv");
            Files.writeString(journal, "asked\tsignalwire\t" + Instant.now() + "\n");
            send(server, calls, "POST", "From=%2B15005550000&To=%2B15005550005&Url=http%3A%2F%2F127.0.0.1%3A9%2F");
            Path stranger = Files.writeString(
                    folder.resolve("stranger.yaml"),
                    Files.readString(file).replace(server.keys().get("signalwire.token"), "not-the-token"));
            Ran refused = Ran.of("cleanup", "--target", stranger.toString(), "--out", out());
            assertThat(refused.exit()).as(refused.err()).isEqualTo(3);
            assertThat(refused.out()).contains("1 creation was not answered");
            assertThat(journal).exists();
            Ran ran = Ran.of("cleanup", "--target", file.toString(), "--out", out());
            assertThat(ran.exit()).as(ran.err()).isZero();
            assertThat(ran.out()).contains("1 of 1 open calls were hung up");
            assertThat(send(server, calls + "?Status=canceled", "GET", "")).contains("\"sid\"");
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

    private static String send(Embedded server, String url, String method, String body)
            throws IOException, InterruptedException {
        String user =
                server.keys().get("signalwire.account") + ":" + server.keys().get("signalwire.token");
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
