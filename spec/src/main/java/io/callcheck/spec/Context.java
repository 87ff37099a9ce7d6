package io.callcheck.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the walk stands: everything that a node inherits from the nodes above it.
 *
 * @param operation the operation's id
 * @param part the part of the message
 * @param root the pointer of the schema that the walk began at
 * @param evaluationPath the way from there, as a validator counts it
 * @param place the place in the message
 * @param id the clause id so far
 * @param level the level that holds where nothing else is said
 * @param source the source that holds where nothing else is said
 * @param unchecked why nothing below can be judged; null where it can
 * @param guards the conditions passed so far
 * @param embedding builds a body around a value of this place
 */
record Context(
        String operation,
        Part part,
        String root,
        String evaluationPath,
        List<String> place,
        String id,
        Level level,
        Source source,
        @Nullable String unchecked,
        List<Use.Guard> guards,
        Embedding embedding) {

    static Context start(String operation, Part part, String root, String id, Level level, Source source) {
        return new Context(operation, part, root, "", List.of(), id, level, source, null, List.of(), value -> value);
    }

    /** Steps through a keyword that changes neither place nor id. */
    Context through(String keywordPath) {
        return new Context(
                operation,
                part,
                root,
                evaluationPath + keywordPath,
                place,
                id,
                level,
                source,
                unchecked,
                guards,
                embedding);
    }

    /** Steps into a member or an item. */
    Context into(String keywordPath, String step, String idStep, Embedding inner) {
        List<String> deeper = new ArrayList<>(place);
        deeper.add(step);
        Embedding outer = embedding;
        return new Context(
                operation,
                part,
                root,
                evaluationPath + keywordPath,
                List.copyOf(deeper),
                id + "." + idStep,
                level,
                source,
                unchecked,
                guards,
                value -> outer.around(inner.around(value)));
    }

    /** Enters a branch of a condition; the embedding makes the condition true. */
    Context under(String keywordPath, Use.Guard guard, Embedding inner) {
        List<Use.Guard> more = new ArrayList<>(guards);
        more.add(guard);
        StringBuilder named = new StringBuilder(id);
        if (guard.holds()) {
            for (JsonNode member : guard.condition().path("properties")) {
                named.append('.').append(member.path("const").asText());
            }
        }
        Embedding outer = embedding;
        return new Context(
                operation,
                part,
                root,
                evaluationPath + keywordPath,
                place,
                named.toString(),
                level,
                source,
                unchecked,
                List.copyOf(more),
                value -> outer.around(inner.around(value)));
    }

    /** Takes over what a node says of itself and of all below it: its name, level, source and reason. */
    Context at(SpecDocument document, JsonNode node) {
        String name = node.path("x-name").asText("");
        JsonNode x = node.path("x-level");
        JsonNode reason = node.path("x-unchecked");
        return new Context(
                operation,
                part,
                root,
                evaluationPath,
                place,
                name.isEmpty() ? id : document.api().id() + "." + name,
                x.isTextual() ? Level.valueOf(x.asText()) : level,
                Sources.of(document, node, source),
                reason.isTextual() ? reason.asText() : unchecked,
                guards,
                embedding);
    }

    /** The level of one keyword of a node. */
    Level level(JsonNode node, String keyword) {
        JsonNode x = node.path("x-level").path(keyword);
        return x.isTextual() ? Level.valueOf(x.asText()) : level;
    }

    /** Why one keyword of a node is not judged; null when it is. */
    @Nullable
    String unchecked(JsonNode node, String keyword) {
        JsonNode x = node.path("x-unchecked").path(keyword);
        return x.isTextual() ? x.asText() : unchecked;
    }
}
