package io.callcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * The command line in a process of its own.
 *
 * @param process the process
 * @param printed where everything goes that it prints
 */
record Child(Process process, Path printed) implements AutoCloseable {
    private static final int LONGEST_SECONDS = 60;
    private static final List<String> ITSELF = List.of("-XX:TieredStopAtLevel=1", Callcheck.class.getName());

    static Child of(Path folder, String... arguments) throws IOException {
        return of(folder, "unlimited", ITSELF, arguments);
    }

    /** As the jar starts it: in the virtual machine that its launcher starts. */
    static Child launched(Path folder, String... arguments) throws IOException {
        return of(folder, "unlimited", List.of(Launcher.class.getName()), arguments);
    }

    /**
     * The same that can write no longer file, as if the disk were full.
     *
     * @param kilobytes the bound
     */
    static Child bounded(Path folder, int kilobytes, String... arguments) throws IOException {
        return of(folder, Integer.toString(kilobytes), ITSELF, arguments);
    }

    private static Child of(Path folder, String kilobytes, List<String> main, String... arguments) throws IOException {
        Path printed = folder.resolve("printed.txt");
        // A shell that started us in the background may have told us to ignore signals, and children inherit that.
        List<String> command = new ArrayList<>(List.of(
                "bash",
                "-c",
                "ulimit -f " + kilobytes + " && exec \"$@\"",
                "bash",
                "env",
                "--default-signal=INT,TERM",
                "-u",
                "JAVA_TOOL_OPTIONS",
                "-u",
                "JDK_JAVA_OPTIONS",
                // Not on the command line, of which the system tells no more than a page.
                "CLASSPATH=" + System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(main);
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        return new Child(process, printed);
    }

    /** Waits until something is so while it runs. */
    void awaits(BooleanSupplier when) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        while (!when.getAsBoolean() && process.isAlive() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(when.getAsBoolean()).as(text()).isTrue();
    }

    /** Sends it a signal as soon as something is so. */
    void signal(String signal, BooleanSupplier when) throws IOException, InterruptedException {
        awaits(when);
        Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start();
        assertThat(kill.waitFor()).isZero();
    }

    /** The process that it started. */
    ProcessHandle second() {
        return process.children().findFirst().orElseThrow();
    }

    /** Its exit code. */
    int ended() throws IOException, InterruptedException {
        assertThat(process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS))
                .as(text())
                .isTrue();
        return process.exitValue();
    }

    /** What it printed. */
    String text() throws IOException {
        return Files.readString(printed);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
