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
     * @param unsent whether the request never reached the target
     * @param began when it was sent first
     * @param budget where it is written
     */
    static void note(Exchange exchange, boolean unsent, Instant began, CallBudget budget) {
        if (exchange.operation().equals(CREATE)) {
            noteCreation(exchange, unsent, began, budget);
        }
        Answer answer = exchange.answer();
        if (answer != null && answer.success() && !exchange.operation().equals("list")) {
            JsonNode body = answer.lenientJson();
            if (OVER.contains(body.path("status").asText())) {
                budget.ended(id(exchange.api(), body));
            }
        }
    }

    private static void noteCreation(Exchange exchange, boolean unsent, Instant began, CallBudget budget) {
        Api api = exchange.api();
        Answer answer = exchange.answer();
        if (unsent) {
            budget.answered(api, began);
        } else if (answer == null) {
            budget.lost(api, began);
        } else if (answer.status() / 100 == SERVER_ERROR) {
            budget.doubtful(api, began);
        } else if (!answer.success()) {
            budget.answered(api, began);
        } else {
            String id = id(api, answer.lenientJson());
            if (id.isEmpty()) {
                budget.unnamed(api, began);
            } else {
                budget.created(api, id);
                budget.answered(api, began);
            }
        }
    }

    private static String id(Api api, JsonNode body) {
        return body.path(api == Api.BIRD ? "id" : "sid").asText("");
    }
}
