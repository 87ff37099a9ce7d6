package io.callcheck.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.callcheck.engine.Listing;
import io.callcheck.fixtures.fault.Faults;
import io.callcheck.spec.Api;
import io.callcheck.spec.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code callcheck figures}: how good the kit's own verdicts are, as the table of the README. */
@Command(
        name = "figures",
        description = "Prints how good the kit's own verdicts are, from what the fault matrix measured.",
        mixinStandardHelpOptions = true)
final class FiguresCommand implements Callable<Integer> {
    private static final String BEGIN = "<!-- figures -->";
    private static final String END = "<!-- /figures -->";

    /** The column of PIT's table that says what became of a mutant: the columns before it hold no comma. */
    private static final int FATE = 5;

    private static final String FAULTS = "faults";
    private static final String CAUGHT = "caught";
    private static final String RIGHTLY = "caughtByTheRightClause";
    private static final String CASES = "cases";
    private static final String FAILED = "failedBySomeFault";
    private static final String VARIANTS = "variants";
    private static final String ALARMS = "falseAlarms";

    private static final Set<String> KILLED = Set.of("KILLED", "TIMED_OUT", "MEMORY_ERROR", "RUN_ERROR");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private CommandSpec spec;

    @Option(
            names = "--matrix",
            paramLabel = "FILE",
            defaultValue = "conformance/target/matrix.json",
            description = "what 'mvn test -Pmatrix' measured (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private Path matrix;

    @Option(
            names = "--mutations",
            paramLabel = "FILE",
            defaultValue = "conformance/target/pit-reports/mutations.csv",
            description =
                    "what 'mvn test-compile -Pmutation' measured; left out when there is none (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private Path mutations;

    @Option(
            names = "--into",
            paramLabel = "FILE",
            description = "a Markdown file whose table between " + BEGIN + " and " + END + " is renewed")
    private @Nullable Path into;

    @Override
    public Integer call() throws IOException {
        if (!Files.exists(matrix)) {
            throw new ParameterException(
                    spec.commandLine(),
                    matrix + ": there is no such file; 'mvn test -Pmatrix -pl conformance -am' writes it");
        }
        String table = table(measured()) + mutants();
        if (into == null) {
            new Console(spec.commandLine().getOut()).line(table.stripTrailing());
            return 0;
        }
        String text = Files.readString(into);
        int from = text.indexOf(BEGIN);
        int to = text.indexOf(END);
        if (from < 0 || to < from) {
            throw new ParameterException(spec.commandLine(), into + " does not hold " + BEGIN + " and " + END);
        }
        OutFiles.write(into, text.substring(0, from + BEGIN.length()) + "\n\n" + table + "\n" + text.substring(to));
        return 0;
    }

    /** What the matrix measured; figures that it does not hold would stand in the table as noughts. */
    private JsonNode measured() throws IOException {
        JsonNode read;
        try {
            read = new ObjectMapper()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readTree(matrix.toFile());
        } catch (JsonProcessingException e) {
            throw new IOException(matrix + ": this is not a matrix.json: it is no JSON, or not whole", e);
        }
        Map<String, List<String>> wanted = new LinkedHashMap<>();
        for (Api api : Api.values()) {
            wanted.put("answers " + api.id(), List.of(FAULTS, CAUGHT, RIGHTLY));
        }
        wanted.put("servers", List.of(FAULTS, CAUGHT, RIGHTLY));
        wanted.put(CASES, List.of(FAILED));
        wanted.put(VARIANTS, List.of(VARIANTS, ALARMS));
        for (Map.Entry<String, List<String>> test : wanted.entrySet()) {
            for (String figure : test.getValue()) {
                JsonNode found = read.path(test.getKey()).path(figure);
                if (!found.isInt() || found.asInt() < 0) {
                    throw new IOException(matrix + ": this is not a matrix.json of a whole matrix: it does not tell '"
                            + figure + "' of '" + test.getKey() + "'");
                }
            }
        }
        return read;
    }

    private static String table(JsonNode measured) throws IOException {
        StringBuilder table = new StringBuilder("| | SignalWire | Bird | both |\n|---|---:|---:|---:|\n");
        List<List<Listing.Entry>> entries = new ArrayList<>();
        for (Api api : Api.values()) {
            entries.add(Listing.of(api));
        }
        row(table, "clauses, MUST", clauses(entries, Level.MUST));
        row(table, "clauses, SHOULD", clauses(entries, Level.SHOULD));
        row(
                table,
                "of these not checked, with a reason",
                counts(entries, e -> e.clause().unchecked() == null ? 0 : 1));
        row(table, CASES, counts(entries, e -> e.cases().size()));
        List<Integer> faults = new ArrayList<>();
        for (Api api : Api.values()) {
            faults.add((int) Faults.all().stream().filter(f -> f.api() == api).count());
        }
        row(table, FAULTS, faults);
        both(table, "faults proved", sum(measured, FAULTS));
        both(table, "… caught", sum(measured, CAUGHT));
        both(table, "… caught by their own clause", sum(measured, RIGHTLY));
        both(
                table,
                "cases that some fault fails",
                measured.path(CASES).path(FAILED).asInt());
        both(table, "lawful variants", measured.path(VARIANTS).path(VARIANTS).asInt());
        both(
                table,
                "false alarms over all of them",
                measured.path(VARIANTS).path(ALARMS).asInt());
        return table.toString();
    }

    private String mutants() throws IOException {
        if (!Files.exists(mutations)) {
            return "";
        }
        List<String> fates = Files.readAllLines(mutations).stream()
                .map(line -> line.split(",", FATE + 2))
                .filter(columns -> columns.length > FATE)
                .map(columns -> columns[FATE])
                .toList();
        StringBuilder rows = new StringBuilder();
        both(rows, "mutants of the judgement code", fates.size());
        both(rows, "… told from it by its unit tests", (int)
                fates.stream().filter(KILLED::contains).count());
        return rows.toString();
    }

    private static int sum(JsonNode measured, String member) {
        int sum = 0;
        for (JsonNode test : measured) {
            sum += test.path(member).asInt();
        }
        return sum;
    }

    private static List<Integer> clauses(List<List<Listing.Entry>> entries, Level level) {
        return counts(entries, e -> e.clause().level() == level ? 1 : 0);
    }

    private interface Count {
        int of(Listing.Entry entry);
    }

    private static List<Integer> counts(List<List<Listing.Entry>> entries, Count count) {
        return entries.stream()
                .map(api -> api.stream().mapToInt(count::of).sum())
                .toList();
    }

    private static void row(StringBuilder table, String name, List<Integer> figures) {
        int all = figures.stream().mapToInt(Integer::intValue).sum();
        table.append("| ").append(name).append(" |");
        figures.forEach(f -> table.append(' ').append(figure(f)).append(" |"));
        table.append(' ').append(figure(all)).append(" |\n");
    }

    private static void both(StringBuilder table, String name, int figure) {
        table.append("| ").append(name).append(" | | | ").append(figure(figure)).append(" |\n");
    }

    private static String figure(int figure) {
        return String.format(Locale.ROOT, "%,d", figure);
    }
}
