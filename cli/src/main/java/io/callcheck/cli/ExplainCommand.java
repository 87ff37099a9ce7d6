package io.callcheck.cli;

import io.callcheck.engine.Listing;
import io.callcheck.fixtures.fault.Faults;
import io.callcheck.spec.Api;
import io.callcheck.spec.Catalogue;
import io.callcheck.spec.Nearest;
import io.callcheck.verdict.Gate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code callcheck explain}: one clause with its cases and faults. */
@Command(
        name = "explain",
        description = "Explains one clause, its cases and its faults.",
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private CommandSpec spec;

    @Parameters(paramLabel = "CLAUSE", description = "the clause's id, such as signalwire.create.Timeout.maximum")
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private String clause;

    @Override
    public Integer call() throws IOException {
        Console console = new Console(spec.commandLine().getOut());
        List<String> ids = new ArrayList<>();
        for (Api api : Api.values()) {
            for (Listing.Entry entry : Listing.of(api)) {
                String id = entry.clause().id();
                if (id.equalsIgnoreCase(clause)) {
                    Listing.explain(entry).forEach(console::line);
                    faults(api, id, console);
                    return Gate.CONFORMANT;
                }
                ids.add(id);
            }
        }
        List<String> near = Nearest.of(clause, ids);
        throw new ParameterException(
                spec.commandLine(),
                "no clause is called '" + clause + "'; "
                        + (near.isEmpty() ? "" : "did you mean " + String.join(" or ", near) + "? ")
                        + "'callcheck clauses' lists them all");
    }

    private static void faults(Api api, String id, Console console) {
        Faults.of(Catalogue.load(api)).stream()
                .filter(e -> e.clause().equals(id))
                .forEach(e -> console.line("  fault    " + e.id()));
    }
}
