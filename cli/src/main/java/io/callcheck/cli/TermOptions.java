package io.callcheck.cli;

import io.callcheck.exchange.TargetException;
import io.callcheck.verdict.Run;
import io.callcheck.verdict.Terms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what a run is judged by; each outranks the target file, whose settings a run keeps. */
final class TermOptions {
    private static final String BASELINE = "baseline";

    /** The levels by which a run can be judged. */
    enum Level {
        MUST,
        SHOULD
    }

    @Option(names = "--baseline", paramLabel = "FILE", description = "known failures, which do not gate")
    private @Nullable Path baseline;

    @Option(
            names = "--level",
            paramLabel = "LEVEL",
            description = "the level from which on a broken clause gates: ${COMPLETION-CANDIDATES}"
                    + " (default: that of the target file, which a run keeps, else MUST)")
    private @Nullable Level level;

    @Option(
            names = "--edition",
            paramLabel = "NAME",
            description = "the edition whose clauses gate"
                    + " (default: that of the target file, which a run keeps, else the newest)")
    private @Nullable String edition;

    /**
     * What they say, on top of a target's settings.
     *
     * @param beside the target file, beside which a list of known failures is looked for too; null for none
     * @throws IOException when the baseline cannot be read or is wrong
     * @throws io.callcheck.exchange.TargetException when there is no such edition
     */
    Terms terms(Map<String, String> settings, @Nullable Path beside) throws IOException {
        Map<String, String> all = new HashMap<>(settings);
        if (baseline != null) {
            all.put(BASELINE, baseline.toString());
        }
        if (level != null) {
            all.put("level", level.name().toLowerCase(Locale.ROOT));
        }
        if (edition != null) {
            all.put("edition", edition);
        }
        String known = all.get(BASELINE);
        if (known != null) {
            all.put(BASELINE, found(Path.of(known), beside).toString());
        }
        return Terms.of(all, Path.of(""));
    }

    /**
     * What they say of a stored run, on top of the settings of its own target; without its baseline, which is a path from
     * somewhere else: a file of that name here may list the failures of another target.
     *
     * @throws IOException when the baseline cannot be read or is wrong
     * @throws io.callcheck.exchange.TargetException when there is no such edition
     */
    Terms terms(Run run) throws IOException {
        Map<String, String> own = new HashMap<>(run.target().settings());
        own.remove(BASELINE);
        return terms(own, null);
    }

    /** The line that says so where a run's settings name a baseline and none is given. */
    Optional<String> left(Run run) {
        return Optional.ofNullable(run.target().settings().get(BASELINE))
                .filter(named -> baseline == null)
                .map(named -> "WARN the settings of this run name the baseline " + named
                        + ", which is not applied to a stored run by itself: give it with --baseline");
    }

    /** Whether known failures were given. */
    boolean baselined() {
        return baseline != null;
    }

    private static Path found(Path file, @Nullable Path beside) {
        if (Files.exists(file)) {
            return file;
        }
        Path other = beside == null ? file : beside.resolveSibling(file);
        if (Files.exists(other)) {
            return other;
        }
        throw new TargetException("baseline: there is no file "
                + file.toAbsolutePath().normalize()
                + (other.equals(file) ? "" : ", nor " + other.toAbsolutePath().normalize()));
    }
}
