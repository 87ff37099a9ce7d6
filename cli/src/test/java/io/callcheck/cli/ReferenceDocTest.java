package io.callcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The reference is written by the program that it is about. */
class ReferenceDocTest {
    private static final Path PAGE = Path.of("..", "docs", "reference.md");

    @Test
    void thePageIsUpToDate() throws IOException {
        Ran ran = Ran.of("reference");
        assertThat(ran.exit()).isZero();
        assertThat(Files.readString(PAGE).strip())
                .as("renew it with: callcheck reference > docs/reference.md")
                .isEqualTo(ran.out().strip());
    }

    @Test
    void itHasEveryCommandThatIsShownAndEveryKey() {
        String page = Ran.of("reference").out();
        assertThat(page)
                .contains("### check", "### audit", "### init", "### generate-completion")
                .contains("`--signalwire-url URL`", "`SIGNALWIRE_TOKEN`", "`callcheck.level`")
                .doesNotContain("### reference", "${DEFAULT", "${COMPLETION", "@|");
    }

    @Test
    void completionIsGenerated() {
        Ran ran = Ran.of("generate-completion");
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).contains("complete").contains("--signalwire-url");
    }
}
