package io.callcheck.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The published pages, transcribed apart from our documents, and the documents agree but for the listed deviations. */
class OracleTest {

    /** Rows by page and place, counted on the pages by hand. */
    private static final Map<String, Long> ROWS = Map.ofEntries(
            Map.entry("signalwire-calls-object response", 36L + 2),
            Map.entry("signalwire-create path", 1L),
            Map.entry("signalwire-create request", 33L),
            Map.entry("signalwire-create response", 36L),
            Map.entry("signalwire-update path", 2L),
            Map.entry("signalwire-update request", 7L),
            Map.entry("signalwire-update response", 36L),
            Map.entry("signalwire-retrieve path", 2L),
            Map.entry("signalwire-retrieve response", 36L),
            Map.entry("signalwire-status-callback webhook", 21L),
            Map.entry("signalwire-recording-status-callback webhook", 8L),
            Map.entry("bird-update-a-call path", 3L),
            Map.entry("bird-update-a-call request", 2L),
            Map.entry("bird-update-a-call response", 21L));

    @TestFactory
    Stream<DynamicNode> pagesAndDocumentsAgree() throws IOException {
        Set<OracleDifference> meant =
                OracleDeviation.all().stream().map(OracleDeviation::difference).collect(Collectors.toSet());
        List<DynamicNode> pages = new ArrayList<>();
        for (OraclePage page : OraclePage.all()) {
            OracleComparison comparison = comparison(page);
            List<DynamicTest> tests = new ArrayList<>();
            page.rows()
                    .forEach(row ->
                            tests.add(unexplained(row.in() + " " + row.name(), comparison.differences(row), meant)));
            tests.add(unexplained("nothing beyond the page", comparison.beyondThePage(), meant));
            tests.add(unexplained("the operation itself", claims(page), meant));
            pages.add(dynamicContainer(page.key(), tests));
        }
        return pages.stream();
    }

    @Test
    void everyDeviationIsMetOnce() throws IOException {
        Set<OracleDifference> differences = new HashSet<>();
        for (OraclePage page : OraclePage.all()) {
            OracleComparison comparison = comparison(page);
            page.rows().forEach(row -> differences.addAll(comparison.differences(row)));
            differences.addAll(comparison.beyondThePage());
            differences.addAll(claims(page));
        }
        List<OracleDeviation> deviations = OracleDeviation.all();
        assertThat(deviations).extracting(OracleDeviation::difference).doesNotHaveDuplicates();
        assertThat(deviations)
                .as("stale lines of deviations.yaml")
                .filteredOn(deviation -> !differences.contains(deviation.difference()))
                .isEmpty();
        assertThat(deviations).extracting(OracleDeviation::reason).allMatch(reason -> reason.length() > 10);
    }

    @Test
    void everyLineOfThePagesIsThere() throws IOException {
        Map<String, Long> rows = OraclePage.all().stream()
                .flatMap(page -> page.rows().stream().map(row -> page.key() + " " + row.in()))
                .collect(Collectors.groupingBy(place -> place, Collectors.counting()));
        assertThat(rows).isEqualTo(ROWS);
    }

    @Test
    void noLineStandsTwice() throws IOException {
        for (OraclePage page : OraclePage.all()) {
            assertThat(page.rows())
                    .extracting(row -> row.in() + " " + row.name())
                    .as(page.key())
                    .doesNotHaveDuplicates();
        }
    }

    private static DynamicTest unexplained(String name, List<OracleDifference> found, Set<OracleDifference> meant) {
        return dynamicTest(name, () -> assertThat(found).isSubsetOf(meant));
    }

    private static OracleComparison comparison(OraclePage page) throws IOException {
        return new OracleComparison(page, OracleMembers.of(page, OracleDocument.of(page.api())));
    }

    private static List<OracleDifference> claims(OraclePage page) throws IOException {
        if (page.claims().isEmpty()) {
            return List.of();
        }
        OracleDocument document = OracleDocument.of(page.api());
        OracleOperation operation = document.operation(page.subject());
        Map<String, String> documentSays = Map.of(
                "method", operation.method(),
                "path", operation.path(),
                "status", operation.successStatus().orElse(OracleYaml.UNSTATED),
                "mediaType",
                        operation
                                .successContent(document)
                                .propertyStream()
                                .map(Map.Entry::getKey)
                                .collect(Collectors.joining(" ")),
                "security", operation.schemes(document).collect(Collectors.joining(" ")));
        List<OracleDifference> differences = new ArrayList<>();
        page.claims().forEach((claim, pageSays) -> {
            String inDocument = documentSays.getOrDefault(claim, OracleYaml.UNSTATED);
            // The name of an authentication scheme has no case (RFC 9110, section 11.1).
            if (!inDocument.toLowerCase(Locale.ROOT).equals(pageSays.toLowerCase(Locale.ROOT))) {
                differences.add(
                        new OracleDifference(page.key(), "operation", page.subject(), claim, pageSays, inDocument));
            }
        });
        return differences;
    }
}
