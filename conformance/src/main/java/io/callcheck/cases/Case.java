package io.callcheck.cases;

import io.callcheck.expect.Expectation;
import io.callcheck.spec.Clause;

/**
 * One way a target can break one clause in one operation.
 *
 * @param clause the clause
 * @param operation the operation's id
 * @param name what it states, under 70 characters, unique within its clause and operation
 * @param expectation how the evidence is judged
 */
public record Case(Clause clause, String operation, String name, Expectation expectation) {

    /** Of what tells it apart: the one that records have asks every part of the clause too. */
    @Override
    public int hashCode() {
        return 31 * (31 * clause.hashCode() + operation.hashCode()) + name.hashCode();
    }
}
