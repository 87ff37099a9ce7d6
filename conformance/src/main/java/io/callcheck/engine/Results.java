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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;

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
        CompletableFuture<Optional<String>> stored = CompletableFuture.supplyAsync(() -> stored(run, folder));
        Optional<String> unstored;
        Results made;
        try {
            made = again(run, terms, folder);
        } finally {
            // Whatever becomes of the reports, the process does not go before the run is stored.
            unstored = stored.join();
        }
        List<String> problems = new ArrayList<>();
        unstored.ifPresent(problems::add);
        problems.addAll(made.problems());
        return new Results(made.judged(), folder, List.copyOf(problems));
    }

    /**
     * Does beforehand, while a run waits for its target, what costs the same for every run: loading classes, mostly.
     * Writes nothing.
     */
    public static void prepare() {
        Run example = ExampleRun.of(Instant.now());
        RunFile.text(example);
        Judged judged = Gate.judge(example, Terms.plain());
        for (RunSink sink : sinks()) {
            try {
                sink.prepare(judged);
            } catch (RuntimeException e) {
                // It says so when there is something to write.
            }
        }
    }

    private static Optional<String> stored(Run run, Path folder) {
        try {
            RunFile.write(run, folder);
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.of(RunFile.NAME + " could not be written: " + e.getMessage());
        }
    }

    /** Lets every sink of the class path make its own of a stored run. */
    public static Results again(Run run, Terms terms, Path folder) {
        Judged judged = Gate.judge(run, terms);
        List<String> problems = new ArrayList<>();
        for (RunSink sink : sinks()) {
            try {
                sink.accept(judged, folder);
            } catch (IOException | RuntimeException e) {
                problems.add(sink.getClass().getSimpleName() + " could not write its report: " + e);
            }
        }
        return new Results(judged, folder, List.copyOf(problems));
    }

    /**
     * Those beside the kit, and those that the thread knows beside them: build tools and frameworks load a part of the
     * class path by a loader of their own, and the threads of others know only that of the JVM.
     */
    private static Collection<RunSink> sinks() {
        Map<Class<?>, RunSink> sinks = new LinkedHashMap<>();
        for (ClassLoader loader : Arrays.asList(
                RunSink.class.getClassLoader(), Thread.currentThread().getContextClassLoader())) {
            ServiceLoader.load(RunSink.class, loader).stream()
                    .forEach(found -> sinks.computeIfAbsent(found.type(), type -> found.get()));
        }
        return sinks.values();
    }
}
