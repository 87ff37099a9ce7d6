package io.callcheck.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code callcheck reference}: the page of all commands and keys, for the project's own documentation. */
@Command(name = "reference", description = "Prints docs/reference.md.", hidden = true, mixinStandardHelpOptions = true)
final class ReferenceDocCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private CommandSpec spec;

    @Override
    public Integer call() {
        new Console(spec.commandLine().getOut())
                .line(ReferenceDoc.text(spec.root()).stripTrailing());
        return 0;
    }
}
