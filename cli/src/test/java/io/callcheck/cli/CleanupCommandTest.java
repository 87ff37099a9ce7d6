package io.callcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.exchange.CallJournal;
import io.callcheck.exchange.Target;
import io.callcheck.exchange.TargetFile;
import io.callcheck.fixtures.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of open calls is the only one there is: it goes when no call of it can be going on, and not before. */
class CleanupCommandTest {
    private static final String FORGOTTEN = "0a1b2c3d-0000-4000-8000-00000000000f";

    @TempDir
    private Path folder;

    private Embedded server = Embedded.start(Settings.defaults().withPort(0));
    private Path file = Path.of("");
    private Path journal = Path.of("");

    @BeforeEach
    void describe() throws IOException {
        file = folder.resolve("target.yaml");
        journal = Files.createDirectories(folder.resolve("out")).resolve(CallJournal.NAME);
        try (PrintWriter text = new PrintWriter(Files.newBufferedWriter(file))) {
            ServeCommand.print(server.keys(), new Console(text));
        }
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void anotherAccountIsRefusedAndNothingIsSent() throws IOException, InterruptedException {
        String call = call();
        owned("created\tsignalwire\t" + call);
        String whole = Files.readString(journal);
        Path other = changed(key("signalwire.account"), "0d9b7c4e-52f1-4a86-b3d0-9e8f7a6b5c4d");
        Ran ran = Ran.of("cleanup", "--target", other.toString(), "--out", out());
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err().lines()).hasSize(1);
        assertThat(ran.err())
                .contains(
                        journal + " belongs to another target than " + other,
                        "account " + key("signalwire.account"),
                        "account 0d9b7c4e-52f1-4a86-b3d0-9e8f7a6b5c4d")
                .doesNotContain(key("signalwire.token"));
        assertThat(journal).hasContent(whole);
        assertThat(status(call)).isIn("queued", "ringing");
        assertThat(clean().exit()).isZero();
        assertThat(status(call)).isIn("canceled", "completed");
        assertThat(journal).doesNotExist();
    }

    /** The target ended the one, and forgot the other: both are over. */
    @Test
    void whatTheTargetOfTheRunDoesNotKnowAnyMoreIsOver() throws IOException, InterruptedException {
        owned("created\tsignalwire\t" + call(), "created\tsignalwire\t" + FORGOTTEN);
        Ran ran = clean();
        assertThat(ran.exit()).as(ran.out()).isZero();
        assertThat(ran.out()).contains("1 of 2 open calls were hung up, 1 was not there any more");
        assertThat(journal).doesNotExist();
        owned("created\tbird\t" + FORGOTTEN, "asked\tbird\t" + Instant.now());
        Ran gone = clean();
        assertThat(gone.exit()).as(gone.out()).isZero();
        assertThat(gone.out()).contains("0 of 1 open calls were hung up, 1 was not there any more");
        assertThat(journal).doesNotExist();
        owned("asked\tbird\t" + Instant.now());
        Ran nothing = clean();
        assertThat(nothing.exit()).as(nothing.out()).isZero();
        assertThat(nothing.out()).contains("no call is going on of those that were asked for without an answer");
        assertThat(journal).doesNotExist();
    }

