package io.callcheck.cli;

import io.callcheck.engine.Cleanup;
import io.callcheck.engine.Session;
import io.callcheck.exchange.CallJournal;
import io.callcheck.exchange.OpenCalls;
import io.callcheck.exchange.Target;
import io.callcheck.exchange.TargetException;
import io.callcheck.exchange.TargetFile;
import io.callcheck.spec.Api;
import io.callcheck.verdict.Gate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:no call of that run is open any more",
            "2:the command line or the target file is wrong, or is about another target",
            "3:calls may still be going on: what is left stays in open-calls.tsv"
        })
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
        Path file = out.resolve(CallJournal.NAME);
        OpenCalls left = journal.read();
        if (left.isNothing()) {
            journal.close();
            console.line("no call is open by " + file);
            return Gate.CONFORMANT;
        }
        Cleanup.refusal(left, described).ifPresent(why -> {
            throw new TargetException(file + " belongs to another target than " + target + ": " + why
                    + ". Nothing was sent; if both are one server, delete the lines '" + OpenCalls.TARGET + "' of "
                    + file);
        });
        Cleanup.Result result;
        try (Session session = Session.open(described, clause -> false)) {
            result = new Cleanup(session, described, journal).of(left);
        }
        journal.close();
        hungUp(result, file).forEach(console::line);
        List<String> kept = kept(left, described, file);
        if (result.calls() == 0 && result.isWhole() && kept.isEmpty()) {
            console.line("no call is going on of those that were asked for without an answer");
        }
        kept.forEach(console::line);
        return result.isWhole() && kept.isEmpty() ? Gate.CONFORMANT : Gate.UNKNOWN;
    }

    private List<String> hungUp(Cleanup.Result result, Path file) {
        List<String> lines = new ArrayList<>();
        if (result.calls() > result.strange()) {
            int gone = result.gone();
            lines.add(result.ended() + " of " + result.calls() + " open calls were hung up"
                    + (gone == 0 ? "" : ", " + gone + (gone == 1 ? " was" : " were") + " not there any more")
                    + (result.open() > 0 ? ": the target did not end the others, which may still be going on" : ""));
        }
        if (result.strange() > 0) {
            lines.add(result.strange() + " of " + result.calls() + " were not found: is " + target
                    + " the target of that run? They stay in " + file + ": delete it when they are known to be over");
        }
        if (result.unsure() > 0) {
            lines.add(creations(result.unsure())
                    + " not answered, and the target's list of calls could not be read back to "
                    + (result.unsure() == 1 ? "it: there may be a call of it" : "them: there may be calls of them"));
        }
        if (result.missed() > 0) {
            lines.add(creations(result.missed()) + " not answered, and no call of them was found: is " + target
                    + " the target of that run? They stay in " + file + ": delete it when no call of them is going on");
        }
        return lines;
    }

    /** What was not looked for. */
    private List<String> kept(OpenCalls left, Target described, Path file) {
        List<String> lines = new ArrayList<>();
        Cleanup.others(left, described).forEach(other -> lines.add("not tried: " + other));
        for (Api api : Api.values()) {
            long missing = left.entries().stream()
                    .filter(e -> e.api() == api && e.whose(described) == OpenCalls.Whose.NO_API)
                    .count();
            if (missing > 0) {
                lines.add("not tried: " + missing + (missing == 1 ? " call is" : " calls are") + " of " + api.id()
                        + ", an API that " + target + " does not describe");
            }
        }
        left.unreadable()
                .forEach(line -> lines.add("line " + line.number() + " of " + file + " cannot be read: '" + line.text()
                        + "': delete it when no call of it is going on"));
        return lines;
    }

    private static String creations(int number) {
        return number + (number == 1 ? " creation was" : " creations were");
    }
}
