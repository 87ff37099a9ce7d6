package io.callcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.exchange.TargetException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What is said of a command that ends with an exception. */
class BreakdownTest {
    private static final Map<String, String> DEBUG = Map.of("CALLCHECK_DEBUG", "1");

    @TempDir
    private Path folder;

    @Test
    void aMistakeOfTheUserIsOneLineWithoutAPlace() {
        for (Exception mistake : new Exception[] {new TargetException("no such key"), new IOException("no such key")}) {
            Ran ran = thrown(mistake, DEBUG);
            assertThat(ran.exit()).isEqualTo(2);
            assertThat(ran.err().lines()).containsExactly("callcheck: no such key");
        }
    }

    @Test
    void aFaultOfTheKitIsOneLineThatSaysHowToLearnMore() {
        Ran ran = thrown(new IllegalStateException("odd"), Map.of());
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err().lines())
                .containsExactly("callcheck: the kit broke: java.lang.IllegalStateException: odd"
                        + " (CALLCHECK_DEBUG=1 in the environment tells where)");
    }

    @Test
    void whereItBrokeIsToldToWhoAsksForIt() {
        Ran ran = thrown(new IllegalStateException("odd"), DEBUG);
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err()).contains("\tat io.callcheck.cli.BreakdownTest.whereItBrokeIsToldToWhoAsksForIt(");
    }

    @Test
    void aFileThatCannotBeHadIsToldWithItsReason() {
        String file = folder.resolve("x").toString();
        String deep = folder.resolve("none/x").toString();
        assertThat(thrown(new NoSuchFileException(file), DEBUG).err().lines())
                .containsExactly("callcheck: " + file + ": there is no such file");
        assertThat(thrown(new NoSuchFileException(deep), DEBUG).err().lines())
                .containsExactly("callcheck: " + deep + ": there is no folder " + folder.resolve("none"));
        assertThat(thrown(new AccessDeniedException(file), DEBUG).err().lines())
                .containsExactly("callcheck: " + file + ": permission denied");
        assertThat(thrown(new FileSystemException(file, null, "Disk quota exceeded"), DEBUG)
                        .err()
                        .lines())
                .containsExactly("callcheck: " + file + ": Disk quota exceeded");
    }

    private static Ran thrown(Exception exception, Map<String, String> environment) {
        StringWriter err = new StringWriter();
        CommandLine line = new CommandLine(new Ends(exception))
                .setExecutionExceptionHandler(new Breakdown(environment))
                .setErr(new PrintWriter(err, true));
        return new Ran(line.execute(), "", err.toString());
    }

    @Command(name = "ends")
    private record Ends(Exception exception) implements Callable<Integer> {
        @Override
        public Integer call() throws Exception {
            throw exception;
        }
    }
}
