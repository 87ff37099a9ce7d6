package io.callcheck.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import io.callcheck.spec.Api;
import java.time.Instant;
import java.util.Set;

/** What an exchange tells of calls that are begun, over, or nowhere to be seen. */
final class CallTraces {
    private static final String CREATE = "create";

    private static final Set<String> OVER = Set.of("completed", "canceled", "cancelled", "busy", "failed", "no-answer");

    private static final int SERVER_ERROR = 5;

    private CallTraces() {}

    /**
     * Remembers a call that was created, forgets one that was seen to be over. A creation that was not refused and yet
     * gave no id may have made a call that nobody knows.
     *
     * @param exchange what was sent and what came
     * @param began when it was sent first
     * @param budget where it is written
     */
    static void note(Exchange exchange, Instant began, CallBudget budget) {
        boolean creates = exchange.operation().equals(CREATE);
        Answer answer = exchange.answer();
        if (answer == null || answer.status() / 100 == SERVER_ERROR) {
            if (creates) {
                budget.lost(exchange.api(), began);
            }
            return;
        }
        if (!answer.success() || exchange.operation().equals("list")) {
            return;
        }
        JsonNode body = answer.lenientJson();
        String id = body.path(exchange.api() == Api.BIRD ? "id" : "sid").asText("");
        if (creates && id.isEmpty()) {
            budget.lost(exchange.api(), began);
        } else if (creates) {
            budget.created(exchange.api(), id);
        }
        if (OVER.contains(body.path("status").asText())) {
            budget.ended(id);
        }
    }
}
