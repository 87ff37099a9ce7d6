package io.callcheck.expect;

import io.callcheck.spec.Clause;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one answer says of the clauses of its operation.
 *
 * @param broken the findings by clause id
 * @param seen the ids of the clauses whose place the answer showed
 * @param blockedBy the clause that keeps the body from being judged; empty when none does
 * @param unread whether the body is more than the kit reads
 * @param observations what the answer showed of enums and nullable members, by clause id: the values as JSON
 * @param strays errors that belong to no clause: the kit is broken
 */
public record Assessment(
        Map<String, Finding> broken,
        Set<String> seen,
        String blockedBy,
        boolean unread,
        Map<String, Set<String>> observations,
        Set<String> strays) {

    static final Assessment NOTHING = shut(Map.of(), Set.of(), "", false);

    /** Of a body that nobody looks into. */
    static Assessment shut(Map<String, Finding> broken, Set<String> seen, String blockedBy, boolean unread) {
        return new Assessment(broken, seen, blockedBy, unread, Map.of(), Set.of());
    }

    /** The finding of a clause, or nothing. */
    public Optional<Finding> finding(Clause clause) {
        return Optional.ofNullable(broken.get(clause.id()));
    }
}
