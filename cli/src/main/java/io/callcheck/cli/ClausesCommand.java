package io.callcheck.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callcheck.engine.Listing;
import io.callcheck.spec.Api;
import io.callcheck.spec.Edition;
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

/** {@code callcheck clauses}: the catalogue. */
@Command(name = "clauses", description = "Lists the clauses of both APIs.", mixinStandardHelpOptions = true)
final class ClausesCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private CommandSpec spec;

    /** How the list is written. */
    enum Form {
        TABLE,
        JSON,
        MARKDOWN,
        EDITION
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

    @Override
    public Integer call() throws IOException {
        if (format == Form.EDITION && api != null) {
            throw new ParameterException(
                    spec.commandLine(), "--api does not go with --format edition: an edition is of both APIs");
        }
        List<Listing.Entry> entries = new ArrayList<>();
        for (Api each : Api.values()) {
            if (api == null || api == each) {
                entries.addAll(Listing.of(each));
            }
        }
        Console console = new Console(spec.commandLine().getOut());
        switch (format) {
            case TABLE -> entries.forEach(e -> console.line(row(e)));
            case JSON -> console.line(json(entries));
            case EDITION -> console.line(Edition.current().text().stripTrailing());
            case MARKDOWN -> console.line(Listing.markdown(entries).stripTrailing());
        }
        return 0;
    }

    private static String row(Listing.Entry entry) {
        String cases = entry.clause().unchecked() == null ? entry.cases().size() + " cases" : "unchecked";
        return String.format(
                Locale.ROOT,
                "%-58s %-6s %-10s %s",
                entry.clause().id(),
                entry.clause().level(),
                cases,
                entry.clause().statement());
    }

    private static String json(List<Listing.Entry> entries) throws JsonProcessingException {
        ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        ArrayNode array = mapper.createArrayNode();
        for (Listing.Entry entry : entries) {
            ObjectNode node = array.addObject();
            node.put("id", entry.clause().id());
            node.put("api", entry.clause().api().id());
            node.put("level", entry.clause().level().name());
            node.put("statement", entry.clause().statement());
            node.put("source", entry.clause().source().text());
            node.put("cases", entry.cases().size());
            node.put("unchecked", entry.clause().unchecked());
        }
        return mapper.writeValueAsString(array);
    }
}
