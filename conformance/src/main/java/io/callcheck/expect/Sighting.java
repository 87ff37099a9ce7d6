package io.callcheck.expect;

import com.fasterxml.jackson.databind.JsonNode;
import io.callcheck.exchange.Answer;
import io.callcheck.exchange.Exchange;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One sight of a call in an answer.
 *
 * @param exchange the exchange
 * @param pointer JSON pointer of the call within the body; empty when the body is the call
 * @param call the call
 */
public record Sighting(Exchange exchange, String pointer, JsonNode call) {
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern SECONDS = Pattern.compile("\\d{2}:\\d{2}:\\d{2}");

    /** The text of a member; empty when it is no text. */
    String text(String member) {
        JsonNode value = call.path(member);
        return value.isTextual() ? value.asText() : "";
    }

    /** Whether a text is a UUID: a wrong form is a matter of its own clause. */
    static boolean isUuid(String text) {
        return UUID.matcher(text).matches();
    }

    /** The moment of a member, when it is a date. */
    Optional<OffsetDateTime> date(String member) {
        return Rfc2822.parse(text(member));
    }

    /** The moment of a member, cut to the minute when it or the other text has no seconds. */
    static Optional<OffsetDateTime> comparable(String text, String other) {
        boolean exact = SECONDS.matcher(text).find() && SECONDS.matcher(other).find();
        return Rfc2822.parse(text).map(d -> exact ? d : d.truncatedTo(ChronoUnit.MINUTES));
    }

    /** Whether a date tells its seconds. */
    boolean exact(String member) {
        return SECONDS.matcher(text(member)).find();
    }

    /** The last step of the path that was asked for, without {@code .json}. */
    String asked() {
        String path = exchange.sent().uri().getPath();
        String last = path.substring(path.lastIndexOf('/') + 1);
        return last.endsWith(".json") ? last.substring(0, last.length() - 5) : last;
    }

    /** Whether the request was to change the status: which one its answer shows is left open. */
    boolean commanded() {
        return exchange.operation().equals("update")
                && Arrays.stream(exchange.sent().body().split("&", -1)).anyMatch(f -> f.startsWith("Status="));
    }

    /** Whether it stands in a list. */
    boolean listed() {
        return !pointer.isEmpty();
    }

    /** When the answer was there. */
    Instant answered() {
        Answer answer = exchange.answer();
        return exchange.at().plus(answer == null ? 0 : answer.micros(), ChronoUnit.MICROS);
    }

    /** A finding at a member. */
    Finding finding(String member, String expected) {
        JsonNode value = call.path(member);
        return new Finding(pointer + "/" + member, expected, value.isMissingNode() ? "absent" : value.toString());
    }
}
