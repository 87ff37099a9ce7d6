package io.callcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.fixtures.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A folder that takes no results is found before anything is sent; one that fills up costs what has no room alone. */
@EnabledOnOs(OS.LINUX)
@Timeout(90)
class RoomTest {
    private static final double SPEED = 20;

    private final AtomicInteger requests = new AtomicInteger();

    @TempDir
    private Path folder;

    @Test
    void aFileIsNoFolder() throws IOException {
        Path taken = Files.writeString(folder.resolve("taken"), "");
        for (String out :
                List.of(taken.toString(), taken.resolve("below").toString(), "/dev/full", "/proc/callcheck")) {
            try (Embedded server = start()) {
                Ran ran = Ran.of("check", "--target", target(server), "--out", out);
                assertThat(ran.exit()).as(out).isEqualTo(2);
                assertThat(ran.err().lines()).singleElement().asString().contains("--out " + out + ": results cannot");
                assertThat(requests).hasValue(0);
            }
        }
    }

    @Test
    void noFolderCanBeMadeForAReport() throws IOException {
        Ran ran = Ran.of("report", Stored.in(folder, Map.of()), "--out", "/proc/callcheck");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err().lines())
                .containsExactly(
                        "callcheck: --out /proc/callcheck: results cannot be written there: no folder can be made");
    }

    @Test
    void aFullDiskIsFoundBeforeAnythingIsSent() throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        try (Embedded server = start();
                Child child =
                        Child.bounded(folder, 900, "check", "--target", target(server), "--out", out.toString())) {
            assertThat(child.ended()).as(child.text()).isEqualTo(2);
            assertThat(child.text().lines()).singleElement().asString().contains("--out " + out, "File too large");
            assertThat(requests).hasValue(0);
            try (var left = Files.list(out)) {
                assertThat(left).isEmpty();
            }
        }
    }

    @Test
    void aDiskThatFillsUpCostsWhatHasNoRoomAlone() throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        try (Embedded server = start();
                Child child =
                        Child.bounded(folder, 1100, "check", "--target", target(server), "--out", out.toString())) {
            assertThat(child.ended()).as(child.text()).isEqualTo(3);
            assertThat(child.text().lines().filter(l -> l.contains("run.json")))
                    .singleElement()
                    .asString()
                    .contains("run.json could not be written: File too large");
            assertThat(child.text()).contains("exit=3").doesNotContain("\tat ");
            assertThat(out.resolve("run.json")).doesNotExist();
            assertThat(Files.readString(out.resolve("summary.md"))).isNotEmpty();
            try (var left = Files.list(out)) {
                assertThat(left.map(p -> p.getFileName().toString())).noneMatch(n -> n.endsWith(".tmp"));
            }
        }
    }

    private Embedded start() {
        return Embedded.start(
                Settings.defaults().withPort(0).withSpeed(SPEED).withLog(line -> requests.incrementAndGet()));
    }

    private String target(Embedded server) throws IOException {
        Path file = folder.resolve("target.yaml");
        try (PrintWriter text = new PrintWriter(Files.newBufferedWriter(file))) {
            ServeCommand.print(server.keys(), new Console(text));
        }
        return file.toString();
    }
}
