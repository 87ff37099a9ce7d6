package io.callcheck.cases;

import io.callcheck.exchange.Answer;
import io.callcheck.exchange.Exchange;
import io.callcheck.expect.Expectation;
import io.callcheck.expect.Finding;
import io.callcheck.expect.Judgement;
import java.util.List;
import java.util.Set;

/** The plain lawful request is accepted; an account that refuses for reasons of its own is no violation. */
final class Plain {
    /** Codes that speak of the account and not of the request. Source: SignalWire, error codes. */
    private static final Set<String> ACCOUNT =
            Set.of("21210", "21219", "30002", "4001", "20429", "21611", "32009", "20003", "10004", "21215", "21216");

    /** Codes that speak of an address that the target will not fetch. Source: SignalWire, error codes. */
    private static final Set<String> ADDRESS = Set.of("21402", "21456");

    private Plain() {}

    /** The step that looks at the call after its lawful request was refused. */
    static final String AFTER = "after";

    /**
     * The step is accepted.
     *
     * @param ended the statuses of a call that is over: to such a call a refusal is lawful
     */
    static Expectation accepted(String step, Set<String> ended) {
        return evidence -> {
            Exchange exchange = evidence.exchange(step).orElse(null);
            if (exchange == null) {
                List<Exchange> last = List.of(
                        evidence.steps().get(evidence.steps().size() - 1).exchange());
                return new Judgement.Unseen("no call came into the state that it needs", last);
            }
            Answer answer = exchange.answer();
            if (answer == null) {
                return new Judgement.Unknown("no answer: " + exchange.problem(), List.of(exchange));
            }
            if (answer.success()) {
                return new Judgement.Held(List.of(exchange));
            }
            Exchange after = evidence.exchange(AFTER).orElse(null);
            if (after != null && ended.contains(Bench.body(after).path("status").asText())) {
                return new Judgement.Unseen("the call was over by then", List.of(exchange, after));
            }
            String code = code(exchange);
            if (ADDRESS.contains(code)) {
                return new Judgement.Unknown(
                        "the target does not take the address of the kit's own receiver (code " + code
                                + "): set callbacks.public-url, or documents.short and documents.hold",
                        List.of(exchange));
            }
            if (answer.status() == 429) {
                return new Judgement.Unknown(
                        "the target answers 429 however long it is waited: set limits.rate", List.of(exchange));
            }
            if (ACCOUNT.contains(code) || answer.status() == 401 || answer.status() == 403) {
                return new Judgement.Unknown(
                        "the account refuses with " + answer.status() + " (code " + (code.isEmpty() ? "none" : code)
                                + "): check credentials, numbers and balance in the target file",
                        List.of(exchange));
            }
            return new Judgement.Broken(
                    List.of(new Finding(
                            "status",
                            "accepted",
                            answer.status() + " " + answer.text().strip())),
                    List.of(exchange));
        };
    }

    private static String code(Exchange exchange) {
        var body = Bench.body(exchange);
        return body.path("code").asText(body.path("errors").path(0).path("code").asText(""));
    }
}
