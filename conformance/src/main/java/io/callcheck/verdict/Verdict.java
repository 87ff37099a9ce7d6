package io.callcheck.verdict;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.callcheck.expect.Finding;
import io.callcheck.spec.Level;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The outcome of one case.
 *
 * @param clause the clause's id
 * @param caseName what the case states, unique within its clause and operation
 * @param api the API's id
 * @param operation the operation's id
 * @param level the clause's level
 * @param outcome the outcome
 * @param blockedBy the clause that stands in the way; empty for none
 * @param reason why there is neither PASS nor FAIL, and of an unstable case what came of it each time; else empty
 * @param findings what is wrong; empty unless FAIL or WARN
 * @param evidence indices into the run's exchanges, the most telling first
 * @param unstable whether it is the outcome of a second look that came out otherwise than the first, which rested on
 *     waiting
 */
public record Verdict(
        String clause,
        @JsonProperty("case") String caseName,
        String api,
        String operation,
        Level level,
        Outcome outcome,
        String blockedBy,
        String reason,
        List<Finding> findings,
        List<Integer> evidence,

        @JsonInclude(JsonInclude.Include.NON_DEFAULT) @JsonSetter(nulls = Nulls.SET)
        boolean unstable) {

    /** The outcome of a case that was looked at once, or twice with the same outcome. */
    public Verdict(
            String clause,
            String caseName,
            String api,
            String operation,
            Level level,
            Outcome outcome,
            String blockedBy,
            String reason,
            List<Finding> findings,
            List<Integer> evidence) {
        this(clause, caseName, api, operation, level, outcome, blockedBy, reason, findings, evidence, false);
    }

    /** Of what tells it apart: the one that records have asks every finding too. */
    @Override
    public int hashCode() {
        return 31 * clause.hashCode() + caseName.hashCode();
    }

    /** The same verdict, its evidence at other places of the run. */
    public Verdict withEvidence(List<Integer> other) {
        return new Verdict(
                clause, caseName, api, operation, level, outcome, blockedBy, reason, findings, other, unstable);
    }

    /**
     * The same verdict, its texts written otherwise: those into which a target may have put something, and not those that
     * are the kit's own.
     */
    public Verdict withTexts(UnaryOperator<String> otherwise) {
        List<Finding> written = findings.stream()
                .map(f -> new Finding(
                        otherwise.apply(f.where()), otherwise.apply(f.expected()), otherwise.apply(f.actual())))
                .toList();
        return new Verdict(
                clause,
                caseName,
                api,
                operation,
                level,
                outcome,
                blockedBy,
                otherwise.apply(reason),
                written,
                evidence,
                unstable);
    }
}
