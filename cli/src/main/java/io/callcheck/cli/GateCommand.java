package io.callcheck.cli;

import io.callcheck.engine.Results;
import io.callcheck.verdict.Gate;
import io.callcheck.verdict.Run;
import io.callcheck.verdict.RunFile;
import io.callcheck.verdict.Terms;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code callcheck gate}: judges a stored run again, by another baseline, level or edition. */
@Command(
        name = "gate",
        description = "Judges a stored run again: nothing is sent and nothing written.",
        mixinStandardHelpOptions = true)
final class GateCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private CommandSpec spec;

    @Parameters(paramLabel = "RUN.json", description = "the run")
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private Path file;

    @Mixin
    private TermOptions terms = new TermOptions();

    @Override
    public Integer call() throws IOException {
        Run run = RunFile.read(file);
        Terms given = terms.terms(run);
        Path folder = file.toAbsolutePath().normalize().getParent();
        Results results = new Results(Gate.judge(run, given), folder == null ? Path.of("") : folder, List.of());
        Console console = new Console(spec.commandLine().getOut());
        terms.left(run).ifPresent(console::line);
        Summary.lines(results).forEach(console::line);
        return results.exit();
    }
}
