package io.callcheck.expect;

import com.fasterxml.jackson.databind.JsonNode;
import io.callcheck.exchange.Answer;
import io.callcheck.exchange.Evidence;
import io.callcheck.exchange.Exchange;
import io.callcheck.exchange.Step;
import java.util.List;
import java.util.Map;

/** An answer to a stranger tells nothing of a call. */
public final class Leaks {
    /** Members that only a call has, or a list of calls. */
    private static final List<String> TELLING =
            List.of("date_created", "account_sid", "subresource_uris", "phone_number_sid", "start_time", "calls");

    private Leaks() {}

    /** No answer of 401 holds a member that a call has. */
    public static Expectation unauthorized() {
        return evidence -> judged(evidence);
    }

    private static Judgement judged(Evidence evidence) {
        Tally tally = new Tally();
        for (Step step : evidence.steps()) {
            Exchange exchange = step.exchange();
            Answer answer = exchange.answer();
            if (answer != null && answer.status() == 401) {
                JsonNode body = answer.json().value();
                String told = body == null ? "" : told("", body);
                if (told.isEmpty()) {
                    tally.held(exchange);
                } else {
                    tally.broken(new Finding(told, "no data of a call", "a member of a call"), exchange);
                }
            }
        }
        return tally.judgement("no answer was a 401");
    }

    private static String told(String pointer, JsonNode node) {
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            String at = pointer + "/" + member.getKey();
            String within = TELLING.contains(member.getKey()) ? at : told(at, member.getValue());
            if (!within.isEmpty()) {
                return within;
            }
        }
        int place = 0;
        for (JsonNode item : node.isArray() ? node : List.<JsonNode>of()) {
            String within = told(pointer + "/" + place++, item);
            if (!within.isEmpty()) {
                return within;
            }
        }
        return "";
    }
}
