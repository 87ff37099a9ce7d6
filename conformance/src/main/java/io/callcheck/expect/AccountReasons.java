package io.callcheck.expect;

import com.fasterxml.jackson.databind.JsonNode;
import io.callcheck.exchange.Answer;
import io.callcheck.exchange.Evidence;
import io.callcheck.exchange.Exchange;
import io.callcheck.exchange.Step;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reasons for which a target refuses a lawful request and that say nothing of the contract. */
public final class AccountReasons {
    /** Codes that speak of the account and not of the request. Source: SignalWire, error codes. */
    private static final Set<String> ACCOUNT =
            Set.of("21210", "21219", "30002", "4001", "20429", "21611", "32009", "20003", "10004", "21215", "21216");

    /** Codes that speak of an address that the target will not fetch. Source: SignalWire, error codes. */
    private static final Set<String> ADDRESS = Set.of("21402", "21456");

    /** The code that speaks of the address of a stream. Source: SignalWire, error codes. */
    private static final String STREAM = "31922";

    /** Scheme, host and port within a form. */
    private static final Pattern HOST = Pattern.compile("https?%3A%2F%2F[^%&]+(%3A\\d+)?");

    private static final String SET_STREAM =
            "set signalwire.stream-url to a wss address that takes one, or write 'lacks: [streams]'";

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
        if (ACCOUNT.contains(code) || answer.status() == 401 || answer.status() == 403) {
            return Optional.of("the account refuses with " + answer.status() + " (code "
                    + (code.isEmpty() ? "none" : code)
                    + "): check credentials, numbers and balance in the target file");
        }
        return Optional.empty();
    }

    /**
     * Such a reason of a target that refuses to stream a call to the kit's own receiver, which takes no stream: the
     * documented code for an address that is none.
     */
    public static Optional<String> streamedNowhere(Exchange exchange) {
        return STREAM.equals(code(exchange))
                ? Optional.of("the target does not take the address of the kit's own receiver for a stream (code "
                        + STREAM + "): " + SET_STREAM)
                : Optional.empty();
    }

    /**
     * Such a reason of a target that refuses to stop a stream to the kit's own receiver, which takes no stream: it may
     * have found that out, and the stream is over.
     */
    public static Optional<String> stoppedAlready(Exchange exchange) {
        Answer answer = exchange.answer();
        return answer != null && answer.status() / 100 == 4
                ? Optional.of("refused with " + answer.status() + ", and the stream may have been over by then, for the"
                        + " kit's own receiver takes none: " + SET_STREAM)
                : Optional.empty();
    }

    /**
     * Such a reason, unless the answer minds an address of a host whose addresses the target took in another request.
     */
    static Optional<String> beside(Exchange exchange, Evidence evidence) {
        return ADDRESS.contains(code(exchange)) && hostsTaken(exchange, evidence) ? Optional.empty() : of(exchange);
    }

    private static boolean hostsTaken(Exchange exchange, Evidence evidence) {
        Set<String> taken = new HashSet<>();
        evidence.steps().stream().map(Step::exchange).filter(Exchange::accepted).forEach(e -> taken.addAll(hosts(e)));
        return taken.containsAll(hosts(exchange));
    }

    private static Set<String> hosts(Exchange exchange) {
        Set<String> hosts = new HashSet<>();
        Matcher matcher = HOST.matcher(exchange.sent().body());
        while (matcher.find()) {
            hosts.add(matcher.group());
        }
        return hosts;
    }

    private static String code(Exchange exchange) {
        JsonNode body = Outcomes.body(exchange);
        return body.path("code").asText(body.path("errors").path(0).path("code").asText(""));
    }
}
