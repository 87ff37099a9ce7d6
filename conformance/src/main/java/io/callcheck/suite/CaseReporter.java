package io.callcheck.suite;

import io.callcheck.engine.PlannedCase;
import io.callcheck.verdict.Run;
import io.callcheck.verdict.Verdict;
import java.util.List;
import java.util.function.Supplier;

/**
 * Hears of each case within its JUnit test, on the test's thread, so that a test reporter can be told more of it than
 * JUnit does. Found by the service loader; there may be none.
 */
public interface CaseReporter {
    /**
     * A case has its verdict.
     *
     * @param planned the case
     * @param verdict its verdict
     * @param evidence the exchanges that it rests on, credentials replaced; made when it is asked for
     */
    void reached(PlannedCase planned, Verdict verdict, Supplier<List<Run.ExchangeInfo>> evidence);
}
