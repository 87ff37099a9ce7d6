package io.callcheck.verdict;

import io.callcheck.exchange.TargetException;
import io.callcheck.spec.Api;
import io.callcheck.spec.Catalogue;
import io.callcheck.spec.Clause;
import io.callcheck.spec.Edition;
import io.callcheck.spec.Level;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/**
 * What a run is judged by.
 *
 * @param baseline the known failures
 * @param level the level from which on a broken clause gates
 * @param edition the clauses that gate
 * @param today the day that a baseline's lines are compared with
 */
public record Terms(Baseline baseline, Level level, Edition edition, LocalDate today) {

    /** Nothing is known, MUST gates, by the newest edition. */
    public static Terms plain() {
        return new Terms(Baseline.NONE, Level.MUST, Edition.newest(), LocalDate.now(ZoneOffset.UTC));
    }

    /**
     * What a target's settings say.
     *
     * @param settings the settings of a target, by key: {@code baseline}, {@code level}, {@code edition}
     * @param from the folder that the path of a baseline counts from
     * @throws IOException when the baseline cannot be read or is wrong, or has a line about a clause that no case is about
     * @throws TargetException when there is no such edition
     */
    public static Terms of(Map<String, String> settings, Path from) throws IOException {
        String file = settings.get("baseline");
        String edition = settings.get("edition");
        return new Terms(
                file == null ? Baseline.NONE : baseline(from.resolve(file)),
                level(settings),
                edition == null ? Edition.newest() : edition(edition),
                LocalDate.now(ZoneOffset.UTC));
    }

    /** A line about a clause that there is not would never be seen to be kept, and stay for ever. */
    private static Baseline baseline(Path file) throws IOException {
        Baseline read = Baseline.read(file);
        Map<String, Clause> clauses = new HashMap<>();
        if (!read.known().isEmpty()) {
            for (Api api : Api.values()) {
                Catalogue.load(api).clauses().forEach(c -> clauses.put(c.id(), c));
            }
        }
        for (Baseline.Line line : read.known()) {
            Clause clause = clauses.get(line.clause());
            if (clause == null) {
                throw new IOException(file + ": there is no clause '" + line.clause() + "' ('callcheck explain "
                        + line.clause() + "' tells which are like it)");
            }
            if (clause.unchecked() != null) {
                throw new IOException(
                        file + ": " + line.clause() + " is a clause that no case checks: delete its line");
            }
        }
        return read;
    }

    /** The level from which on a broken clause gates, by a target's settings. */
    public static Level level(Map<String, String> settings) {
        return "should".equalsIgnoreCase(settings.get("level")) ? Level.SHOULD : Level.MUST;
    }

    private static Edition edition(String name) {
        if (!Edition.NAMES.contains(name)) {
            throw new TargetException(
                    "there is no edition '" + name + "': this kit has " + String.join(", ", Edition.NAMES));
        }
        return Edition.read(name);
    }

    /** Whether a verdict is a violation that counts, were it not known. */
    public boolean counts(Verdict verdict) {
        boolean broken =
                verdict.outcome() == Outcome.FAIL || (verdict.outcome() == Outcome.WARN && level == Level.SHOULD);
        return broken && edition.holds(verdict.clause());
    }

    /** Whether a verdict is a violation that makes the gate red. */
    public boolean gates(Verdict verdict) {
        return counts(verdict)
                && baseline.line(verdict).filter(l -> !l.expired(today)).isEmpty();
    }
}
