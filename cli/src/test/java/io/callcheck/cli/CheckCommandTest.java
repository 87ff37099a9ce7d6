package io.callcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.fixtures.Settings;
import io.callcheck.verdict.Outcome;
import io.callcheck.verdict.Run;
import io.callcheck.verdict.RunFile;
import io.callcheck.verdict.Verdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code check} against running servers: every exit code, and what is left in the folder. */
class CheckCommandTest {
    @TempDir
    private Path folder;

    @Test
    void aFaithfulServerIsConformantAndNoCredentialIsLeftAnywhere() throws IOException {
        try (Embedded server = Embedded.start(Settings.defaults().withSpeed(10))) {
            Ran ran = check(server);
            Run run = RunFile.read(folder.resolve("out/run.json"));
            assertThat(ran.out()).as(ran.err()).endsWith("exit=0" + System.lineSeparator());
            assertThat(ran.exit()).isZero();
            assertThat(run.verdicts()).hasSizeGreaterThan(300).noneMatch(v -> v.outcome() == Outcome.FAIL);
            assertThat(run.verdicts()).hasSize(run.summary().planned());
            Settings settings = server.server().settings();
            for (String secret : Set.of(
                    settings.signalwire().token(),
                    settings.signalwire().signingKey(),
                    settings.bird().accessKey())) {
                assertThat(ran.out()).doesNotContain(secret);
                assertThat(Files.readString(folder.resolve("out/run.json"))).doesNotContain(secret);
                assertThat(Files.readString(folder.resolve("out/index.html"))).doesNotContain(secret);
            }
        }
    }

    @Test
    void twoFaultsFailTheirTwoClausesAndNoOther() throws IOException {
        Settings faulty = Settings.defaults()
                .withSpeed(10)
                .withFaults(
                        "signalwire.create.Timeout.maximum:accepts",
                        "signalwire.call.date_created.format:iso8601@retrieve");
        try (Embedded server = Embedded.start(faulty)) {
            Ran ran = check(server);
            Run run = RunFile.read(folder.resolve("out/run.json"));
            assertThat(ran.exit()).isEqualTo(1);
            assertThat(failed(run))
                    .containsExactlyInAnyOrder(
                            "signalwire.create.Timeout.maximum create", "signalwire.call.date_created.format retrieve");
            assertThat(ran.out())
                    .contains("expected an RFC 2822 date in GMT, got \"20")
                    .contains("exit=1");
        }
    }

    @Test
    void aPartIsJudgedByItself() throws IOException {
        try (Embedded server = Embedded.start(Settings.defaults().withSpeed(10))) {
            Ran ran = check(server, "--only", "signalwire.create.Timeout");
            Run run = RunFile.read(folder.resolve("out/run.json"));
            assertThat(ran.exit()).as(ran.out()).isZero();
            assertThat(run.verdicts())
                    .isNotEmpty()
                    .allMatch(v -> v.clause().startsWith("signalwire.create.Timeout."))
                    .allMatch(v -> v.outcome() == Outcome.PASS);
            assertThat(run.only()).containsExactly("signalwire.create.Timeout");
            assertThat(run.exchanges()).isNotEmpty().allMatch(e -> e.api().equals("signalwire"));
            assertThat(run.clauses()).isNotEmpty().allMatch(c -> c.api().equals("signalwire"));
        }
    }

    @Test
    void silenceIsToldWithWhatMayBeBehindIt() throws IOException {
        try (Embedded server = Embedded.start(Settings.defaults().withSpeed(20))) {
            server.keys().put("callbacks.public-url", "http://127.0.0.1:1");
            server.keys().put("limits.settle", "300ms");
            Ran ran = check(server, "--only", "signalwire.statusCallback.subscribed");
            assertThat(ran.exit()).as(ran.err()).isEqualTo(1);
            assertThat(ran.out()).contains("HINT  nothing that the server sent came to the kit");
        }
    }