    @Test
    void withoutItsTargetWhatIsNowhereToBeFoundIsKept() throws IOException {
        Files.writeString(journal, "created\tsignalwire\t" + FORGOTTEN + "\nasked\tbird\t" + Instant.now() + "\n");
        Path typo = changed("2010-04-01", "2010-04-0l");
        Ran ran = Ran.of("cleanup", "--target", typo.toString(), "--out", out());
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.out())
                .contains(
                        "1 of 1 were not found: is " + typo + " the target of that run?",
                        "1 creation was not answered, and no call of them was found")
                .doesNotContain("hung up");
        assertThat(journal).content().contains(FORGOTTEN, "asked\tbird");
    }

    @Test
    void withoutItsTargetOneCallThatIsThereSpeaksForTheOthers() throws IOException, InterruptedException {
        Files.writeString(
                journal,
                "created\tsignalwire\t" + FORGOTTEN + "\nasked\tsignalwire\t"
                        + Instant.now().plusSeconds(3600) + "\ncreated\tsignalwire\t" + call() + "\n");
        Ran ran = clean();
        assertThat(ran.exit()).as(ran.out()).isZero();
        assertThat(ran.out()).contains("1 of 2 open calls were hung up, 1 was not there any more");
        assertThat(journal).doesNotExist();
    }

    @Test
    void whatCannotBeReadIsNamedAndKept() throws IOException, InterruptedException {
        String call = call();
        String other = call();
        String half = other.substring(0, 12);
        owned("created\tsignalwire", "created\tsignalwire\t" + call, "created\tsignalwire\t" + half);
        Files.writeString(journal, Files.readString(journal).stripTrailing());
        for (int i = 0; i < 2; i++) {
            Ran ran = clean();
            assertThat(ran.exit()).isEqualTo(3);
            assertThat(ran.out())
                    .contains("line 3 of " + journal + " cannot be read: 'created signalwire'")
                    .contains("line 5 of " + journal + " cannot be read: 'created signalwire " + half);
            assertThat(ran.out().contains("1 of 1 open calls were hung up")).isEqualTo(i == 0);
            assertThat(journal).exists();
        }
        assertThat(status(call)).isIn("canceled", "completed");
        assertThat(status(other)).isIn("queued", "ringing");
    }

    @Test
    void aCallOfAnApiThatTheFileLeavesOutIsToldSo() throws IOException, InterruptedException {
        String call = call();
        owned("created\tsignalwire\t" + call, "created\tbird\t" + FORGOTTEN);
        String text = Files.readString(file);
        Path part = Files.writeString(folder.resolve("part.yaml"), text.substring(0, text.indexOf("bird:")));
        Ran ran = Ran.of("cleanup", "--target", part.toString(), "--out", out());
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.out())
                .contains("1 of 1 open calls were hung up")
                .contains("not tried: 1 call is of bird, an API that " + part + " does not describe")
                .doesNotContain("the target did not end");
        assertThat(journal).content().contains(FORGOTTEN);
    }

    /** Two runs in one folder, of which the first was killed. */
    @Test
    void theCallsOfAnotherTargetStayWhenThisOnesAreHungUp() throws IOException, InterruptedException {
        CallJournal first = CallJournal.in(folder.resolve("out"));
        first.belongsTo(target(changed(":" + port(), ":1")));
        Files.writeString(journal, Files.readString(journal) + "created\tsignalwire\tone\n");
        first.belongsTo(target(file));
        Files.writeString(journal, Files.readString(journal) + "created\tsignalwire\t" + call() + "\n");
        Ran ran = clean();
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.out())
                .contains("1 of 1 open calls were hung up")
                .contains("not tried: calls on signalwire were made at http://127.0.0.1:1/")
                .doesNotContain("one");
        assertThat(CallJournal.in(folder.resolve("out")).open()).containsOnlyKeys("one");
    }

    private void owned(String... lines) throws IOException {
        CallJournal.in(folder.resolve("out")).belongsTo(target(file));
        Files.writeString(journal, Files.readString(journal) + String.join("\n", lines) + "\n");
    }

    private static Target target(Path file) {
        return new TargetFile(file, Map.of(), Map.of()).read();
    }

    private Path changed(String from, String to) throws IOException {
        return Files.writeString(
                folder.resolve("changed.yaml"), Files.readString(file).replace(from, to));
    }

    private String key(String name) {
        return Objects.requireNonNull(server.keys().get(name));
    }

    private int port() {
        return URI.create(key("bird.url")).getPort();
    }

    private Ran clean() {
        return Ran.of("cleanup", "--target", file.toString(), "--out", out());
    }

    private String out() {
        return folder.resolve("out").toString();
    }

    private String call() throws IOException, InterruptedException {
        String body = send("", "POST", "From=%2B15005550000&To=%2B15005550005&Url=http%3A%2F%2F127.0.0.1%3A9%2F");
        return body.replaceFirst("(?s).*?\"sid\" ?: ?\"([^\"]+)\".*", "$1");
    }

    private String status(String call) throws IOException, InterruptedException {
        return send("/" + call, "GET", "").replaceFirst("(?s).*?\"status\" ?: ?\"([^\"]+)\".*", "$1");
    }

    private String send(String path, String method, String body) throws IOException, InterruptedException {
        String account = key("signalwire.account");
        String user = account + ":" + key("signalwire.token");
        URI uri = URI.create(key("signalwire.url") + "/Accounts/" + account + "/Calls" + path);
        HttpRequest request = HttpRequest.newBuilder(uri)
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
