package io.callcheck.cli;

import io.callcheck.reports.diff.RunDiff;
import io.callcheck.verdict.Gate;
import io.callcheck.verdict.RunFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code callcheck diff}: what became of a target between two runs. */
@Command(
        name = "diff",
        description = "Says what got better, worse, new and gone between two runs.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:nothing got worse",
            "1:something got worse",
            "2:a file is no run",
            "3:could not find out: nothing got worse as far as runs went that were cut short"
        })
final class DiffCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "OLD", description = "run.json of the run before")
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private Path old;

    @Parameters(index = "1", paramLabel = "NEW", description = "run.json of the run after")
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private Path current;

    @Override
    public Integer call() throws IOException {
        RunDiff diff = RunDiff.of(RunFile.read(old), RunFile.read(current));
        Console console = new Console(spec.commandLine().getOut());
        diff.lines().forEach(console::line);
        if (diff.worse()) {
            return Gate.VIOLATIONS;
        }
        return diff.isWhole() ? Gate.CONFORMANT : Gate.UNKNOWN;
    }
}
