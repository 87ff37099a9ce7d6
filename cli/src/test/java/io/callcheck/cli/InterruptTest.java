package io.callcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.fixtures.Settings;
import io.callcheck.verdict.Outcome;
import io.callcheck.verdict.Run;
import io.callcheck.verdict.RunFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ctrl-C and SIGTERM, whenever they come, leave what was judged by then, and no call open. */
@EnabledOnOs(OS.LINUX)
@Timeout(90)
class InterruptTest {
    private static final int TERMINATED = 143;
    private static final int KILLED = 137;

    @TempDir
    private Path folder;

    private Path out = Path.of("");
    private Path file = Path.of("");

    @BeforeEach
    void name() {
        out = folder.resolve("out");
        file = folder.resolve("target.yaml");
    }

    @Test
    void beforeTheFirstAnswer() throws IOException, InterruptedException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Files.writeString(file, """
                    bird:
                      url: http://127.0.0.1:%d
                      workspace: 6f1c2a3e-7d4b-4e58-9a60-1b2c3d4e5f60
                      channel: 6f1c2a3e-7d4b-4e58-9a60-1b2c3d4e5f60
                      access-key: x
                    limits: { timeout: 300ms }
                    """.formatted(silent.getLocalPort()));
            try (Child child = Child.of(folder, "check", "--target", file.toString(), "--out", out.toString())) {
                silent.setSoTimeout(60_000);
                silent.accept();
                child.signal("TERM", () -> true);
                assertThat(child.ended()).as(child.text()).isEqualTo(TERMINATED);
            }
            assertThat(incomplete().summary().outcomes()).containsOnlyKeys(Outcome.ERROR);
        }
    }

    @ParameterizedTest
    @CsvSource({"TERM, 143", "INT, 130"})
    void inTheMiddle(String signal, int exit) throws IOException, InterruptedException {
        AtomicInteger requests = new AtomicInteger();
        try (Embedded server =
                        Embedded.start(Settings.defaults().withPort(0).withLog(line -> requests.incrementAndGet()));
                Child child = start(server)) {
            child.signal(signal, () -> requests.get() > 100);
            assertThat(child.ended()).as(child.text()).isEqualTo(exit);
            Run run = incomplete();
            assertThat(run.verdicts()).anyMatch(v -> v.reason().contains("cut short"));
            assertThat(run.reached()).as("none of them counts as judged").isEqualTo((int) run.verdicts().stream()
                    .filter(v -> !v.reason().contains("cut short"))
                    .count());
            assertThat(run.summary().callsCreated()).isPositive();
            assertThat(run.verdicts()).noneMatch(v -> v.outcome() == Outcome.FAIL);
            assertThat(out.resolve("open-calls.tsv")).doesNotExist();
            assertThat(open(server)).isZero();
        }
    }

    @Test
    void whileReportsAreWritten() throws IOException, InterruptedException {
        Path json = out.resolve(RunFile.NAME);
        try (Embedded server = Embedded.start(Settings.defaults().withPort(0).withSpeed(20));
                Child child = start(server)) {
            child.signal("TERM", () -> Files.exists(json));
            assertThat(child.ended()).as(child.text()).isIn(TERMINATED, 0);
            Run run = RunFile.read(json);
            assertThat(run.complete()).isTrue();
            assertThat(run.verdicts()).hasSize(run.summary().planned());
            assertThat(Files.readString(out.resolve("index.html"))).contains("</html>");
            assertThat(open(server)).isZero();
        }
    }

    @Test
    void thatComesToTheLauncher() throws IOException, InterruptedException {
        AtomicInteger requests = new AtomicInteger();
        try (Embedded server =
                        Embedded.start(Settings.defaults().withPort(0).withLog(line -> requests.incrementAndGet()));
                Child child = launched(server)) {
            child.signal("TERM", () -> requests.get() > 100);
            assertThat(child.ended()).as(child.text()).isEqualTo(TERMINATED);
            incomplete();
            assertThat(out.resolve("open-calls.tsv")).doesNotExist();
            assertThat(open(server)).isZero();
        }
    }

    /** Whoever kills what they see would leave a process behind that goes on to ring phones. */
    @Test
    void whenTheLauncherIsKilled() throws Exception {
        AtomicInteger requests = new AtomicInteger();
        try (Embedded server =
                        Embedded.start(Settings.defaults().withPort(0).withLog(line -> requests.incrementAndGet()));
                Child child = launched(server)) {
            child.awaits(() -> requests.get() > 100);
            ProcessHandle second = child.second();
            child.signal("KILL", () -> true);
            assertThat(child.ended()).isEqualTo(KILLED);
            second.onExit().get(60, TimeUnit.SECONDS);
            incomplete();
            assertThat(out.resolve("open-calls.tsv")).doesNotExist();
            assertThat(open(server)).isZero();
        }
    }

    private Child start(Embedded server) throws IOException {
        return Child.of(folder, "check", "--target", describe(server), "--out", out.toString());
    }

    private Child launched(Embedded server) throws IOException {
        return Child.launched(folder, "check", "--target", describe(server), "--out", out.toString());
    }

    private String describe(Embedded server) throws IOException {
        try (PrintWriter text = new PrintWriter(Files.newBufferedWriter(file))) {
            ServeCommand.print(server.keys(), new Console(text));
        }
        return file.toString();
    }

    private Run incomplete() throws IOException {
        Run run = RunFile.read(out.resolve(RunFile.NAME));
        assertThat(run.complete()).isFalse();
        assertThat(run.exit()).isNotZero();
        assertThat(run.verdicts()).hasSize(run.summary().planned());
        assertThat(Files.readString(out.resolve("index.html"))).contains("cut short", "</html>");
        return run;
    }

    /** How many calls are going on. */
    private static long open(Embedded server) throws IOException, InterruptedException {
        String account = server.keys().get("signalwire.account");
        String user = account + ":" + server.keys().get("signalwire.token");
        String list = server.keys().get("signalwire.url") + "/Accounts/" + account + "/Calls?PageSize=1000&Status=";
        long open = 0;
        for (String status : new String[] {"queued", "ringing", "in-progress"}) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(list + status))
                    .header(
                            "Authorization",
                            "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)))
                    .build();
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            open += answer.body().split("\"sid\"", -1).length - 1;
        }
        return open;
    }
}
