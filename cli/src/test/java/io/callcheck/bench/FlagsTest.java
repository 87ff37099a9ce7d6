package io.callcheck.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is measured is what users get: the image, the GitHub Action and the page about them tell the JVM the same. */
class FlagsTest {
    private static final Pattern FLAG = Pattern.compile("-X[\\w:+=-]+");

    @ParameterizedTest
    @ValueSource(strings = {"cli/image/Dockerfile", "action.yml", "docs/ci.md"})
    void theyAreThoseOfTheBenchmark(String file) throws IOException {
        assertThat(FLAG.matcher(Files.readString(Path.of("..", file))).results().map(MatchResult::group))
                .containsExactlyElementsOf(Cold.OF_THE_IMAGE);
    }
}
