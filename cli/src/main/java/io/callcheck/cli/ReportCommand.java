package io.callcheck.cli;

import io.callcheck.engine.Results;
import io.callcheck.reports.MatrixPage;
import io.callcheck.verdict.Gate;
import io.callcheck.verdict.Judged;
import io.callcheck.verdict.Run;
import io.callcheck.verdict.RunFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code callcheck report}: the pages of stored runs; of several the matrix of targets and clauses. */
@Command(
        name = "report",
        description = "Makes the pages of stored runs; of several the matrix of targets and clauses.",
        mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private CommandSpec spec;

    @Parameters(paramLabel = "RUN.json", arity = "1..*", description = "the runs, in the order of the columns")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "the folder for the pages")
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private Path out;

    @Mixin
    private TermOptions terms = new TermOptions();

    @Override
    public Integer call() throws IOException {
        if (files.size() > 1 && terms.baselined()) {
            throw new ParameterException(
                    spec.commandLine(), "--baseline lists the known failures of one target: it goes with one run");
        }
        List<Judged> runs = new ArrayList<>();
        for (Path file : files) {
            Run run = RunFile.read(file);
            runs.add(Gate.judge(run, terms.terms(run)));
        }
        OutFiles.folder(out);
        Console console = new Console(spec.commandLine().getOut());
        if (runs.size() > 1) {
            console.line("matrix   " + MatrixPage.write(runs, out));
            return Gate.CONFORMANT;
        }
        Judged one = runs.get(0);
        terms.left(one.run()).ifPresent(console::line);
        Results results = Results.again(one.run(), one.terms(), out);
        results.problems().forEach(p -> console.line("ERROR " + p));
        console.line("report   " + out.resolve("index.html"));
        return results.problems().isEmpty() ? Gate.CONFORMANT : Gate.UNKNOWN;
    }
}
