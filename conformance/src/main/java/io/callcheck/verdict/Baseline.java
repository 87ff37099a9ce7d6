package io.callcheck.verdict;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.callcheck.spec.Level;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The known failures of one target, each with its reason: they do not gate. A line whose clause passes is stale and one
 * beyond its day is expired; both are red, so that the list only ever shrinks or is looked at.
 *
 * @param known the lines
 */
public record Baseline(List<Line> known) {
    /** No known failures. */
    public static final Baseline NONE = new Baseline(List.of());

    private static final YAMLMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                    .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                    .disable(YAMLGenerator.Feature.SPLIT_LINES)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /**
     * A known failure.
     *
     * @param clause the clause's id
     * @param caseName the case; null for every case of the clause
     * @param reason why it is accepted for now
     * @param expires the last day on which it is, such as {@code 2027-01-31}; null for no end
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            String clause,
            @JsonProperty("case") @Nullable String caseName,
            String reason,
            @Nullable String expires) {

        /** Whether a verdict is about this line's clause and case. */
        public boolean about(Verdict verdict) {
            return verdict.clause().equals(clause)
                    && (caseName == null || verdict.caseName().equals(caseName));
        }

        /** Whether its last day is over. */
        public boolean expired(LocalDate today) {
            return expires != null && LocalDate.parse(expires).isBefore(today);
        }
    }

    /** The line of a verdict, when there is one. */
    public Optional<Line> line(Verdict verdict) {
        return known.stream().filter(l -> l.about(verdict)).findFirst();
    }

    /**
     * A baseline of everything that a run saw violated.
     *
     * @param level the level from which on a clause gates
     * @param reason the reason of every line, which is a person's to replace
     */
    public static Baseline of(Run run, Level level, String reason) {
        Set<Line> lines = new LinkedHashSet<>();
        for (Verdict verdict : run.verdicts()) {
            if (verdict.outcome() == Outcome.FAIL || (verdict.outcome() == Outcome.WARN && level == Level.SHOULD)) {
                lines.add(new Line(verdict.clause(), null, reason, null));
            }
        }
        return new Baseline(List.copyOf(lines));
    }

    /** The text of its file. */
    public String text() {
        try {
            return YAML.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a baseline is always YAML", e);
        }
    }

    /**
     * Reads a baseline.
     *
     * @throws IOException when the file cannot be read or a line is wrong, saying which and why
     */
    public static Baseline read(Path file) throws IOException {
        Baseline read;
        try {
            read = YAML.readValue(file.toFile(), Baseline.class);
        } catch (JsonProcessingException e) {
            String where =
                    e.getLocation() == null ? "" : " (line " + e.getLocation().getLineNr() + ")";
            String wrong = e instanceof UnrecognizedPropertyException unknown
                    ? "there is no key '" + unknown.getPropertyName() + "'"
                    : "this is not a baseline";
            throw new IOException(
                    file + where + ": " + wrong
                            + ": expected 'known:' and below it a list of lines, each with clause and"
                            + " reason, as 'callcheck baseline --from run.json' writes it",
                    e);
        }
        List<Line> lines = read == null || read.known() == null ? List.of() : read.known();
        Map<String, Line> once = new LinkedHashMap<>();
        for (Line line : new ArrayList<>(lines)) {
            if (line == null || line.clause() == null || line.clause().isBlank()) {
                throw new IOException(file + ": a line has no clause");
            }
            if (line.reason() == null || line.reason().isBlank()) {
                throw new IOException(file + ": " + line.clause() + " has no reason");
            }
            if (once.put(line.clause() + " " + line.caseName(), line) != null) {
                throw new IOException(file + ": " + line.clause() + " is listed twice");
            }
            try {
                line.expired(LocalDate.EPOCH);
            } catch (DateTimeParseException e) {
                throw new IOException(
                        file + ": " + line.clause() + " expires on '" + line.expires()
                                + "', expected a day such as 2027-01-31",
                        e);
            }
        }
        return new Baseline(List.copyOf(once.values()));
    }
}
