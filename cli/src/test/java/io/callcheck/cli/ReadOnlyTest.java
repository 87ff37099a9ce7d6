package io.callcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.callcheck.fixtures.Settings;
import io.callcheck.verdict.Outcome;
import io.callcheck.verdict.Run;
import io.callcheck.verdict.RunFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server is tested by looking alone, on calls that are there already. */
class ReadOnlyTest {
    private static final double SPEED = 20;

    @TempDir
    private Path folder;

    @Test
    void nothingIsSentButRetrieveAndList() throws IOException, InterruptedException {
        List<String> log = Collections.synchronizedList(new ArrayList<>());
        try (Embedded server =
                Embedded.start(Settings.defaults().withPort(0).withSpeed(SPEED).withLog(log::add))) {
            Path file = target(server, calls(server));
            Ran plan = Ran.of("check", "--target", file.toString(), "--plan");
            assertThat(plan.exit()).as(plan.err()).isZero();
            assertThat(plan.out()).contains("0 calls are created; 0 requests ask for one");
            log.clear();
            Path out = folder.resolve("out");
            Ran ran = Ran.of("check", "--target", file.toString(), "--out", out.toString());
            assertThat(ran.exit()).as(ran.out() + ran.err()).isZero();
            assertThat(log).hasSizeGreaterThan(20).allMatch(line -> line.contains("GET "));
            Run run = RunFile.read(out.resolve(RunFile.NAME));
            assertThat(run.exchanges()).allMatch(e -> e.request().method().equals("GET"));
            assertThat(run.summary().of(Outcome.PASS)).isGreaterThan(100);
            assertThat(run.verdicts())
                    .filteredOn(
                            v -> v.operation().equals("create") || v.operation().equals("update"))
                    .isNotEmpty()
                    .allMatch(v ->
                            v.outcome() == Outcome.NOT_APPLICABLE && v.reason().contains("read-only"));
            assertThat(run.verdicts())
                    .filteredOn(v -> v.outcome() == Outcome.PASS)
                    .extracting(v -> v.api() + " " + v.operation())
                    .contains("signalwire retrieve", "signalwire list", "bird retrieve", "bird list");
        }
    }

    @Test
    void withoutCallsToLookAtItSaysWhatIsMissing() throws IOException {
        Path file = Files.writeString(folder.resolve("target.yaml"), """
                signalwire:
                  url: https://calls.example.com/api/laml/2010-04-01
                  account: 6f1c2a3e-7d4b-4e58-9a60-1b2c3d4e5f60
                  token: x
                read-only: true
                """);
        Ran ran = Ran.of(
                "check",
                "--target",
                file.toString(),
                "--out",
                folder.resolve("out").toString());
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("read-only: true", "signalwire.existing-calls");
    }

    /** The description of a live target that allows no call and names no number. */
    private Path target(Embedded server, Map<String, List<String>> calls) throws IOException {
        Map<String, String> keys = new TreeMap<>(server.keys());
        keys.keySet().removeIf(k -> k.contains(".to.") || k.endsWith(".from"));
        keys.put("read-only", "true");
        keys.put("live", "true");
        calls.forEach((key, ids) -> keys.put(key, String.join(",", ids)));
        Path file = folder.resolve("target.yaml");
        try (PrintWriter text = new PrintWriter(Files.newBufferedWriter(file))) {
            ServeCommand.print(keys, new Console(text));
        }
        String yaml = Files.readString(file);
        for (String key : calls.keySet()) {
            String name = key.substring(key.indexOf('.') + 1);
            yaml = yaml.replaceFirst("( " + name + ": )\"?([0-9a-f,-]+)\"?", "$1[$2]");
        }
        return Files.writeString(file, yaml);
    }

    private static Map<String, List<String>> calls(Embedded server) throws IOException, InterruptedException {
        Map<String, String> keys = server.keys();
        String account = keys.get("signalwire.account");
        String user = account + ":" + keys.get("signalwire.token");
        String basic = "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
        String signalwire = keys.get("signalwire.url") + "/Accounts/" + account + "/Calls";
        String bird = keys.get("bird.url") + "/workspaces/" + keys.get("bird.workspace") + "/channels/"
                + keys.get("bird.channel") + "/calls";
        List<String> sids = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            String form = "From=%2B15005550000&To=%2B1500555000" + i + "&Url=http%3A%2F%2F127.0.0.1%3A9%2F";
            sids.add(made(signalwire, basic, "application/x-www-form-urlencoded", form, "sid"));
            String json = "{\"to\": \"+1500555000" + i + "\"}";
            ids.add(made(bird, "AccessKey " + keys.get("bird.access-key"), "application/json", json, "id"));
        }
        return Map.of("signalwire.existing-calls", sids, "bird.calls", ids);
    }

    private static String made(String url, String authorization, String media, String body, String member)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", authorization)
                .header("Content-Type", media)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        String answer = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
        return new ObjectMapper().readTree(answer).path(member).asText();
    }
}
