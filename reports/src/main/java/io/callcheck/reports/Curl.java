package io.callcheck.reports;

import io.callcheck.verdict.Run.ExchangeInfo;
import io.callcheck.verdict.Run.RequestInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The curl command that sends a recorded request again, with the credentials as variables of the shell. */
final class Curl {
    private static final Set<String> CURLS_OWN = Set.of("authorization", "host", "content-length", "connection");
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
    private static final String NEXT = " \\\n  ";

    private Curl() {}

    /**
     * The command.
     *
     * @param exchange the exchange whose request it sends
     * @param credentials what it was sent with
     * @return the command, over several lines; empty where none can send the request
     */
    static String of(ExchangeInfo exchange, Credentials credentials) {
        RequestInfo request = exchange.request();
        String url = request.url();
        if (!url.matches("https?://.*")
                || !Visible.oneLine(url)
                || !TOKEN.matcher(request.method()).matches()) {
            return "";
        }
        boolean body = !request.body().isEmpty();
        boolean printed =
                body && !(Visible.clear(request.body()) && request.body().indexOf('\t') < 0);
        List<String> parts = new ArrayList<>();
        parts.add((printed ? Shell.print(request.body()) + " |" + NEXT : "") + "curl -sS -i" + method(request, body));
        if (url.matches(".*[\\[\\]{}].*")) {
            parts.add("--globoff");
        }
        if (url.matches(".*/\\.\\.?(/.*|\\?.*|$)")) {
            parts.add("--path-as-is");
        }
        headers(exchange, body, credentials, parts);
        if (body) {
            parts.add(printed ? "--data-binary @-" : "--data-raw " + Shell.quote(request.body()));
        }
        parts.add(Shell.quote(url));
        return String.join(NEXT, parts);
    }

    private static String method(RequestInfo request, boolean body) {
        return switch (request.method()) {
            case "GET" -> body ? " -X GET" : "";
            case "HEAD" -> " --head";
            default -> " -X " + Shell.quote(request.method());
        };
    }

    private static void headers(ExchangeInfo exchange, boolean body, Credentials credentials, List<String> parts) {
        boolean accept = false;
        boolean type = false;
        for (Field header : Field.all(exchange.request().headers(), Set.of())) {
            String name = header.name();
            String value = header.value();
            String lower = name.toLowerCase(Locale.ROOT);
            accept |= lower.equals("accept");
            type |= lower.equals("content-type");
            if (lower.equals("authorization")) {
                parts.add(authorization(exchange.api(), value, credentials));
            } else if (!CURLS_OWN.contains(lower) && TOKEN.matcher(name).matches() && Visible.oneLine(value)) {
                parts.add("-H " + Shell.quote(value.isBlank() ? name + ";" : name + ": " + value));
            }
        }
        // What curl would add of itself is taken out: the request is to be the recorded one.
        if (!accept) {
            parts.add("-H Accept:");
        }
        if (body && !type) {
            parts.add("-H Content-Type:");
        }
    }

    private static String authorization(String api, String value, Credentials credentials) {
        if (api.equals("signalwire") && value.startsWith("Basic")) {
            return "-u \"" + credentials.signalwire() + '"';
        }
        if (api.equals("bird") && value.startsWith("AccessKey")) {
            return "-H \"Authorization: AccessKey " + credentials.bird() + '"';
        }
        return "-H " + Shell.quote("Authorization: " + value);
    }
}
