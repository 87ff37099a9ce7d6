package io.callcheck.engine;

import io.callcheck.spec.Api;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Which clauses a run is asked about. */
@FunctionalInterface
public interface Choice {

    /** Whether a clause is asked about. */
    boolean asks(String clause);

    /** Whether any clause of an API may be; where none is, nothing is sent to it and its contract is not even read. */
    default boolean concerns(Api api) {
        return true;
    }

    /** Clauses whose ids begin with one of these; all of them when there is none. */
    static Choice beginning(Collection<String> prefixes) {
        List<String> beginnings = List.copyOf(prefixes);
        return new Choice() {
            @Override
            public boolean asks(String clause) {
                return beginnings.isEmpty() || beginnings.stream().anyMatch(clause::startsWith);
            }

            @Override
            public boolean concerns(Api api) {
                String all = all(api);
                return beginnings.isEmpty()
                        || beginnings.stream().anyMatch(b -> b.startsWith(all) || all.startsWith(b));
            }
        };
    }

    /** Those of this choice that are among the given ids. */
    default Choice among(Set<String> ids) {
        return new Choice() {
            @Override
            public boolean asks(String clause) {
                return Choice.this.asks(clause) && ids.contains(clause);
            }

            @Override
            public boolean concerns(Api api) {
                return ids.stream().anyMatch(id -> id.startsWith(all(api)) && Choice.this.asks(id));
            }
        };
    }

    /** How the id of every clause of an API begins. */
    static String all(Api api) {
        return api.id() + ".";
    }
}
