package io.callcheck.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callcheck.fixtures.fault.Faults;
import io.callcheck.fixtures.variant.Variant;
import io.callcheck.spec.Api;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code callcheck faults}: what the reference server can get wrong on purpose. */
@Command(
        name = "faults",
        description =
                "Lists the faults that 'serve --fault ID' has, each with the clause that it violates, or the lawful variants.",
        mixinStandardHelpOptions = true)
final class FaultsCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private CommandSpec spec;

    /** How the list is written. */
    enum Form {
        TABLE,
        JSON
    }

    @Option(names = "--api", paramLabel = "API", description = "signalwire or bird (default: both)")
    private @Nullable Api api;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private Form format;

    @Option(names = "--variants", description = "the lawful variants of both APIs instead, for 'serve --variant ID'")
    private boolean variants;

    @Override
    public Integer call() throws IOException {
        Console console = new Console(spec.commandLine().getOut());
        if (variants) {
            if (api != null) {
                throw new ParameterException(
                        spec.commandLine(), "--api does not go with --variants: a variant may be of both APIs");
            }
            lawful(console);
            return 0;
        }
        List<Faults.Entry> entries = new ArrayList<>(Faults.all());
        entries.removeIf(e -> api != null && api != e.api());
        switch (format) {
            case TABLE -> table(entries, console);
            case JSON -> console.line(json(entries));
        }
        return 0;
    }

    private void lawful(Console console) throws JsonProcessingException {
        switch (format) {
            case TABLE -> {
                for (Variant variant : Variant.values()) {
                    console.line(String.format(Locale.ROOT, "  %-24s  %s", variant.id(), variant.description()));
                }
            }
            case JSON -> {
                ArrayNode array = new ObjectMapper().createArrayNode();
                for (Variant variant : Variant.values()) {
                    array.addObject().put("id", variant.id()).put("description", variant.description());
                }
                console.line(array.toPrettyString());
            }
        }
    }

    private static void table(List<Faults.Entry> entries, Console console) {
        for (Api each : Api.values()) {
            List<Faults.Entry> own =
                    entries.stream().filter(e -> e.api() == each).toList();
            if (!own.isEmpty()) {
                long clauses = own.stream().map(Faults.Entry::clause).distinct().count();
                console.line(
                        String.format(Locale.ROOT, "%s: %,d faults of %,d clauses", each.title(), own.size(), clauses));
                own.forEach(e -> console.line(row(e)));
            }
        }
    }

    /** The clause stands in the id already. */
    static String row(Faults.Entry entry) {
        String what = entry.description().replace(": " + entry.clause() + ".", "");
        return String.format(Locale.ROOT, "  %-66s  %s", entry.id(), what);
    }

    private static String json(List<Faults.Entry> entries) throws JsonProcessingException {
        ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        ArrayNode array = mapper.createArrayNode();
        for (Faults.Entry entry : entries) {
            ObjectNode node = array.addObject();
            node.put("id", entry.id());
            node.put("api", entry.api().id());
            node.put("clause", entry.clause());
            node.put("description", entry.description());
        }
        return mapper.writeValueAsString(array);
    }
}
