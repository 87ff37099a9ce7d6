package io.callcheck.spec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A list of clauses that does not change once it is published: the clauses by which a target is judged that pins it. So
 * a later kit, which knows more clauses, turns no gate red over night.
 *
 * @param name its name, such as {@code 2026.1}
 * @param clauses level and constraint, by clause id
 */
public record Edition(String name, Map<String, String> clauses) {
    /** The editions of this kit, the newest last. */
    public static final List<String> NAMES = List.of("2026.1");

    /** The name of the newest edition. */
    public static String newestName() {
        return NAMES.get(NAMES.size() - 1);
    }

    /** The newest edition. */
    public static Edition newest() {
        return read(newestName());
    }

    /**
     * Reads an edition.
     *
     * @throws IllegalArgumentException when this kit has none of that name
     */
    public static Edition read(String name) {
        try (InputStream in = Edition.class.getResourceAsStream("editions/" + name + ".tsv")) {
            if (in == null) {
                throw new IllegalArgumentException(
                        "there is no edition '" + name + "': this kit has " + String.join(", ", NAMES));
            }
            Map<String, String> clauses = new LinkedHashMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(line -> {
                int end = line.indexOf('\t');
                clauses.put(line.substring(0, end), line.substring(end + 1));
            });
            return new Edition(name, clauses);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The list that today's documents make. */
    public static Edition current() {
        Map<String, String> clauses = new LinkedHashMap<>();
        for (Api api : Api.values()) {
            Catalogue catalogue = Catalogue.load(api);
            for (Clause clause : catalogue.clauses()) {
                String constraint = catalogue.uses().stream()
                        .filter(u -> u.clause().id().equals(clause.id()))
                        .map(u -> u.schema().path(clause.keyword()))
                        .filter(v -> !v.isMissingNode() && !v.isObject())
                        .findFirst()
                        .map(Object::toString)
                        .orElse("");
                // No tab at the end of a line: editors would take it away.
                clauses.put(clause.id(), clause.level() + (constraint.isEmpty() ? "" : "\t" + constraint));
            }
        }
        return new Edition(newestName(), clauses);
    }

    /** Its text, as it is committed: a line for each clause. */
    public String text() {
        StringBuilder text = new StringBuilder();
        clauses.forEach((id, rest) -> text.append(id).append('\t').append(rest).append('\n'));
        return text.toString();
    }

    /** Whether a clause belongs to it. */
    public boolean holds(String clause) {
        return clauses.containsKey(clause);
    }

    /** The ids of its clauses. */
    public Set<String> ids() {
        return clauses.keySet();
    }
}
