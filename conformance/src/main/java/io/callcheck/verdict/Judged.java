package io.callcheck.verdict;

import java.util.List;

/**
 * A run and what the gate makes of it.
 *
 * @param run the run, as it is stored
 * @param terms what it was judged by
 * @param exit the exit code: 0 conformant, 1 violations, 3 could not find out
 * @param words the verdict in words
 * @param violations the verdicts that make it red
 * @param known violations that the baseline lists
 * @param outside violations of clauses that the edition does not hold
 * @param stale lines of the baseline whose clause is kept by now: to be deleted
 * @param expired lines of the baseline whose last day is over
 */
public record Judged(
        Run run,
        Terms terms,
        int exit,
        String words,
        List<Verdict> violations,
        List<Verdict> known,
        List<Verdict> outside,
        List<Baseline.Line> stale,
        List<Baseline.Line> expired) {}
