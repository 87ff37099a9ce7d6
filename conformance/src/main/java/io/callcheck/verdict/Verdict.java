package io.callcheck.verdict;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.callcheck.expect.Finding;
import io.callcheck.spec.Level;
import java.util.List;

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
 * @param reason why there is neither PASS nor FAIL; empty where there is
 * @param findings what is wrong; empty unless FAIL or WARN
 * @param evidence indices into the run's exchanges, the most telling first
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
        List<Integer> evidence) {}
