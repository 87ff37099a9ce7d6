package io.callcheck.cli;

import io.callcheck.engine.Session;
import io.callcheck.exchange.CallJournal;
import io.callcheck.exchange.Target;
import io.callcheck.exchange.TargetFile;
import io.callcheck.spec.Api;
import io.callcheck.verdict.Gate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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
        if (!Files.isDirectory(out)) {
            throw new ParameterException(
                    spec.commandLine(), "--out: there is no folder " + out + ", so that no run left its results there");
        }
        CallJournal journal = CallJournal.in(out);
        Map<String, Api> open = journal.open();
        if (journal.left() == 0) {
            journal.close();
            console.line("no call is open by " + out.resolve(CallJournal.NAME));
            return Gate.CONFORMANT;
        }
        try (Session session = Session.open(described, clause -> false)) {
            int unsure = 0;
            for (Api api : Api.values()) {
                List<Instant> asked = journal.unanswered(api);
                Optional<List<String>> found =
                        asked.isEmpty() ? Optional.of(List.of()) : session.lost(api, asked.get(0));
                if (!asked.isEmpty() && found.isPresent()) {
                    journal.found(api, found.get());
                    found.get().forEach(id -> open.put(id, api));
                }
                unsure += found.isPresent() ? 0 : asked.size();
            }
            int taken = 0;
            for (Map.Entry<String, Api> call : open.entrySet()) {
                if (session.hangUp(call.getValue(), call.getKey())) {
                    journal.ended(call.getKey());
                    taken++;
                }
            }
            journal.close();
            console.line(taken + " of " + open.size() + " open calls were hung up"
                    + (taken < open.size() ? ": the target did not end the others, which may still be going on" : ""));
            if (unsure > 0) {
                console.line(
                        unsure
                                + (unsure == 1 ? " creation was" : " creations were")
                                + " not answered, and the target lists no calls among which to look: there may be calls of them");
            }
            return taken < open.size() || unsure > 0 ? Gate.UNKNOWN : Gate.CONFORMANT;
        }
    }
}
