package io.callcheck.engine;

import io.callcheck.cases.Case;
import io.callcheck.verdict.Verdict;
import java.util.Set;

/**
 * A case whose verdict is held back, for it rests on waiting.
 *
 * @param of the case
 * @param first the verdict of the first look
 * @param alone whether the evidence of its script alone decides it; else that of the run
 * @param scripts the names of the scripts that made what it rests on
 */
record Held(Case of, Verdict first, boolean alone, Set<String> scripts) {

    /** Whether it is the case of a plan made anew that this one is of the plan before. */
    boolean same(Case other) {
        return of.clause().id().equals(other.clause().id())
                && of.operation().equals(other.operation())
                && of.name().equals(other.name());
    }
}
