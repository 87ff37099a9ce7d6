package io.callcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.engine.Listing;
import io.callcheck.spec.Api;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person is shown beforehand, the kit still says: how many cases and clauses there are, in all or in a part. */
class DocFiguresTest {
    private static final Path ROOT = Path.of("..");

    /** What a run printed, with its command where it is shown. */
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```\\w*\\n(.*?)^```$");

    private static final Pattern ONLY = Pattern.compile("--only (\\S+)");
    private static final Pattern CASES = Pattern.compile("(?m)^cases +([\\d,]+) of ([\\d,]+)");
    private static final Pattern CLAUSES = Pattern.compile("(?m)^clauses +([\\d,]+), of which ([\\d,]+) are");
    private static final Pattern PART = Pattern.compile("(?m)^verdict +.* in ([\\d,]+) of ([\\d,]+) clauses");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"README.md, ''", "docs/tutorial.md, ''", "examples/express/README.md, signalwire."})
    void theFiguresOfARunAreThoseOfThisKit(String page, String all) throws IOException {
        String text = Files.readString(ROOT.resolve(page));
        assertThat(CASES.matcher(text).results()).as("cases in " + page).isNotEmpty();
        assertThat(CLAUSES.matcher(text).results()).as("clauses in " + page).isNotEmpty();
        List<Listing.Entry> entries = entries();
        for (MatchResult found : BLOCK.matcher(text).results().toList()) {
            String block = found.group(1);
            List<String> only =
                    ONLY.matcher(block).results().map(m -> m.group(1)).toList();
            Part part = Part.of(entries, only.isEmpty() ? List.of(all) : only);
            assertFigures(CASES, block, part.cases(), part.cases());
            assertFigures(CLAUSES, block, part.clauses(), part.unchecked());
            assertFigures(PART, block, part.judged(), part.clauses() - part.unchecked());
        }
    }

    @Test
    void theTableSaysWhatTheKitHas() throws IOException {
        Path matrix = Files.writeString(folder.resolve("matrix.json"), FiguresCommandTest.MATRIX);
        List<String> rows = Ran.of("figures", "--matrix", matrix.toString(), "--mutations", "none")
                .out()
                .lines()
                .filter(row ->
                        row.matches("\\| (clauses, .*|of these not checked.*|cases|faults) \\|( [\\d,]+ \\|){3}"))
                .toList();
        assertThat(rows).hasSize(5);
        List<String> shown = Files.readAllLines(ROOT.resolve("README.md"));
        assertThat(shown).containsAll(rows);
        // What the matrix measured is of this kit only if it tried each of its faults.
        String faults = rows.get(4).replaceFirst(".* ([\\d,]+) \\|$", "$1");
        assertThat(shown).contains("| faults proved | | | " + faults + " |", "| … caught | | | " + faults + " |");
    }

    private static void assertFigures(Pattern line, String block, int first, int second) {
        line.matcher(block)
                .results()
                .forEach(told -> assertThat(List.of(figure(told.group(1)), figure(told.group(2))))
                        .as(told.group())
                        .containsExactly(first, second));
    }

    private static int figure(String text) {
        return Integer.parseInt(text.replace(",", ""));
    }

    private static List<Listing.Entry> entries() throws IOException {
        List<Listing.Entry> entries = new ArrayList<>();
        for (Api api : Api.values()) {
            entries.addAll(Listing.of(api));
        }
        return entries;
    }

    /**
     * What is asked for of the catalogue.
     *
     * @param cases how many cases its clauses have
     * @param judged how many of its clauses cases judge
     * @param clauses how many clauses the APIs have that it is of
     * @param unchecked how many of these no case judges
     */
    private record Part(int cases, int judged, int clauses, int unchecked) {
        static Part of(List<Listing.Entry> entries, List<String> only) {
            List<Listing.Entry> asked = entries.stream()
                    .filter(e -> only.stream().anyMatch(e.clause().id()::startsWith))
                    .toList();
            Set<Api> apis = asked.stream().map(e -> e.clause().api()).collect(Collectors.toSet());
            List<Listing.Entry> whole = entries.stream()
                    .filter(e -> apis.contains(e.clause().api()))
                    .toList();
            int cases = asked.stream().mapToInt(e -> e.cases().size()).sum();
            return new Part(cases, asked.size() - unchecked(asked), whole.size(), unchecked(whole));
        }

        private static int unchecked(List<Listing.Entry> entries) {
            return (int)
                    entries.stream().filter(e -> e.clause().unchecked() != null).count();
        }
    }
}
