package io.callcheck.cli;

import io.callcheck.engine.Choice;
import io.callcheck.engine.Contracts;
import io.callcheck.engine.Listener;
import io.callcheck.engine.Only;
import io.callcheck.engine.Results;
import io.callcheck.engine.Session;
import io.callcheck.exchange.CallJournal;
import io.callcheck.exchange.CallbackInbox;
import io.callcheck.exchange.Target;
import io.callcheck.exchange.TargetException;
import io.callcheck.exchange.TargetFile;
import io.callcheck.reports.Annotations;
import io.callcheck.spec.Api;
import io.callcheck.verdict.Gate;
import io.callcheck.verdict.Outcome;
import io.callcheck.verdict.RunFile;
import io.callcheck.verdict.Terms;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code callcheck check}: tests a server. */
@Command(
        name = CheckCommand.NAME,
        description = "Tests the server that a target file describes.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:conformant",
            "1:violations",
            "2:the command line or the target file is wrong",
            "3:could not find out"
        })
final class CheckCommand implements Callable<Integer> {
    static final String NAME = "check";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private CommandSpec spec;

    @Option(names = "--target", paramLabel = "FILE", required = true, description = "the target file (YAML)")
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private Path target;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "callcheck-results",
            description = "the folder for run.json and index.html (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private Path out;

    @Option(
            names = "--only",
            paramLabel = "PREFIX",
            description = "judge only clauses whose id begins with this, such as signalwire.create; may be repeated")
    private List<String> only = new ArrayList<>();

    @Option(
            names = "--failed",
            paramLabel = "RUN.json",
            description =
                    "judge only what failed, warned or could not be found out in an earlier run; a run in which nothing did is"
                            + " a mistake (exit code 2)")
    private @Nullable Path failed;

    @Option(names = "--quiet", description = "print what is wrong and the verdict alone")
    private boolean quiet;

    @Option(names = "--verbose", description = "print each verdict that is not PASS as it is reached")
    private boolean verbose;

    @Option(
            names = "--plan",
            description =
                    "send nothing: say how many requests and calls a run would make, and which numbers it would dial")
    private boolean plan;

    @Option(names = "--price", paramLabel = "AMOUNT", description = "with --plan: what a call costs (default: 0)")
    private @Nullable BigDecimal price;

    @Mixin
    private TermOptions termOptions = new TermOptions();

    @Override
    public Integer call() throws IOException {
        if (price != null && !plan) {
            throw new ParameterException(spec.commandLine(), "--price goes with --plan");
        }
        if (price != null && price.signum() < 0) {
            throw new ParameterException(spec.commandLine(), "--price is what a call costs, 0 or more: " + price);
        }
        if (quiet && verbose) {
            throw new ParameterException(
                    spec.commandLine(), "--quiet and --verbose say the contrary of each other: give one of them");
        }
        Map<String, String> properties = new LinkedHashMap<>();
        System.getProperties().forEach((key, value) -> properties.put(key.toString(), value.toString()));
        if (only.stream().anyMatch(String::isBlank)) {
            throw new ParameterException(spec.commandLine(), "--only is empty: leave it out to judge everything");
        }
        Choice selected = selected();
        Contracts contracts = plan
                ? Contracts.of(List.of())
                : Contracts.of(
                        Arrays.stream(Api.values()).filter(selected::concerns).toList());
        TargetFile file = new TargetFile(target, System.getenv(), properties);
        Target described = plan ? file.readForPlan() : file.read();
        Terms terms = termOptions.terms(described.settings(), target);
        Console console = new Console(spec.commandLine().getOut());
        if (plan) {
            DryRun.lines(described, selected, price == null ? BigDecimal.ZERO : price, this::asked)
                    .forEach(console::line);
            refusal(file).ifPresent(why -> console.line("note     a run would not begin: " + why));
            return Gate.CONFORMANT;
        }
        OutFiles.folder(out);
        CallJournal journal = CallJournal.in(out);
        new LeftOpen(journal.read(), described, target, out).warnings().forEach(console::line);
        Interruption.Opening planned = () -> Session.open(described, selected);
        try (Interruption interruption = new Interruption(planned, terms, out);
                ContainerTarget running = ContainerTarget.of(file, quiet ? line -> {} : console::line);
                Session session = Session.open(running.target(), journal, selected, contracts)) {
            asked(session);
            if (!interruption.begins(session)) {
                return Gate.UNKNOWN;
            }
            if (!quiet) {
                running.target().settings().forEach((key, value) -> console.line(key + " = " + value));
            }
            Listener listener = quiet ? Listener.SILENT : new Progress(console.out(), Console.terminal(), verbose);
            Thread ahead = new Thread(Results::prepare, "callcheck-ahead");
            ahead.setDaemon(true);
            // What fails there fails once more where it is needed, and is told then.
            ahead.setUncaughtExceptionHandler((thread, thrown) -> {});
            ahead.start();
            Results results = Results.write(session.run(listener), terms, out);
            journal.close();
            if (results.run().summary().callsLeft() > 0) {
                console.line(
                        "HINT  'callcheck cleanup --target " + target + " --out " + out + "' tries to end the calls of "
                                + CallJournal.NAME + "; what it cannot end is to be ended in the target's own console");
            }
            Summary.lines(results).forEach(console::line);
            if ("true".equals(System.getenv("GITHUB_ACTIONS"))) {
                Annotations.of(results.judged()).forEach(console::line);
            }
            return results.exit();
        }
    }

    /** Why a run would refuse what a plan of it may be made of. */
    private static Optional<String> refusal(TargetFile file) {
        try {
            Target read = file.read();
            CallbackInbox.open(read.publicUrl(), read.listen()).close();
            return Optional.empty();
        } catch (TargetException | IOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** What is not asked about is not green: each of the options has to be about some case. */
    private void asked(Session session) {
        Only.mistake(session, only, failed).ifPresent(why -> {
            throw new ParameterException(spec.commandLine(), why);
        });
    }

    private Choice selected() throws IOException {
        Choice choice = Choice.beginning(only);
        if (failed == null) {
            return choice;
        }
        Set<String> red = new HashSet<>();
        RunFile.read(failed).verdicts().stream()
                .filter(v -> v.outcome().compareTo(Outcome.WARN) >= 0)
                .forEach(v -> red.add(v.clause()));
        if (red.isEmpty()) {
            throw new ParameterException(spec.commandLine(), failed + ": nothing was red in that run");
        }
        return choice.among(red);
    }
}
