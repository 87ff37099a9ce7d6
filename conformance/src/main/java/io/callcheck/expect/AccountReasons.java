package io.callcheck.expect;

import com.fasterxml.jackson.databind.JsonNode;
import io.callcheck.exchange.Answer;
import io.callcheck.exchange.Exchange;
import java.util.Optional;
import java.util.Set;

/** Reasons for which a target refuses a lawful request and that say nothing of the contract. */
public final class AccountReasons {
    /** Codes that speak of the account and not of the request. Source: SignalWire, error codes. */
    private static final Set<String> ACCOUNT =
            Set.of("21210", "21219", "30002", "4001", "20429", "21611", "32009", "20003", "10004", "21215", "21216");

    /** Codes that speak of an address that the target will not fetch. Source: SignalWire, error codes. */
    private static final Set<String> ADDRESS = Set.of("21402", "21456");

    private AccountReasons() {}

    /** Such a reason, and what to do about it; nothing when the answer gives none. */
    public static Optional<String> of(Exchange exchange) {
        Answer answer = exchange.answer();
        if (answer == null || answer.success()) {
            return Optional.empty();
        }
        String code = code(exchange);
        if (ADDRESS.contains(code)) {
            return Optional.of("the target does not take the address of the kit's own receiver (code " + code
                    + "): set callbacks.public-url, or documents.short and documents.hold");
        }
        if (answer.status() == 429) {
            return Optional.of("the target answers 429 however long it is waited: set limits.rate");
        }
        if (ACCOUNT.contains(code) || answer.status() == 401 || answer.status() == 403) {
            return Optional.of("the account refuses with " + answer.status() + " (code "
                    + (code.isEmpty() ? "none" : code)
                    + "): check credentials, numbers and balance in the target file");
        }
        return Optional.empty();
    }

    private static String code(Exchange exchange) {
        JsonNode body = Outcomes.body(exchange);
        return body.path("code").asText(body.path("errors").path(0).path("code").asText(""));
    }
}
