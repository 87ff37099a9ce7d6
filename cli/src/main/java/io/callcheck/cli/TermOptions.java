package io.callcheck.cli;

import io.callcheck.exchange.TargetException;
import io.callcheck.verdict.Terms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what a run is judged by; each outranks the target file. */
final class TermOptions {
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
            description = "the level from which on a broken clause gates: ${COMPLETION-CANDIDATES} (default: MUST)")
    private @Nullable Level level;

    @Option(
            names = "--edition",
            paramLabel = "NAME",
            description = "the edition whose clauses gate (default: the newest)")
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
            all.put("baseline", baseline.toString());
        }
        if (level != null) {
            all.put("level", level.name().toLowerCase(Locale.ROOT));
        }
        if (edition != null) {
            all.put("edition", edition);
        }
        String known = all.get("baseline");
        if (known != null) {
            all.put("baseline", found(Path.of(known), beside).toString());
        }
        return Terms.of(all, Path.of(""));
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
