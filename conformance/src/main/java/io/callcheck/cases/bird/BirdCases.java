package io.callcheck.cases.bird;

import io.callcheck.cases.Bench;
import io.callcheck.cases.Case;
import io.callcheck.expect.Expectation;
import io.callcheck.expect.Judgement;
import io.callcheck.spec.Clause;
import java.util.ArrayList;
import java.util.List;

/** Collects the hand-written cases of a script. */
final class BirdCases {
    private final Bench bench;
    private final List<Case> cases = new ArrayList<>();

    BirdCases(Bench bench) {
        this.bench = bench;
    }

    /** Adds a case, unless its clause is marked as unchecked. */
    BirdCases add(String clause, String operation, String name, Expectation expectation) {
        Clause found = bench.catalogue().clause(clause);
        if (found.unchecked() == null) {
            cases.add(new Case(found, operation, name, expectation));
        }
        return this;
    }

    /** Adds a case that sends wrong values, which a live target gets only where its owner allows it. */
    BirdCases addInvalid(String clause, String operation, String name, Expectation expectation) {
        return add(
                clause,
                operation,
                name,
                bench.target().allowInvalid()
                        ? expectation
                        : evidence -> new Judgement.NotApplicable(
                                "wrong values are sent to a live target only with 'allow-invalid: true'"));
    }

    List<Case> all() {
        return List.copyOf(cases);
    }
}
