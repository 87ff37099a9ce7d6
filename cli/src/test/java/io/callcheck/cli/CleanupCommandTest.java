package io.callcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.exchange.CallJournal;
import io.callcheck.exchange.Target;
import io.callcheck.exchange.TargetFile;
import io.callcheck.fixtures.Settings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
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
    private CallMaker calls = new CallMaker(server);
    private Path file = Path.of("");
    private Path journal = Path.of("");

    @BeforeEach
    void describe() throws IOException {
        file = calls.describe(folder.resolve("target.yaml"));
        journal = Files.createDirectories(folder.resolve("out")).resolve(CallJournal.NAME);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void anotherAccountIsRefusedAndNothingIsSent() throws IOException, InterruptedException {
        String call = calls.ringing();
        owned("created\tsignalwire\t" + call);
        String whole = Files.readString(journal);
        Path other = changed(calls.key("signalwire.account"), "0d9b7c4e-52f1-4a86-b3d0-9e8f7a6b5c4d");
        Ran ran = Ran.of("cleanup", "--target", other.toString(), "--out", out());
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err().lines()).hasSize(1);
        assertThat(ran.err())
                .contains(
                        journal + " belongs to another target than " + other,
                        "account " + calls.key("signalwire.account"),
                        "account 0d9b7c4e-52f1-4a86-b3d0-9e8f7a6b5c4d")
                .doesNotContain(calls.key("signalwire.token"));
        assertThat(journal).hasContent(whole);
        assertThat(calls.status(call)).isIn("queued", "ringing");
        assertThat(clean().exit()).isZero();
        assertThat(calls.status(call)).isIn("canceled", "completed");
        assertThat(journal).doesNotExist();
    }

    /** The target ended the one, and forgot the other: both are over. */
    @Test
    void whatTheTargetOfTheRunDoesNotKnowAnyMoreIsOver() throws IOException, InterruptedException {
        owned("created\tsignalwire\t" + calls.ringing(), "created\tsignalwire\t" + FORGOTTEN);
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
                        + Instant.now().plusSeconds(3600) + "\ncreated\tsignalwire\t" + calls.ringing() + "\n");
        Ran ran = clean();
        assertThat(ran.exit()).as(ran.out()).isZero();
        assertThat(ran.out()).contains("1 of 2 open calls were hung up, 1 was not there any more");
        assertThat(journal).doesNotExist();
    }

    @Test
    void whatCannotBeReadIsNamedAndKept() throws IOException, InterruptedException {
        String call = calls.ringing();
        String other = calls.ringing();
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
        assertThat(calls.status(call)).isIn("canceled", "completed");
        assertThat(calls.status(other)).isIn("queued", "ringing");
    }

    @Test
    void aCallOfAnApiThatTheFileLeavesOutIsToldSo() throws IOException, InterruptedException {
        String call = calls.ringing();
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
        Files.writeString(journal, Files.readString(journal) + "created\tsignalwire\t" + calls.ringing() + "\n");
        Ran ran = clean();
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.out())
                .contains("1 of 1 open calls were hung up")
                .contains("not tried: calls on signalwire were made at http://127.0.0.1:1/")
                .doesNotContain("one");
        assertThat(CallJournal.in(folder.resolve("out")).open()).containsOnlyKeys("one");
    }

    /** A page of the list holds a hundred calls, and the account made more since. */
    @Test
    void aLostCallBehindAHundredOthersIsHungUp() throws IOException, InterruptedException {
        Instant asked = Instant.now();
        String lost = calls.ringing();
        others(110);
        owned("asked\tsignalwire\t" + asked);
        Ran ran = clean();
        assertThat(ran.exit()).as(ran.out()).isZero();
        assertThat(ran.out()).contains("1 of 1 open calls were hung up");
        assertThat(calls.status(lost)).isIn("canceled", "completed");
        assertThat(journal).doesNotExist();
    }

    /** The links of this server lead round in a ring: what is behind the first page cannot be seen. */
    @Test
    void whereTheListCannotBeReadFarEnoughTheLinesStay() throws IOException, InterruptedException {
        server.close();
        server = Embedded.start(Settings.defaults().withPort(0).withFaults("signalwire.list.paging:ignored"));
        calls = new CallMaker(server);
        describe();
        Instant asked = Instant.now();
        String hidden = calls.ringing();
        others(110);
        owned("asked\tsignalwire\t" + asked);
        Ran nothing = clean();
        assertThat(nothing.exit()).as(nothing.out()).isEqualTo(3);
        assertThat(nothing.out())
                .contains("1 creation was not answered, and the target's list of calls could not be read back to it");
        assertThat(journal).content().contains("asked\tsignalwire\t" + asked).doesNotContain("answered");
        String found = calls.ringing();
        Ran part = clean();
        assertThat(part.exit()).as(part.out()).isEqualTo(3);
        assertThat(part.out())
                .contains("1 of 1 open calls were hung up", "could not be read back to it")
                .doesNotContain("the target did not end");
        assertThat(calls.status(found)).isIn("canceled", "completed");
        assertThat(calls.status(hidden)).isIn("queued", "ringing");
        assertThat(CallJournal.in(folder.resolve("out")).open()).isEmpty();
        assertThat(journal).content().contains("asked\tsignalwire\t" + asked).doesNotContain("answered");
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

    private int port() {
        return URI.create(calls.key("bird.url")).getPort();
    }

    private Ran clean() {
        return Ran.of("cleanup", "--target", file.toString(), "--out", out());
    }

    private String out() {
        return folder.resolve("out").toString();
    }

    /** Calls to a number that the target file does not name. */
    private void others(int number) throws IOException, InterruptedException {
        for (int i = 0; i < number; i++) {
            calls.made("15005550077");
        }
    }
}
