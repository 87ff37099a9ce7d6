package io.callcheck.reports;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.callcheck.verdict.Run;
import io.callcheck.verdict.Run.DeliveryInfo;
import io.callcheck.verdict.Run.ExchangeInfo;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One thing that happened to one call, as the wire showed it.
 *
 * @param api the API's id
 * @param call the call's id
 * @param at when
 * @param ours whether we sent it
 * @param what in words
 * @param result the status of the answer; empty for what the target sent
 * @param state the call's state that it shows; empty where it shows none
 * @param exchange the exchange's index; -1 for what the target sent
 */
record CallEvent(
        String api, String call, Instant at, boolean ours, String what, String result, String state, int exchange) {
    private static final JsonFactory JSON = new JsonFactory();
    private static final Pattern PATH = Pattern.compile("(?i)/calls/([^/?#]{8,64}?)(?:\\.json)?(?:[/?#]|$)");

    /** All events of a run that name a call. */
    static List<CallEvent> all(Run run) {
        List<CallEvent> events = new ArrayList<>();
        for (int i = 0; i < run.exchanges().size(); i++) {
            CallEvent event = of(run.exchanges().get(i), i);
            if (!event.call().isEmpty()) {
                events.add(event);
            }
        }
        for (DeliveryInfo delivery : run.deliveries()) {
            CallEvent event = of(delivery);
            if (!event.call().isEmpty()) {
                events.add(event);
            }
        }
        return events;
    }

    private static CallEvent of(ExchangeInfo exchange, int index) {
        String url = exchange.request().url();
        boolean answered = exchange.response() != null;
        int status = exchange.response() == null ? 0 : exchange.response().status();
        boolean success = status >= 200 && status < 300;
        Map<String, String> body = success && exchange.response() != null
                ? members(exchange.response().body())
                : Map.of();
        Matcher path = PATH.matcher(url);
        String call = path.find() ? path.group(1) : "";
        if (call.isEmpty() && exchange.operation().equals("create")) {
            call = body.getOrDefault("sid", body.getOrDefault("id", ""));
        }
        // A recording and a stream have a status of their own.
        boolean itself = List.of("create", "retrieve", "update").contains(exchange.operation());
        return new CallEvent(
                exchange.api(),
                call,
                instant(exchange.at()),
                true,
                exchange.operation(),
                answered ? Integer.toString(status) : "no answer",
                itself ? body.getOrDefault("status", "") : "",
                index);
    }

    private static CallEvent of(DeliveryInfo delivery) {
        int query = delivery.uri().indexOf('?');
        Map<String, String> form =
                new HashMap<>(form(query < 0 ? "" : delivery.uri().substring(query + 1)));
        form.putAll(form(delivery.body()));
        String path = query < 0 ? delivery.uri() : delivery.uri().substring(0, query);
        String purpose = path.substring(path.lastIndexOf('/') + 1);
        return new CallEvent(
                "signalwire",
                form.getOrDefault("CallSid", ""),
                instant(delivery.at()),
                false,
                delivery.method() + " " + purpose,
                "",
                form.getOrDefault("CallStatus", form.getOrDefault("RecordingStatus", "")),
                -1);
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }

    private static Map<String, String> form(String text) {
        Map<String, String> form = new HashMap<>();
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0 && pair.length() < 2_000) {
                form.putIfAbsent(pair.substring(0, equals), decoded(pair.substring(equals + 1)));
            }
        }
        return form;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** The short texts among an object's own members, as far as it can be read. */
    private static Map<String, String> members(String text) {
        Map<String, String> members = new HashMap<>();
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return members;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (value == JsonToken.VALUE_STRING && parser.getTextLength() <= 64) {
                    members.putIfAbsent(name, parser.getText());
                } else if (value != null && value.isStructStart()) {
                    parser.skipChildren();
                }
            }
        } catch (IOException e) {
            return members;
        }
        return members;
    }

    /** Whether it shows that there was such a call. */
    boolean proves() {
        return !ours || result.startsWith("2");
    }

    /** Whether another one says the same again. */
    boolean like(CallEvent other) {
        return ours == other.ours
                && what.equals(other.what)
                && result.equals(other.result)
                && state.equals(other.state);
    }
}
