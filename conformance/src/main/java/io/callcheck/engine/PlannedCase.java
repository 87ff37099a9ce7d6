package io.callcheck.engine;

import io.callcheck.cases.Case;
import io.callcheck.spec.Api;
import io.callcheck.verdict.Verdict;
import java.util.concurrent.CompletableFuture;

/**
 * A case of a run and the verdict that it will have.
 *
 * @param api the API
 * @param of the case
 * @param verdict completed when the case is judged; always with a verdict, also when the run is cut short
 */
public record PlannedCase(Api api, Case of, CompletableFuture<Verdict> verdict) {

    static PlannedCase of(Api api, Case of) {
        return new PlannedCase(api, of, new CompletableFuture<>());
    }
}
