package io.callcheck.engine;

import io.callcheck.verdict.Gate;
import io.callcheck.verdict.Judged;
import io.callcheck.verdict.Run;
import io.callcheck.verdict.RunFile;
import io.callcheck.verdict.RunSink;
import io.callcheck.verdict.Terms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/**
 * What a run left in its folder.
 *
 * @param judged the run and what the gate makes of it
 * @param folder the folder
 * @param problems one line for each sink that failed
 */
public record Results(Judged judged, Path folder, List<String> problems) {

    /** The run. */
    public Run run() {
        return judged.run();
    }

    /** The exit code, which says so when a sink failed. */
    public int exit() {
        return problems.isEmpty() || judged.exit() != Gate.CONFORMANT ? judged.exit() : Gate.UNKNOWN;
    }

    /**
     * Writes {@code run.json} and lets every sink of the class path make its own of it. What cannot be written is a
     * problem of the results, and stands in the way of nothing else.
     *
     * @param terms what the run is judged by
     * @throws IOException when there is no such folder and it cannot be made
     */
    public static Results write(Run run, Terms terms, Path folder) throws IOException {
        Files.createDirectories(folder);
        List<String> problems = new ArrayList<>();
        try {
            RunFile.write(run, folder);
        } catch (IOException e) {
            problems.add(RunFile.NAME + " could not be written: " + e.getMessage());
        }
        Results made = again(run, terms, folder);
        problems.addAll(made.problems());
        return new Results(made.judged(), folder, List.copyOf(problems));
    }

    /** Lets every sink of the class path make its own of a stored run. */
    public static Results again(Run run, Terms terms, Path folder) {
        Judged judged = Gate.judge(run, terms);
        List<String> problems = new ArrayList<>();
        for (RunSink sink : ServiceLoader.load(RunSink.class)) {
            try {
                sink.accept(judged, folder);
            } catch (IOException | RuntimeException e) {
                problems.add(sink.getClass().getSimpleName() + " could not write its report: " + e);
            }
        }
        return new Results(judged, folder, List.copyOf(problems));
    }
}
