package io.callcheck.expect;

import com.fasterxml.jackson.databind.JsonNode;
import io.callcheck.exchange.Exchange;
import java.util.List;

/** What is listed to whom it does not belong. */
public final class ForeignLists {
    private ForeignLists() {}

    /**
     * Beside a list that shows calls to the account itself, one that shows a stranger none tells him nothing.
     *
     * @param step the stranger's list
     * @param control the account's own
     * @param otherwise what judges everything but a list without a call
     */
    public static Expectation empty(String step, String control, Expectation otherwise) {
        return evidence -> {
            Exchange foreign = evidence.exchange(step).orElse(null);
            Exchange own = evidence.exchange(control).orElse(null);
            if (foreign == null || own == null || !foreign.accepted()) {
                return otherwise.judge(evidence);
            }
            JsonNode listed = Outcomes.body(foreign).path("calls");
            if (!listed.isArray() || !listed.isEmpty()) {
                return otherwise.judge(evidence);
            }
            List<Exchange> both = List.of(foreign, own);
            return Outcomes.body(own).path("calls").isEmpty()
                    ? new Judgement.Unseen("there was no call to be listed", both)
                    : new Judgement.Held(both);
        };
    }
}