    @Test
    void aPlanCanBeHadBeforeCallsAreAllowed() throws IOException {
        Path file = Files.writeString(folder.resolve("live.yaml"), """
                signalwire:
                  url: https://example.com/api
                  account: b3877c40-da60-4998-90ad-b792e98472af
                  from: +15005550000
                  to: {answered: +15005550001}
                """);
        Ran ran = Ran.of("check", "--target", file.toString(), "--plan", "--only", "signalwire.retrieve");
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out())
                .containsPattern(" \\+15005550001: [1-9]")
                .contains("note     a run would not begin: " + file + ": ")
                .contains("https://example.com/api: nothing was sent to it");
    }

    @Test
    void aServerThatIsDownCannotBeJudged() throws IOException {
        Ran ran;
        try (Embedded server = Embedded.start(Settings.defaults())) {
            write(server);
        }
        ran = Ran.of("check", "--target", target(), "--out", out());
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.out()).contains("does not answer: connection refused").contains("exit=3");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            signalwire.crate                         | signalwire.crate: no clause begins so; did you mean signalwire.create
            signalwire.retrieve.status bird.retreive | bird.retreive: no clause begins so; did you mean bird.retrieve
            signalwire.create.timeout                | signalwire.create.timeout: no clause begins so; did you mean signalwire.create.Timeout
            xyz                                      | xyz: no clause begins so ('callcheck clauses'
            signalwire.create.Timeout.effect bird    | bird: its API is not configured
            """)
    void whatNoCaseIsAboutIsAMistakeOfTheCommandLine(String prefixes, String complaint) throws IOException {
        try (Embedded server = Embedded.start(Settings.defaults())) {
            List<String> options = new ArrayList<>();
            List.of(prefixes.split(" ", -1)).forEach(p -> options.addAll(List.of("--only", p)));
            write(server, complaint.startsWith("bird: ") ? "signalwire." : "");
            for (String plan : List.of("--plan", "--quiet")) {
                List<String> line = new ArrayList<>(List.of("check", "--target", target(), "--out", out(), plan));
                line.addAll(options);
                Ran ran = Ran.of(line.toArray(String[]::new));
                assertThat(ran.exit()).isEqualTo(2);
                assertThat(ran.err()).startsWith("callcheck: no case is about " + complaint);
            }
        }
    }

    /** A plan is to tell beforehand what a run would refuse. */
    @Test
    void aPlanTellsThatOurReceiverCannotListen() throws IOException {
        try (Embedded server = Embedded.start(Settings.defaults())) {
            write(server);
            Files.writeString(Path.of(target()), "callbacks:\n  listen: 203.0.113.9:0\n", StandardOpenOption.APPEND);
            Ran ran = Ran.of("check", "--target", target(), "--plan", "--only", "signalwire.retrieve.success");
            assertThat(ran.exit()).as(ran.err()).isZero();
            assertThat(ran.out())
                    .contains(
                            "note     a run would not begin: callbacks.listen: our receiver cannot listen at 203.0.113.9");
        }
    }

    private Ran check(Embedded server, String... more) throws IOException {
        write(server);
        String[] arguments = {"check", "--target", target(), "--out", out()};
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + more.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        return Ran.of(all);
    }

    private void write(Embedded server) throws IOException {
        write(server, "");
    }

    private void write(Embedded server, String prefix) throws IOException {
        Map<String, String> keys = new LinkedHashMap<>(server.keys());
        keys.keySet().removeIf(k -> !k.startsWith(prefix));
        try (PrintWriter file = new PrintWriter(Files.newBufferedWriter(Path.of(target())))) {
            ServeCommand.print(keys, new Console(file));
        }
    }

    private String target() {
        return folder.resolve("target.yaml").toString();
    }

    private String out() {
        return folder.resolve("out").toString();
    }

    private static Set<String> failed(Run run) {
        return run.verdicts().stream()
                .filter(v -> v.outcome() == Outcome.FAIL || v.outcome() == Outcome.ERROR)
                .map((Verdict v) -> v.clause() + " " + v.operation())
                .collect(Collectors.toSet());
    }
}
