package io.callcheck.reports;

import io.callcheck.verdict.Run.ExchangeInfo;
import io.callcheck.verdict.Run.RequestInfo;
import io.callcheck.verdict.Run.ResponseInfo;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One exchange, laid out to be read.
 *
 * @param at when it was sent, RFC 3339
 * @param request the request
 * @param answer the answer; one without a line when none came
 * @param problem why no answer came; empty when one did
 * @param curl the command that sends the request again; empty where there is none
 */
record ExchangeView(String at, Message request, Message answer, String problem, String curl) {

    /**
     * A request or an answer.
     *
     * @param line its first line
     * @param marked whether a finding speaks of the first line
     * @param fields its header fields
     * @param body its body
     */
    record Message(String line, boolean marked, List<Field> fields, Body body) {
        private static final Message NONE = new Message("", false, List.of(), Body.of("", "", Set.of()));

        private static Message of(
                String line, boolean marked, List<List<String>> headers, String body, Set<String> wheres) {
            List<Field> fields = Field.all(headers, wheres);
            String type = fields.stream()
                    .filter(f -> f.name().equalsIgnoreCase("content-type"))
                    .map(f -> f.value().toLowerCase(Locale.ROOT))
                    .findFirst()
                    .orElse("");
            return new Message(line, marked, fields, Body.of(body, type, wheres));
        }

        private Stream<String> texts() {
            return Stream.concat(
                    Stream.of(line, body.text()), fields.stream().flatMap(f -> Stream.of(f.name(), f.value())));
        }
    }

    /**
     * Lays out an exchange.
     *
     * @param wheres the places that findings speak of: they are marked
     * @param credentials what the request was sent with
     */
    static ExchangeView of(ExchangeInfo exchange, Set<String> wheres, Credentials credentials) {
        RequestInfo request = exchange.request();
        ResponseInfo response = exchange.response();
        // A pointer speaks of the answer; the name of a parameter, of the request.
        Set<String> pointers = wheres.stream().filter(w -> w.startsWith("/")).collect(Collectors.toSet());
        Set<String> names = wheres.stream().filter(w -> !w.startsWith("/")).collect(Collectors.toSet());
        Message asked = Message.of(
                request.method() + " " + request.url(),
                names.stream().anyMatch(n -> asks(request.url(), n)),
                request.headers(),
                request.body(),
                without(names, "Content-Type"));
        if (response == null) {
            String problem = exchange.problem();
            return new ExchangeView(
                    exchange.at(),
                    asked,
                    Message.NONE,
                    problem == null ? "no answer" : problem,
                    Curl.of(exchange, credentials));
        }
        if (names.contains("Content-Type")) {
            pointers.add("Content-Type");
        }
        Message answered = Message.of(
                response.status() + " in " + Figures.millis(response.millis()),
                names.contains("status"),
                response.headers(),
                response.body(),
                pointers);
        return new ExchangeView(exchange.at(), asked, answered, "", Curl.of(exchange, credentials));
    }

    private static boolean asks(String url, String name) {
        return url.contains("?" + name + "=") || url.contains("&" + name + "=");
    }

    private static Set<String> without(Set<String> names, String one) {
        return names.stream().filter(n -> !n.equals(one)).collect(Collectors.toSet());
    }

    /** Every text in it, for its weight. */
    String[] texts() {
        return Stream.of(Stream.of(at, problem, curl), request.texts(), answer.texts())
                .flatMap(s -> s)
                .toArray(String[]::new);
    }
}
