package io.callcheck.exchange;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * How a target is reached.
 *
 * @param tls whom we trust and who we are; null for what the JDK trusts
 * @param proxies the way through proxies
 */
public record Connection(@Nullable SSLContext tls, Proxies proxies) {
    /** What a proxy answers of its own accord, and no target of ours does: it wants a password, or cannot reach it. */
    private static final Set<Integer> OF_PROXIES = Set.of(407, 502, 504);

    static {
        ClientProperties.set(System.getProperties());
    }

    /** A client that speaks HTTP/1.1 and follows no redirect. */
    HttpClient client(Duration timeout) {
        HttpClient.Builder client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(proxies.selector())
                .connectTimeout(timeout);
        if (tls != null) {
            client.sslContext(tls);
        }
        return client.build();
    }

    /** The header that tells a proxy on the way who we are; a target never sees it. */
    Optional<Header> header(URI to) {
        return proxies.of(to)
                .filter(p -> !p.user().isEmpty())
                .map(p -> new Header("Proxy-Authorization", "Basic " + Redaction.basic(p.user(), p.password())));
    }

    /** Why an answer is the word of a proxy and not of the target; nothing when it is the target's. */
    Optional<String> refused(URI to, HttpResponse<?> answer) {
        return OF_PROXIES.contains(answer.statusCode())
                ? proxies.of(to).map(p -> "the proxy " + p.address() + " answered " + answer.statusCode())
                : Optional.empty();
    }

    /**
     * What is said of a request that failed.
     *
     * @param otherwise what is said when neither certificates nor proxies have to do with it
     */
    String told(URI to, Throwable failure, String otherwise) {
        String told = Distrust.words(failure).orElse(otherwise);
        return proxies.of(to)
                .map(p -> told + " (through the proxy " + p.address() + ")")
                .orElse(told);
    }
}
