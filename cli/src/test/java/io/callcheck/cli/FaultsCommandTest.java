package io.callcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The list of faults, as a user and as a program reads it. */
class FaultsCommandTest {

    @Test
    void everyFaultNamesItsClauseAndSaysWhatItDoes() throws IOException {
        Ran ran = Ran.of("faults", "--format", "json");
        assertThat(ran.exit()).isZero();
        JsonNode faults = new ObjectMapper().readTree(ran.out());
        assertThat(faults).hasSizeGreaterThan(500).allSatisfy(fault -> {
            assertThat(fault.path("id").asText())
                    .startsWith(fault.path("clause").asText() + ":");
            assertThat(fault.path("clause").asText())
                    .startsWith(fault.path("api").asText() + ".");
            assertThat(fault.path("description").asText()).endsWith(".");
        });
        Set<String> ids = new TreeSet<>();
        faults.forEach(fault -> ids.add(fault.path("id").asText()));
        assertThat(ids).hasSameSizeAs(faults);
    }

    @Test
    void theTableIsOfOneApiWhereOneIsNamed() {
        Ran ran = Ran.of("faults", "--api", "bird");
        assertThat(ran.exit()).isZero();
        assertThat(ran.out().lines().findFirst())
                .hasValueSatisfying(line -> assertThat(line).startsWith("Bird calls API: "));
        assertThat(ran.out())
                .contains("bird.create.ringTimeout.maximum:accepts")
                .contains("lets pass what the clause forbids")
                .doesNotContain("signalwire.");
    }

    @Test
    void aClauseIsExplainedWithItsFaults() {
        Ran ran = Ran.of("explain", "signalwire.create.Timeout.maximum");
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).contains("signalwire.create.Timeout.maximum:accepts");
    }

    @Test
    void anUnknownFormatIsAMistake() {
        assertThat(Ran.of("faults", "--format", "xml").exit()).isEqualTo(2);
    }
}
