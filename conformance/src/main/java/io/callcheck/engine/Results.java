package io.callcheck.engine;

import io.callcheck.verdict.Gate;
import io.callcheck.verdict.Run;
import io.callcheck.verdict.RunFile;
import io.callcheck.verdict.RunSink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/**
 * What a run left in its folder.
 *
 * @param run the run, whose exit code says so when a sink failed
 * @param folder the folder
 * @param problems one line for each sink that failed
 */
public record Results(Run run, Path folder, List<String> problems) {

    /**
     * Writes {@code run.json} and lets every sink of the class path make its own of it.
     *
     * @throws IOException when {@code run.json} cannot be written
     */
    public static Results write(Run run, Path folder) throws IOException {
        RunFile.write(run, folder);
        List<String> problems = new ArrayList<>();
        for (RunSink sink : ServiceLoader.load(RunSink.class)) {
            try {
                sink.accept(run, folder);
            } catch (IOException | RuntimeException e) {
                problems.add(sink.getClass().getSimpleName() + " could not write its report: " + e);
            }
        }
        if (problems.isEmpty() || run.exit() != Gate.CONFORMANT) {
            return new Results(run, folder, List.copyOf(problems));
        }
        Run failed = run.withExit(Gate.UNKNOWN);
        RunFile.write(failed, folder);
        return new Results(failed, folder, List.copyOf(problems));
    }
}
