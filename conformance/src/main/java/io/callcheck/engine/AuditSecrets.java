package io.callcheck.engine;

import io.callcheck.exchange.Answer;
import io.callcheck.exchange.Exchange;
import io.callcheck.exchange.Header;
import io.callcheck.exchange.Redaction;
import io.callcheck.expect.Finding;
import io.callcheck.verdict.Run;
import io.callcheck.verdict.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes the credentials of a recording out of what is written: those of its headers, wherever they come again, and what
 * is called a password or a token. The target file need not know them.
 */
final class AuditSecrets {
    private static final int REMEMBERED = 200;
    private static final int SHORTEST = 6;

    private static final Pattern HEADER = Pattern.compile(
            "(proxy-)?authorization|(set-)?cookie2?|.*(token|secret|api-?key|access-?key|password|signature).*");

    /** A page's token is no credential. */
    private static final String NAME =
            "[\\w-]*(?:(?<!page)token|secret|api_?key|access_?key|password|passwd|signature)";

    private static final Pattern FIELD = Pattern.compile("(?i)((?:^|[?&\\n])" + NAME + "=)[^&#\\s\"]+");
    private static final Pattern MEMBER = Pattern.compile("(?i)(\"" + NAME + "\"\\s*:\\s*\")(?:[^\"\\\\]|\\\\.)+");
    private static final Pattern USER = Pattern.compile("(?i)(https?://)[^/?#@\\s\"]+@");

    private final Redaction redaction;
    private final Set<String> known = new LinkedHashSet<>();

    AuditSecrets(Redaction redaction) {
        this.redaction = redaction;
    }

    /** Learns the credentials that a request carries. */
    void learn(Exchange exchange) {
        for (Header header : exchange.sent().headers()) {
            if (known.size() < REMEMBERED && header.name().equalsIgnoreCase("authorization")) {
                String value = header.value()
                        .substring(header.value().indexOf(' ') + 1)
                        .trim();
                learn(value);
                if (header.value().toLowerCase(Locale.ROOT).startsWith("basic ")) {
                    learn(password(value));
                }
            }
        }
    }

    /** An exchange as it is written; bodies are cleaned before they are cut, so that no half of a credential stays. */
    Run.ExchangeInfo info(Exchange exchange) {
        Run.ExchangeInfo info = RunMaker.info(bodies(exchange), redaction);
        Run.RequestInfo request = info.request();
        Run.ResponseInfo response = info.response();
        return new Run.ExchangeInfo(
                info.api(),
                info.operation(),
                info.at(),
                new Run.RequestInfo(request.method(), text(request.url()), headers(request.headers()), request.body()),
                response == null
                        ? null
                        : new Run.ResponseInfo(
                                response.status(), headers(response.headers()), response.body(), response.millis()),
                info.problem());
    }

    /** A verdict as it is written. */
    Verdict clean(Verdict verdict) {
        return new Verdict(
                verdict.clause(),
                verdict.caseName(),
                verdict.api(),
                verdict.operation(),
                verdict.level(),
                verdict.outcome(),
                verdict.blockedBy(),
                text(verdict.reason()),
                verdict.findings().stream()
                        .map(f -> new Finding(text(f.where()), text(f.expected()), text(f.actual())))
                        .toList(),
                verdict.evidence());
    }

    String text(String text) {
        String clean = redaction.text(text);
        for (String secret : known) {
            clean = clean.replace(secret, Redaction.MARK);
        }
        clean = FIELD.matcher(clean).replaceAll("$1" + Redaction.MARK);
        clean = MEMBER.matcher(clean).replaceAll("$1" + Redaction.MARK);
        return USER.matcher(clean).replaceAll("$1" + Redaction.MARK + "@");
    }

    private Exchange bodies(Exchange exchange) {
        Answer answer = exchange.answer();
        return new Exchange(
                exchange.api(),
                exchange.operation(),
                exchange.at(),
                exchange.sent().body(text(exchange.sent().body())),
                answer == null
                        ? null
                        : new Answer(
                                answer.status(),
                                answer.headers(),
                                text(answer.text()).getBytes(StandardCharsets.UTF_8),
                                answer.cut(),
                                answer.micros()),
                exchange.problem());
    }

    private List<List<String>> headers(List<List<String>> headers) {
        return headers.stream()
                .map(h -> List.of(
                        text(h.get(0)),
                        HEADER.matcher(h.get(0).toLowerCase(Locale.ROOT)).matches() ? Redaction.MARK : text(h.get(1))))
                .toList();
    }

    private void learn(@Nullable String secret) {
        // A shorter one would be found in words that have nothing to do with it.
        if (secret != null && secret.length() >= SHORTEST) {
            known.add(secret);
        }
    }

    private static @Nullable String password(String encoded) {
        try {
            String plain = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            return plain.contains(":") ? plain.substring(plain.indexOf(':') + 1) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
