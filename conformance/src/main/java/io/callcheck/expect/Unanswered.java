package io.callcheck.expect;

import io.callcheck.exchange.Answer;
import io.callcheck.exchange.Exchange;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Requests of which nothing is known: no answer came, or one that only says that the target cannot at the moment. Such an
 * answer is neither the refusal nor the violation of anything, and nobody knows whether the request was looked at.
 */
public final class Unanswered {
    private static final int TOO_MANY = 429;

    /** What comes too slowly, too often, or to a server that is away for now: RFC 9110 and RFC 6585. */
    private static final Set<Integer> PUT_OFF = Set.of(408, TOO_MANY, 502, 503, 504);

    private Unanswered() {}

    /** Whether nothing is known of a request. */
    static boolean is(Exchange exchange) {
        return exchange.answer() == null || putOff(exchange);
    }

    /** Whether the answer that came only puts the request off. */
    static boolean putOff(Exchange exchange) {
        Answer answer = exchange.answer();
        return answer != null && PUT_OFF.contains(answer.status());
    }

    /** Whether a request was put off that was not sent again at once: another time it may be answered. */
    static boolean forNow(Exchange exchange) {
        Answer answer = exchange.answer();
        return answer != null && putOff(exchange) && !answer.later();
    }

    /** That nothing is known of a request; nothing when it was answered. */
    public static Optional<Judgement> of(Exchange exchange) {
        return of(exchange, List.of(exchange));
    }

    /**
     * That nothing is known of a request; nothing when it was answered.
     *
     * @param cited what is shown with it
     */
    static Optional<Judgement> of(Exchange exchange, List<Exchange> cited) {
        return reason(exchange).map(reason -> new Judgement.Unknown(reason, cited));
    }

    /** Why nothing is known of a request, and what to do about it; nothing when it was answered. */
    static Optional<String> reason(Exchange exchange) {
        Answer answer = exchange.answer();
        if (answer == null) {
            return Optional.of("no answer: " + exchange.problem());
        }
        if (!putOff(exchange)) {
            return Optional.empty();
        }
        return Optional.of(
                answer.status() == TOO_MANY
                        ? "the target answers 429 however long it is waited: set limits.rate"
                        : "the target answers " + answer.status()
                                + ", which says that it cannot at the moment: try again later");
    }
}
