package io.callcheck.cli;

import io.callcheck.engine.Session;
import io.callcheck.exchange.CallJournal;
import io.callcheck.exchange.Target;
import io.callcheck.exchange.TargetFile;
import io.callcheck.spec.Api;
import io.callcheck.verdict.Gate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code callcheck cleanup}: hangs up the calls that a killed run left. */
@Command(
        name = "cleanup",
        description = "Hangs up the calls that a killed run left open.",
        mixinStandardHelpOptions = true)
final class CleanupCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private CommandSpec spec;

    @Option(names = "--target", paramLabel = "FILE", required = true, description = "the target file of that run")
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private Path target;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "callcheck-results",
            description = "the folder of that run's results (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private Path out;

    @Override
    public Integer call() throws IOException {
        Map<String, String> properties = new LinkedHashMap<>();
        System.getProperties().forEach((key, value) -> properties.put(key.toString(), value.toString()));
        Target described = new TargetFile(target, System.getenv(), properties).read();
        Console console = new Console(spec.commandLine().getOut());
        CallJournal journal = CallJournal.in(out);
        Map<String, Api> open = journal.open();
        if (open.isEmpty()) {
            journal.close();
            console.line("no call is open by " + out.resolve(CallJournal.NAME));
            return Gate.CONFORMANT;
        }
        try (Session session = Session.open(described, clause -> false)) {
            int taken = 0;
            for (Map.Entry<String, Api> call : open.entrySet()) {
                if (session.hangUp(call.getValue(), call.getKey())) {
                    journal.ended(call.getKey());
                    taken++;
                }
            }
            journal.close();
            console.line(taken + " of " + open.size() + " open calls were hung up"
                    + (taken < open.size() ? ": the target did not answer for the others" : ""));
            return taken < open.size() ? Gate.UNKNOWN : Gate.CONFORMANT;
        }
    }
}
