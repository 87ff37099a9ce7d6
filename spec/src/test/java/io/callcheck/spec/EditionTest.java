package io.callcheck.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A published list of clauses never changes, and today's documents still hold what it promises. */
class EditionTest {
    /** SHA-256 of each edition that was published with a release: a line is added then, and none ever changes. */
    private static final Map<String, String> PUBLISHED = Map.of();

    @Test
    void theNewestEditionIsWhatTheDocumentsSayUntilItIsPublished() {
        if (!PUBLISHED.containsKey(Edition.newestName())) {
            Set<String> committed = lines(Edition.newest());
            Set<String> made = lines(Edition.current());
            Set<String> both = new TreeSet<>(committed);
            both.retainAll(made);
            committed.removeAll(both);
            made.removeAll(both);
            assertThat(committed)
                    .as("callcheck clauses --format edition > spec/editions/%s.tsv", Edition.newestName())
                    .isEqualTo(made);
        }
    }

    @Test
    void aPublishedEditionIsAsItWas() throws NoSuchAlgorithmException {
        for (Map.Entry<String, String> published : PUBLISHED.entrySet()) {
            byte[] text = Edition.read(published.getKey()).text().getBytes(StandardCharsets.UTF_8);
            assertThat(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(text)))
                    .as(published.getKey())
                    .isEqualTo(published.getValue());
        }
        assertThat(Edition.NAMES).containsAll(PUBLISHED.keySet());
    }

    @Test
    void aClauseOfAnEditionKeepsItsConstraint() {
        Map<String, String> today = Edition.current().clauses();
        for (String name : Edition.NAMES) {
            Edition.read(name)
                    .clauses()
                    .forEach((id, line) -> assertThat(constraint(today.getOrDefault(id, line)))
                            .as("%s of edition %s: another constraint is another clause and takes another id", id, name)
                            .isEqualTo(constraint(line)));
        }
    }

    @Test
    void anUnknownEditionIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Edition.read("1999.1"))
                .withMessageContaining("1999.1")
                .withMessageContaining(Edition.newestName());
    }

    private static Set<String> lines(Edition edition) {
        return edition.text().lines().collect(Collectors.toCollection(TreeSet::new));
    }

    private static String constraint(String line) {
        int tab = line.indexOf('\t');
        return tab < 0 ? "" : line.substring(tab + 1);
    }
}
