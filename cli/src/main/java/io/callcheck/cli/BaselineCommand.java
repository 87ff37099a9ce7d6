package io.callcheck.cli;

import io.callcheck.spec.Level;
import io.callcheck.verdict.Baseline;
import io.callcheck.verdict.Gate;
import io.callcheck.verdict.Outcome;
import io.callcheck.verdict.Run;
import io.callcheck.verdict.RunFile;
import io.callcheck.verdict.Terms;
import io.callcheck.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code callcheck baseline}: the violations of a run as a list of known failures. */
@Command(
        name = "baseline",
        description = "Writes the violations of a stored run as a list of known failures.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:the violations are listed",
            "2:the command line is wrong, or the file is no run",
            "3:could not find out: the run judged nothing"
        })
final class BaselineCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private CommandSpec spec;

    @Option(names = "--from", paramLabel = "RUN.json", required = true, description = "the run")
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private Path from;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "the file to write; it must not be there yet (default: print it)")
    private @Nullable Path out;

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            defaultValue = "not looked at yet",
            description = "the reason of every line (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private String reason;

    @Option(
            names = "--level",
            paramLabel = "LEVEL",
            description = "the level from which on a broken clause is listed: ${COMPLETION-CANDIDATES}"
                    + " (default: that of the target file, which a run keeps, else MUST)")
    private @Nullable Level level;

    @Override
    public Integer call() throws IOException {
        Run run = RunFile.read(from);
        if (run.verdicts().stream().noneMatch(BaselineCommand::isJudged)) {
            spec.commandLine()
                    .getErr()
                    .println("callcheck: " + from
                            + ": nothing was found out in that run, so that it tells of no failures: no list was made");
            return Gate.UNKNOWN;
        }
        Level gates = level == null ? Terms.level(run.target().settings()) : level;
        Baseline baseline = Baseline.of(run, gates, reason);
        Console console = new Console(spec.commandLine().getOut());
        if (out == null) {
            console.line(baseline.text().stripTrailing());
            return 0;
        }
        if (Files.exists(out)) {
            throw new ParameterException(
                    spec.commandLine(),
                    out + " is there already: its reasons are a person's work and are not overwritten");
        }
        OutFiles.write(out, baseline.text());
        console.line(baseline.known().size()
                + (baseline.known().size() == 1 ? " known failure in " : " known failures in ")
                + out);
        return 0;
    }

    private static boolean isJudged(Verdict verdict) {
        return verdict.outcome() == Outcome.PASS
                || verdict.outcome() == Outcome.WARN
                || verdict.outcome() == Outcome.FAIL;
    }
}
