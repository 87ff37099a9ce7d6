package io.callcheck.cli;

import io.callcheck.engine.Contracts;
import io.callcheck.spec.Edition;
import io.callcheck.verdict.Gate;
import io.callcheck.verdict.KitVersion;
import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code callcheck}. Exit codes: 0 conformant, 1 violations, 2 usage, 3 could not find out. */
@Command(
        name = "callcheck",
        description = "Tests servers of the SignalWire Compatibility Calls API and of Bird's calls API.",
        mixinStandardHelpOptions = true,
        versionProvider = Callcheck.Version.class)
public final class Callcheck implements Runnable {
    private static final List<Class<?>> COMMANDS = List.of(
            CheckCommand.class,
            ServeCommand.class,
            ClausesCommand.class,
            ExplainCommand.class,
            FaultsCommand.class,
            GateCommand.class,
            BaselineCommand.class,
            CleanupCommand.class,
            ReportCommand.class,
            DiffCommand.class,
            ReferenceDocCommand.class,
            InitCommand.class,
            AutoComplete.GenerateCompletion.class,
            AuditCommand.class,
            FiguresCommand.class);

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private CommandSpec spec;

    /** Runs the command line and ends with its exit code. */
    public static void main(String[] arguments) {
        boolean check = arguments.length > 0 && arguments[0].equals(CheckCommand.NAME);
        if (check) {
            ShortRun.begin();
            Launcher.follow(System.getProperty(Launcher.PARENT));
            Contracts.prepare();
        }
        // The one that is run in a loop does without learning of the others.
        Exit.with((check ? commandLine(List.of(CheckCommand.class)) : commandLine()).execute(arguments));
    }

    /** The command line with all its commands, ready to run. */
    static CommandLine commandLine() {
        return commandLine(COMMANDS);
    }

    private static CommandLine commandLine(List<Class<?>> commands) {
        CommandLine made = new CommandLine(new Callcheck());
        commands.forEach(made::addSubcommand);
        return made.setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((e, arguments) -> {
                    e.getCommandLine().getErr().println("callcheck: " + e.getMessage());
                    e.getCommandLine()
                            .getErr()
                            .println("try '"
                                    + e.getCommandLine().getCommandSpec().qualifiedName() + " --help'");
                    return Gate.USAGE;
                })
                .setExecutionExceptionHandler(new Breakdown(System.getenv()));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    /** The version, as the build wrote it. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"callcheck " + KitVersion.read() + ", edition " + Edition.newestName()};
        }
    }
}
