package io.callcheck.expect;

import io.callcheck.exchange.Exchange;
import java.util.List;
import java.util.Objects;

/** Whether an answer was only too late: the one reason for a missing answer that another try may not meet again. */
public final class Late {
    /** How a time-out is told: by the kit, and by the JDK's client when its own clock is the first to run out. */
    private static final List<String> TOLD = List.of("nothing within ", "request timed out", "HTTP connect timed out");

    private Late() {}

    /** Whether an exchange has no answer because none came in time. */
    public static boolean is(Exchange exchange) {
        String problem = Objects.requireNonNullElse(exchange.problem(), "");
        return exchange.answer() == null && TOLD.stream().anyMatch(problem::startsWith);
    }
}
