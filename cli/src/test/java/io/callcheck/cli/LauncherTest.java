package io.callcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.fixtures.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The virtual machine that a check is given; what signals do to it stands in InterruptTest. */
@Timeout(90)
class LauncherTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "true,  -jar c.jar,                check --target t",
        "true,  -cp a:b io.callcheck.Main, check",
        "true,  io.callcheck.cli.Launcher, check --only a",
        "false, @options,                  check",
        "false, -jar c.jar,                serve",
        "false, -jar c.jar,                --version",
        "false, -Xmx1g -jar c.jar,         check",
        "false, -Dx=y -cp a Main,          check",
        "false, -Dx=y,                     check"
    })
    void whoGivesAnOptionKnowsBetter(boolean plain, String before, String line) {
        String[] own = (before + " " + line).split(" +", -1);
        assertThat(Launcher.isPlain(line.split(" ", -1), own, Map.of("PATH", "/bin")))
                .isEqualTo(plain);
    }

    @Test
    void theEnvironmentGivesOptionsToo() {
        String[] line = {"check"};
        String[] own = {"-jar", "c.jar", "check"};
        assertThat(Launcher.isPlain(line, own, Map.of())).isTrue();
        assertThat(Launcher.isPlain(line, own, Map.of("JDK_JAVA_OPTIONS", "-Xmx1g")))
                .isFalse();
        assertThat(Launcher.isPlain(line, own, Map.of("JAVA_TOOL_OPTIONS", ""))).isFalse();
        assertThat(Launcher.isPlain(new String[0], new String[] {"-jar", "c.jar"}, Map.of()))
                .isFalse();
        // Not every system tells how a process was started.
        assertThat(Launcher.isPlain(line, new String[0], Map.of())).isFalse();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theSecondHasTheOptionsAndItsExitCodeIsHandedOn() throws IOException, InterruptedException {
        AtomicInteger requests = new AtomicInteger();
        Path file = folder.resolve("target.yaml");
        try (Embedded server = Embedded.start(
                Settings.defaults().withPort(0).withSpeed(20).withLog(line -> requests.incrementAndGet()))) {
            try (PrintWriter text = new PrintWriter(Files.newBufferedWriter(file))) {
                ServeCommand.print(server.keys(), new Console(text));
            }
            try (Child child = Child.launched(
                    folder, "check", "--target", file.toString(), "--only", "bird.retrieve", "--out", out())) {
                child.awaits(() -> requests.get() > 0);
                assertThat(child.second().info().commandLine().orElse("")).contains(Launcher.OPTIONS);
                assertThat(child.ended()).as(child.text()).isZero();
                assertThat(child.text()).contains("verdict  conformant");
            }
        }
        try (Child child =
                Child.launched(folder, "check", "--target", folder.resolve("none.yaml") + "", "--out", out())) {
            assertThat(child.ended()).as(child.text()).isEqualTo(2);
            assertThat(child.text()).contains("none.yaml");
        }
    }

    private String out() {
        return folder.resolve("out").toString();
    }
}
