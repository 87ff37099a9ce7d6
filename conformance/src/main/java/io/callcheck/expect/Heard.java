package io.callcheck.expect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.callcheck.exchange.Answer;
import io.callcheck.exchange.Evidence;
import io.callcheck.exchange.Exchange;
import io.callcheck.exchange.Forms;
import io.callcheck.exchange.Step;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What came to one address of one call.
 *
 * @param line the call and the address
 * @param created the exchange that created the call
 * @param told what came, in the order of its coming
 * @param evidence everything that the run saw
 */
public record Heard(Line line, Exchange created, List<Told> told, Evidence evidence) {
    /** What a finding says was seen when it was nothing. */
    public static final String NOTHING = "nothing came";

    /** The statuses that a call never leaves. */
    static final Set<String> ENDED = Set.of("completed", "canceled", "busy", "failed", "no-answer");

    private static final String UUID = "(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final Pattern ACCOUNT = Pattern.compile("/Accounts/([^/]+)/Calls");

    /** The statuses that answers showed of the call, in their order. */
    Set<String> statuses() {
        Set<String> statuses = new LinkedHashSet<>();
        String sid = call().path("sid").asText("");
        for (var step : evidence.steps()) {
            Exchange exchange = step.exchange();
            if (!exchange.accepted() || exchange.operation().equals("list")) {
                continue;
            }
            JsonNode body = body(exchange);
            if (body.path("sid").asText("").equals(sid) && body.has("to")) {
                statuses.add(body.path("status").asText());
            }
        }
        return statuses;
    }

    /** The looks at the call, in their order. */
    Stream<Sighting> looks() {
        String sid = call().path("sid").asText("");
        return evidence.steps().stream()
                .map(Step::exchange)
                .filter(e -> e.accepted() && e.operation().equals("retrieve"))
                .map(e -> new Sighting(e, "", body(e)))
                .filter(s -> !sid.isEmpty() && s.text("sid").equals(sid));
    }

    /** The status that the call was seen to end with. */
    Optional<String> end() {
        return statuses().stream().filter(ENDED::contains).reduce((first, last) -> last);
    }

    /** The last look at the call, when it was not answered: what came of the call since is not known. */
    Optional<Exchange> unanswered() {
        String sid = call().path("sid").asText("");
        return evidence.steps().stream()
                .map(Step::exchange)
                .filter(e -> !sid.isEmpty()
                        && e.operation().equals("retrieve")
                        && e.sent().uri().getPath().endsWith(sid))
                .reduce((first, last) -> last)
                .filter(Unanswered::is);
    }

    /** The call as its creation answered with it. */
    JsonNode call() {
        return body(created);
    }

    /** A value of the call: the one of its creation, or else the one that was sent. */
    private Set<String> values(String member, String parameter) {
        Set<String> values = new LinkedHashSet<>();
        if (call().hasNonNull(member)) {
            values.add(call().path(member).asText());
        }
        values.addAll(sent().getOrDefault(parameter, List.of()));
        return values;
    }

    /** The account of the path too: what the call shows may be wrong, and is a clause of its own. */
    private Set<String> accounts() {
        Set<String> accounts = values("account_sid", "");
        Matcher path = ACCOUNT.matcher(created.sent().uri().getPath());
        if (path.find()) {
            accounts.add(path.group(1));
        }
        return accounts;
    }

    private Map<String, List<String>> sent() {
        return Forms.decode(created.sent().body());
    }

    /** The parameters that name the call are those of this call, whatever its own ids look like. */
    Judgement identity(List<String> parameters) {
        return each(t -> {
            List<Finding> findings = new ArrayList<>();
            for (String parameter : parameters) {
                Set<String> lawful = switch (parameter) {
                    case "CallSid" -> values("sid", "");
                    case "AccountSid" -> accounts();
                    case "To" -> values("to", "To");
                    default -> values("from", "From");
                };
                String value = t.text(parameter);
                // Letter case makes no other UUID: RFC 9562, section 4.
                boolean same = lawful.contains(value)
                        || (value.matches(UUID) && lawful.stream().anyMatch(value::equalsIgnoreCase));
                // One that is absent breaks a clause of its own.
                if (!value.isEmpty() && !lawful.isEmpty() && !same) {
                    findings.add(new Finding(parameter, String.join(" or ", lawful), value));
                }
            }
            return findings;
        });
    }

    /** Everything came by a method. */
    Judgement method(String method) {
        return each(t -> t.delivery().method().equals(method)
                ? List.of()
                : List.of(new Finding("method", method, t.delivery().method())));
    }

    /** Judges everything that came; nothing is not seen. */
    Judgement each(Function<Told, List<Finding>> check) {
        if (told.isEmpty()) {
            return new Judgement.Unseen(NOTHING, List.of(created));
        }
        List<Finding> findings =
                told.stream().flatMap(t -> check.apply(t).stream()).distinct().toList();
        return verdict(findings);
    }

    /** Held without findings, broken with them. */
    Judgement verdict(List<Finding> findings) {
        return findings.isEmpty()
                ? new Judgement.Held(List.of(created))
                : new Judgement.Broken(findings, List.of(created));
    }

    /**
     * Something did not come that should have: a violation if anything of the target ever reached us, or both are on this
     * machine; else the kit cannot know.
     */
    Judgement silence(String where, String expected) {
        if (line.beside() || !evidence.deliveries().isEmpty()) {
            return Judgement.Broken.late(
                    new Finding(where, expected, told.isEmpty() ? NOTHING : "it did not come"), List.of(created));
        }
        return new Judgement.Unknown(
                "nothing came from the target at all: set callbacks.public-url to an address under which it reaches"
                        + " this machine, or declare 'lacks: [callbacks]'",
                List.of(created));
    }

    private static JsonNode body(Exchange exchange) {
        Answer answer = exchange.answer();
        JsonNode value = answer == null ? null : answer.json().value();
        return value == null ? MissingNode.getInstance() : value;
    }
}
