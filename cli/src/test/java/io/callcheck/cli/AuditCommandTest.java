package io.callcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.callcheck.fixtures.Settings;
import io.callcheck.verdict.Outcome;
import io.callcheck.verdict.Run;
import io.callcheck.verdict.RunFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The exchanges of real runs, judged a second time as if somebody else had recorded them. */
class AuditCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void theExchangesOfALawfulServerHoldNoViolation() throws IOException {
        try (Embedded server = Embedded.start(Settings.defaults().withSpeed(10))) {
            record(server);
            Ran ran = audit("--target", folder.resolve("target.yaml").toString());
            Run run = RunFile.read(folder.resolve("audit/run.json"));
            assertThat(ran.exit()).as(ran.out()).isZero();
            assertThat(failed(run)).isEmpty();
            assertThat(run.summary().of(Outcome.PASS)).isGreaterThan(700);
            assertThat(Files.readString(folder.resolve("audit/index.html")))
                    .doesNotContain(server.server().settings().bird().accessKey());
            Path read = folder.resolve("read.yaml");
            Files.writeString(read, Files.readString(folder.resolve("target.yaml")) + "read-only: true\n");
            assertThat(audit("--target", read.toString()).exit()).isZero();
            assertThat(RunFile.read(folder.resolve("audit/run.json")).verdicts())
                    .isEqualTo(run.verdicts());
        }
    }

    @Test
    void theExchangesOfAFaultyServerShowItsFault() throws IOException {
        Settings faulty = Settings.defaults()
                .withSpeed(10)
                .withFaults(
                        "signalwire.call.date_created.format:iso8601@retrieve",
                        "bird.call.id.required:missing@retrieve");
        try (Embedded server = Embedded.start(faulty)) {
            record(server, "--only", "signalwire.call", "--only", "bird.call");
            Ran ran = audit(
                    "--signalwire-url",
                    server.keys().getOrDefault("signalwire.url", ""),
                    "--bird-url",
                    server.keys().getOrDefault("bird.url", ""));
            assertThat(ran.exit()).as(ran.out()).isEqualTo(1);
            assertThat(failed(RunFile.read(folder.resolve("audit/run.json"))))
                    .containsExactlyInAnyOrder("signalwire.call.date_created.format", "bird.call.id.required");
        }
    }

    @Test
    void itSaysWhatIsMissing() throws IOException {
        Path empty = Files.writeString(folder.resolve("run.jsonl"), "");
        assertThat(Ran.of("audit", empty.toString()).err()).contains("whose exchanges?");
        assertThat(Ran.of("audit", "run.txt", "--bird-url", "http://x").err()).contains("ends in .har or .jsonl");
        assertThat(Ran.of("audit", "none.har", "--bird-url", "http://x").err()).contains("there is no such file");
        assertThat(audit("--bird-url", "http://calls.example").exit()).isEqualTo(3);
    }

    @Test
    void aRecordingThatShowsLittleIsConformantInThat() throws IOException {
        Files.writeString(folder.resolve("run.jsonl"), line("https://calls.example/v1"));
        Ran ran = audit("--signalwire-url", "https://calls.example/v1");
        assertThat(ran.exit()).as(ran.out()).isZero();
        assertThat(ran.out())
                .containsPattern("verdict {2}conformant in what the recording shows \\(\\d+ of \\d+ clauses\\), with");
        assertThat(Files.readString(folder.resolve("audit/badge.svg"))).contains("callcheck: conformant in part<");
        assertThat(Files.readString(folder.resolve("audit/summary.md")))
                .startsWith("## Conformant in what the recording shows (");
        assertThat(Files.readString(folder.resolve("audit/index.html")))
                .contains("Conformant in what the recording shows (", "<strong>A recording.</strong>");
    }

    @Test
    void itSaysWhatTheRecordingHasInstead() throws IOException {
        Files.writeString(folder.resolve("run.jsonl"), line("https://calls.example/v1") + "{\"at");
        Ran ran = audit("--signalwire-url", "https://calls.example/v2");
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.out())
                .contains(
                        "ERROR the recording breaks off: after line 1: line 2 is not whole",
                        "HINT     no exchange is at https://calls.example/v2;"
                                + " the recording has some at https://calls.example/v1",
                        "(the recording breaks off)");
        Path target = folder.resolve("target.yaml");
        Files.writeString(
                target,
                "signalwire:\n  url: https://calls.example/v1\n  account: 11111111-2222-4333-8444-555555555555\n");
        Files.writeString(folder.resolve("run.jsonl"), line("https://calls.example/v1"));
        Ran other = audit("--target", target.toString());
        assertThat(other.exit()).isEqualTo(3);
        assertThat(other.out())
                .contains("NOTE     1 exchange is of another account than 11111111-2222-4333-8444-555555555555:");
    }

    @Test
    void anAddressThatIsNoneIsToldByItsOption() throws IOException {
        Files.writeString(folder.resolve("run.jsonl"), line("https://calls.example/v1"));
        for (String option : List.of("--signalwire-url", "--bird-url")) {
            Ran wrong = audit(option, "foo");
            assertThat(wrong.exit()).isEqualTo(2);
            assertThat(wrong.err()).startsWith("callcheck: " + option + ": expected an http or https address");
            for (String more : List.of("?key=geheim", "#geheim")) {
                Ran query = audit(option, "https://calls.example/v1" + more);
                assertThat(query.exit()).isEqualTo(2);
                assertThat(query.err())
                        .contains(
                                option + ": expected an http or https address without credentials, query and fragment")
                        .doesNotContain("geheim");
            }
            for (String address : List.of(
                    "https://me:geheim@calls.example",
                    "https://me:geheim@calls.example/v1?key=geheim",
                    "https://calls.example/v1?mail=a@b&key=geheim",
                    "calls.example/v1?key=geheim")) {
                assertThat(audit(option, address).err()).doesNotContain("geheim");
            }
        }
    }

    /** A call that was not there. */
    private static String line(String base) {
        return "{\"at\": \"2026-11-21T04:24:12.345Z\", \"request\": {\"method\": \"GET\", \"url\": \"" + base
                + "/Accounts/6f1c2a3e-7d4b-4e58-9a60-1b2c3d4e5f60/Calls/ff43e3f8-0e2c-4405-86ed-77ac6597203c\"},"
                + " \"response\": {\"status\": 404, \"headers\": {\"Content-Type\": \"application/json\"},"
                + " \"body\": \"{\\\"code\\\": 20404, \\\"message\\\": \\\"not found\\\","
                + " \\\"more_info\\\": \\\"x\\\", \\\"status\\\": 404}\", \"millis\": 12.5}}\n";
    }

    private void record(Embedded server, String... more) throws IOException {
        Path target = folder.resolve("target.yaml");
        try (PrintWriter file = new PrintWriter(Files.newBufferedWriter(target))) {
            ServeCommand.print(server.keys(), new Console(file));
        }
        List<String> arguments = new ArrayList<>(List.of(
                "check",
                "--target",
                target.toString(),
                "--out",
                folder.resolve("out").toString()));
        arguments.addAll(List.of(more));
        Ran.of(arguments.toArray(String[]::new));
        StringBuilder lines = new StringBuilder();
        for (JsonNode exchange :
                JSON.readTree(folder.resolve("out/run.json").toFile()).path("exchanges")) {
            lines.append(exchange).append('\n');
        }
        Files.writeString(folder.resolve("run.jsonl"), lines);
    }

    private Ran audit(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "audit",
                folder.resolve("run.jsonl").toString(),
                "--out",
                folder.resolve("audit").toString()));
        arguments.addAll(List.of(more));
        return Ran.of(arguments.toArray(String[]::new));
    }

    private static Set<String> failed(Run run) {
        return run.verdicts().stream()
                .filter(v -> v.outcome() == Outcome.FAIL || v.outcome() == Outcome.ERROR)
                .map(v -> v.clause())
                .collect(Collectors.toSet());
    }
}
