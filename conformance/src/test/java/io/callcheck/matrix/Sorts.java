package io.callcheck.matrix;

import io.callcheck.fixtures.fault.Fault;
import io.callcheck.fixtures.fault.Faults;
import io.callcheck.fixtures.fault.Mutation;
import io.callcheck.spec.Api;
import io.callcheck.spec.Catalogue;
import io.callcheck.spec.Part;
import io.callcheck.spec.Use;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which faults are proved in which way. */
final class Sorts {
    /** A text that is too short is no listed value either, and what is no object is no list of errors either. */
    private static final Map<String, String> TOGETHER = Map.of(
            "bird.call.status.minLength:empty-text", "bird.call.status.enum",
            "bird.call.type.minLength:empty-text", "bird.call.type.enum",
            "signalwire.error.type:wrong-type@create", "signalwire.errorList.type",
            "signalwire.error.type:null@create", "signalwire.errorList.type");

    private Sorts() {}

    /** The faults that change the body of an answer, of a clause that is judged on that answer alone. */
    static List<Faults.Entry> ofAnswers(List<Faults.Entry> entries) {
        return entries.stream().filter(Sorts::ofAnswer).toList();
    }

    /** All others: they need a server. */
    static List<Faults.Entry> ofServers(List<Faults.Entry> entries) {
        return entries.stream().filter(e -> !ofAnswer(e)).toList();
    }

    /** The clauses that a fault must break. */
    static Set<String> expected(Faults.Entry entry) {
        Set<String> clauses = new TreeSet<>(Set.of(entry.clause()));
        String other = TOGETHER.get(entry.id());
        if (other != null) {
            clauses.add(other);
        }
        return clauses;
    }

    private static boolean ofAnswer(Faults.Entry entry) {
        return Mutation.of(Fault.parse(entry.id()).kind()).isPresent() && Clauses.OF_ANSWERS.contains(entry.clause());
    }

    /** Read once: a catalogue takes its time. */
    private static final class Clauses {
        private static final Set<String> OF_ANSWERS = clauses();

        private static Set<String> clauses() {
            Set<String> clauses = new TreeSet<>();
            for (Api api : Api.values()) {
                for (Use use : Catalogue.load(api).uses()) {
                    if (use.part() == Part.ANSWER) {
                        clauses.add(use.clause().id());
                    }
                }
            }
            return Set.copyOf(clauses);
        }
    }
}
