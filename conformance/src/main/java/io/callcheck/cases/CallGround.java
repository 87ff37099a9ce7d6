package io.callcheck.cases;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callcheck.exchange.Exchange;
import io.callcheck.exchange.Sent;
import io.callcheck.exchange.Transcript;
import io.callcheck.spec.Operation;
import io.callcheck.spec.Use;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The ground of one operation, put together of what differs between operations.
 *
 * @param bench what the API's scripts share
 * @param operation the operation
 * @param placeholders the target's own values, as this operation takes them
 * @param plain the plain lawful body
 * @param subject brings about what a request acts upon
 * @param spends whether a request needs a subject of its own
 * @param path the path's variables for a subject
 * @param capacity how many lawful values may share one request
 * @param undo undoes what an accepted request did; requests with it are sent one after the other; null for nothing
 * @param plainClause the clause that the plain request is accepted
 * @param lack why the cases of a parameter do not apply; empty when they do
 */
public record CallGround(
        Bench bench,
        Operation operation,
        Placeholders placeholders,
        ObjectNode plain,
        Maker subject,
        Predicate<ObjectNode> spends,
        Function<String, Map<String, String>> path,
        int capacity,
        @Nullable Undo undo,
        String plainClause,
        Function<Use, String> lack)
        implements Ground {

    /** Undoes what an accepted request did. */
    @FunctionalInterface
    public interface Undo {
        /** Undoes it. */
        void undo(Transcript transcript, String subject, Exchange accepted);
    }

    /** Brings about what a request acts upon. */
    @FunctionalInterface
    public interface Maker {
        /** A subject that needs nothing. */
        Maker NOTHING = (transcript, body) -> Optional.of("");

        /**
         * Brings it about.
         *
         * @return its id; nothing when the target did not come so far
         * @throws InterruptedException when the run is cut short
         */
        Optional<String> make(Transcript transcript, ObjectNode body) throws InterruptedException;

        /** Whether it stays as it is until somebody changes it: a phone that rings does not. */
        default boolean lasts(ObjectNode body) {
            return true;
        }
    }

    @Override
    public Optional<String> subject(Transcript transcript, ObjectNode body) throws InterruptedException {
        return subject.make(transcript, body);
    }

    @Override
    public boolean lasts(ObjectNode body) {
        return subject.lasts(body);
    }

    @Override
    public boolean spends(ObjectNode body) {
        return spends.test(body);
    }

    /** A further call on a live target would ring, and cost, more than was said beforehand. */
    @Override
    public boolean renews() {
        return !bench.target().live();
    }

    @Override
    public Sent request(String id, ObjectNode body) {
        return bench.requests().of(operation, path.apply(id), body);
    }

    @Override
    public boolean concurrent() {
        return undo == null;
    }

    @Override
    public void undo(Transcript transcript, String id, Exchange accepted) {
        if (undo != null) {
            undo.undo(transcript, id, accepted);
        }
    }

    @Override
    public String lacking(Use use) {
        return lack.apply(use);
    }

    /** The reason of a capability that the target lacks, for the uses that ask for it. */
    public static Function<Use, String> lacks(Bench bench, BiFunction<Use, String, Boolean> needs) {
        return use -> bench.target().lacks().stream()
                .filter(capability -> needs.apply(use, capability))
                .findFirst()
                .map(capability -> "the target declares that it lacks " + capability)
                .orElse("");
    }
}
