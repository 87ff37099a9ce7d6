package io.callcheck.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the walks write down clauses and uses, in the order in which they come. */
final class Ledger {
    private static final String DEFAULT_REASON =
            "a default shows only through its effect, which an answer of these operations does not carry";
    private static final String NULL_REASON =
            "the documentation does not say whether null in a request is a wrong value or an absent one";

    private final Map<String, Clause> clauses = new LinkedHashMap<>();
    private final List<Use> uses = new ArrayList<>();

    List<Use> uses() {
        return List.copyOf(uses);
    }

    List<Clause> clauses() {
        return List.copyOf(clauses.values());
    }

    /** Adds a written clause. */
    void add(Clause clause) {
        if (clauses.putIfAbsent(clause.id(), clause) != null) {
            throw new IllegalArgumentException("two clauses are called " + clause.id());
        }
    }

    /** Adds the use of a keyword at the place where the walk stands. */
    void use(SpecDocument document, JsonNode node, String keyword, Context here, String path) {
        record(document, node, keyword, here, here.evaluationPath() + path, reason(node, keyword, here));
    }

    /** Adds what every parameter has beside the keywords of its schema: that it is accepted, and strictness. */
    void parameter(SpecDocument document, JsonNode schema, Context there) {
        if (!Values.mainType(schema).equals("object")) {
            record(document, schema, Keywords.ACCEPTED, there, "", there.unchecked(schema, Keywords.ACCEPTED));
        }
        if (Values.mainType(schema).equals("boolean") && there.part() != Part.REQUEST) {
            record(document, schema, Keywords.STRICT, there, "", there.unchecked(schema, Keywords.STRICT));
        }
    }

    /** Adds a clause of the operation as a whole, whose sentence is given. */
    void whole(SpecDocument document, JsonNode operation, Context here, String keyword, String statement) {
        String id = here.id() + "." + keyword;
        Clause clause = new Clause(
                id,
                document.api(),
                here.level(operation, keyword),
                keyword,
                statement,
                here.source(),
                here.unchecked(operation, keyword));
        add(clause);
        uses.add(new Use(
                clause, here.operation(), here.part(), here.root(), "", List.of(), operation, here.guards(), null));
    }

    /** Adds the two clauses of an answer with a body: its media type, and that it is strict JSON. */
    void answer(SpecDocument document, JsonNode response, Context here, String media) {
        String name = here.id().substring(document.api().id().length() + 1);
        shared(
                document,
                response,
                here,
                Keywords.MEDIA_TYPE,
                "A `" + name + "` answer has the media type " + media + ".");
        shared(document, response, here, Keywords.JSON, "A `" + name + "` answer is one strict JSON value.");
    }

    private void shared(SpecDocument document, JsonNode response, Context here, String keyword, String statement) {
        Clause clause = clauses.computeIfAbsent(
                here.id() + "." + keyword,
                id -> new Clause(
                        id,
                        document.api(),
                        here.level(response, keyword),
                        keyword,
                        statement,
                        here.source(),
                        here.unchecked(response, keyword)));
        uses.add(new Use(
                clause,
                here.operation(),
                here.part(),
                here.root(),
                "/" + keyword,
                List.of(),
                response,
                List.of(),
                null));
    }

    private static @Nullable String reason(JsonNode node, String keyword, Context here) {
        String stated = here.unchecked(node, keyword);
        if (stated != null) {
            return stated;
        }
        if (keyword.equals("default")) {
            return DEFAULT_REASON;
        }
        return keyword.equals(Keywords.NULLABLE) && here.part() == Part.REQUEST ? NULL_REASON : null;
    }

    private void record(
            SpecDocument document,
            JsonNode node,
            String keyword,
            Context here,
            String evaluationPath,
            @Nullable String unchecked) {
        Level level = keyword.equals(Keywords.STRICT) ? Level.SHOULD : here.level(node, keyword);
        boolean sent = here.part() != Part.ANSWER && here.part() != Part.CALLBACK;
        String name = here.place().isEmpty()
                ? here.id().substring(document.api().id().length() + 1)
                : lastNamed(here.place());
        String id = here.id() + "." + keyword;
        Clause clause = clauses.computeIfAbsent(
                id,
                i -> new Clause(
                        i,
                        document.api(),
                        level,
                        keyword,
                        Statements.of(name, keyword, node, sent),
                        here.source(),
                        unchecked));
        uses.add(new Use(
                clause,
                here.operation(),
                here.part(),
                here.root(),
                evaluationPath,
                here.place(),
                node,
                here.guards(),
                sent ? here.embedding() : null));
    }

    private static String lastNamed(List<String> place) {
        String last = place.get(place.size() - 1);
        return last.equals("*") && place.size() > 1 ? place.get(place.size() - 2) + "[]" : last;
    }
}
