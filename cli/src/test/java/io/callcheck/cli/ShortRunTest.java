package io.callcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In a virtual machine of its own, with which the directive goes. */
class ShortRunTest {
    /** A line of what HotSpot compiled: when, which in a row, marks, by which tier, and what. */
    private static final Pattern OPTIMISED = Pattern.compile("(?m)^\\s*\\d+\\s+\\d+[ %sbn!]*\\s4\\s+.*Hot::mixed");

    @TempDir
    private Path folder;

    @Test
    void nothingIsOptimisedAfterwards() throws IOException, InterruptedException {
        assertThat(printed("asks")).contains("taken: true").doesNotContainPattern(OPTIMISED);
        assertThat(printed("does not ask")).contains("taken: false").containsPattern(OPTIMISED);
    }

    @Test
    void aMachineThatWasStartedWithoutItIsNotAsked() {
        assertThat(ShortRun.optimises("mixed mode, sharing")).isTrue();
        assertThat(ShortRun.optimises("mixed mode, emulated-client, sharing")).isFalse();
        assertThat(ShortRun.optimises("interpreted mode, sharing")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1, , 2", "2, , 2", "3, , ", "2, 7, 7", "16, 7, 7"})
    void twoProcessorsHaveAPoolAndWhoeverGaveOneKeepsIt(
            int processors, @Nullable String given, @Nullable String taken) {
        String name = "java.util.concurrent.ForkJoinPool.common.parallelism";
        Properties properties = new Properties();
        if (given != null) {
            properties.put(name, given);
        }
        ShortRun.pool(properties, processors);
        assertThat(properties.getProperty(name)).isEqualTo(taken);
    }

    private String printed(String what) throws IOException, InterruptedException {
        Path printed = folder.resolve("printed.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        // What is compiled is waited for, and told.
                        "-Xbatch",
                        "-XX:+PrintCompilation",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Hot.class.getName(),
                        what)
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        assertThat(process.waitFor()).isZero();
        return Files.readString(printed);
    }

    /** Something that HotSpot would optimise. */
    static final class Hot {
        private static final int OFTEN = 1_000_000;

        private Hot() {}

        public static void main(String[] arguments) {
            System.out.println("taken: " + (arguments[0].equals("asks") && ShortRun.ask()));
            int sum = 0;
            for (int i = 0; i < OFTEN; i++) {
                sum = mixed(sum, i);
            }
            System.out.println(sum);
        }

        private static int mixed(int sum, int i) {
            return Integer.rotateLeft(sum ^ i, i % 13);
        }
    }
}
