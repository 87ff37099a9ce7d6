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
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    @Test
    void anUnknownClauseIsAMistakeOfTheCommandLine() throws IOException {
        try (Embedded server = Embedded.start(Settings.defaults())) {
            Ran ran = check(server, "--only", "signalwire.crate");
            assertThat(ran.exit()).isEqualTo(2);
            assertThat(ran.err()).contains("no case is about signalwire.crate");
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
        try (PrintWriter file = new PrintWriter(Files.newBufferedWriter(Path.of(target())))) {
            ServeCommand.print(server.keys(), new Console(file));
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
