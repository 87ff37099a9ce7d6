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

    static Child of(Path folder, String... arguments) throws IOException {
        return of(folder, "unlimited", arguments);
    }

    /**
     * The same that can write no longer file, as if the disk were full.
     *
     * @param kilobytes the bound
     */
    static Child bounded(Path folder, int kilobytes, String... arguments) throws IOException {
        return of(folder, Integer.toString(kilobytes), arguments);
    }

    private static Child of(Path folder, String kilobytes, String... arguments) throws IOException {
        Path printed = folder.resolve("printed.txt");
        // A shell that started us in the background may have told us to ignore signals, and children inherit that.
        List<String> command = new ArrayList<>(List.of(
                "bash",
                "-c",
                "ulimit -f " + kilobytes + " && exec \"$@\"",
                "bash",
                "env",
                "--default-signal=INT,TERM",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Callcheck.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        return new Child(process, printed);
    }

    /** Sends it a signal as soon as something is so. */
    void signal(String signal, BooleanSupplier when) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        while (!when.getAsBoolean() && process.isAlive() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(when.getAsBoolean()).as(text()).isTrue();
        Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start();
        assertThat(kill.waitFor()).isZero();
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
