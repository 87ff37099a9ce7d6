package io.callcheck.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callcheck.spec.Api;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The proxies of the environment are honoured; what is on this machine is reached without one, unless it is asked for. */
@Timeout(30)
class ProxyTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}";
    private static final String ID = "b3877c40-da60-4998-90ad-b792e98472af";
    private static final String PASSWORD = "Pr0xy+p@ss";

    @TempDir
    private Path folder;

    @Test
    void aPlainRequestArrivesWithItsWholeAddress() throws IOException {
        try (RawPeer proxy = RawPeer.answering(OK)) {
            String address = proxy.address().toString().replace("http://", "http://me:Pr0xy+p%40ss@");
            Target target = target("http://calls.test:81", Map.of("http_proxy", address), Map.of());
            assertThat(problem(target)).isEmpty();
            assertThat(proxy.heads()).hasSize(1);
            assertThat(proxy.heads().get(0))
                    .startsWith("POST http://calls.test:81/calls HTTP/1.1\r\n")
                    .contains("Proxy-Authorization: Basic " + Redaction.basic("me", PASSWORD) + "\r\n");
            assertThat(target.settings())
                    .containsEntry("proxy of calls.test", proxy.address() + " by the environment variable http_proxy");
            assertThat(Redaction.of(target).text("a " + PASSWORD + " b " + Redaction.basic("me", PASSWORD)))
                    .isEqualTo("a [redacted] b [redacted]");
        }
    }

    @Test
    void aTunnelHidesTheRequestAndTheTargetDoesNotSeeThePassword() throws Exception {
        Path store = new Certificates(folder).make("peer", "-1d", "dns:calls.test");
        try (RawPeer peer = Certificates.serving(store, null);
                RawPeer proxy = RawPeer.talking((number, out, in) -> tunnel(peer.address(), out, in))) {
            String address = proxy.address().toString().replace("http://", "http://me:Pr0xy+p%40ss@");
            Target target =
                    target("https://calls.test", Map.of("HTTPS_PROXY", address), Map.of("tls.insecure", "true"));
            assertThat(problem(target)).isEmpty();
            assertThat(proxy.heads()).hasSize(1);
            assertThat(proxy.heads().get(0))
                    .startsWith("CONNECT calls.test:443 HTTP/1.1\r\n")
                    .contains("Proxy-Authorization: Basic " + Redaction.basic("me", PASSWORD) + "\r\n");
            assertThat(peer.heads()).hasSize(1);
            assertThat(peer.heads().get(0))
                    .startsWith("POST /calls HTTP/1.1\r\n")
                    .doesNotContainIgnoringCase("proxy-");
        }
    }

    @Test
    void whatAProxySaysIsNotWhatTheTargetSays() throws IOException {
        try (RawPeer proxy = RawPeer.answering("HTTP/1.1 407 No\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")) {
            Map<String, String> environment = Map.of(
                    "HTTP_PROXY",
                    proxy.address().toString(),
                    "HTTPS_PROXY",
                    proxy.address().toString());
            assertThat(problem(target("http://calls.test", environment, Map.of())))
                    .isEqualTo("the proxy " + proxy.address() + " answered 407");
            assertThat(problem(target("https://calls.test", environment, Map.of())))
                    .isEqualTo("the proxy " + proxy.address() + " answered 407");
        }
        Map<String, String> down = Map.of("ALL_PROXY", "127.0.0.1:1");
        assertThat(problem(target("http://calls.test", down, Map.of())))
                .isEqualTo("connection refused (through the proxy http://127.0.0.1:1)");
    }

    @Test
    void noProxyLearnsOfOurOwnReceiver() throws IOException {
        try (RawPeer own = RawPeer.answering(OK);
                RawPeer proxy = RawPeer.answering(OK)) {
            Map<String, String> asked =
                    Map.of("callcheck.proxy", proxy.address().toString());
            Target target = target("http://calls.test", Map.of(), asked);
            Wire wire = new Wire(target, new CallBudget(0));
            wire.warmUp(own.address());
            Sent sent = new Sent("POST", URI.create(target.url(Api.BIRD) + "/calls"), List.of(), "{}");
            assertThat(wire.send(Api.BIRD, "update", sent).answer()).isNotNull();
            assertThat(proxy.heads()).hasSize(1);
            assertThat(proxy.heads().get(0)).contains("calls.test");
            assertThat(own.heads()).isEmpty();
        }
    }

    @Test
    void thisMachineIsReachedWithoutOneUnlessItIsAskedFor() throws IOException {
        try (RawPeer peer = RawPeer.answering(OK);
                RawPeer proxy = RawPeer.answering(OK)) {
            String url = peer.address().toString();
            Map<String, String> environment =
                    Map.of("http_proxy", proxy.address().toString());
            assertThat(problem(target(url, environment, Map.of()))).isEmpty();
            assertThat(peer.heads()).hasSize(1);
            assertThat(proxy.heads()).isEmpty();
            Map<String, String> asked =
                    Map.of("callcheck.proxy", proxy.address().toString());
            Target target = target(url, Map.of(), asked);
            assertThat(problem(target)).isEmpty();
            assertThat(peer.heads()).hasSize(1);
            assertThat(proxy.heads()).hasSize(1);
            assertThat(target.settings())
                    .containsEntry("proxy of 127.0.0.1", proxy.address() + " by proxy")
                    .doesNotContainKey("proxy");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "HTTP_PROXY=p:1 ;; http://calls.test ; p:1",
                "http_proxy=q:1 HTTP_PROXY=p:1 ;; http://calls.test ; q:1",
                "HTTPS_PROXY=p:1 ;; http://calls.test ; -",
                "HTTPS_PROXY=p ;; https://calls.test ; p:80",
                "ALL_PROXY=p:1 ;; https://calls.test ; p:1",
                "HTTP_PROXY=p:1 NO_PROXY=calls.test ;; http://calls.test ; -",
                "HTTP_PROXY=p:1 NO_PROXY=.test ;; http://calls.test ; -",
                "HTTP_PROXY=p:1 no_proxy=a.test,calls.test:80 ;; http://calls.test ; -",
                "HTTP_PROXY=p:1 NO_PROXY=calls.test:81 ;; http://calls.test ; p:1",
                "HTTP_PROXY=p:1 NO_PROXY=alls.test ;; http://calls.test ; p:1",
                "HTTP_PROXY=p:1 NO_PROXY=* ;; http://calls.test ; -",
                "HTTP_PROXY=p:1 NO_PROXY=10.0.0.0/8 ;; http://10.1.2.3 ; -",
                "HTTP_PROXY=p:1 NO_PROXY=10.0.0.0/16 ;; http://10.1.2.3 ; p:1",
                "HTTP_PROXY=p:1 NO_PROXY=10.0.0.0/8 ;; http://10.example.com ; p:1",
                "HTTP_PROXY=p:1 NO_PROXY=fd00::/8 ;; http://[fd00::1] ; -",
                "HTTP_PROXY=p:1 ;; http://localhost:8080 ; -",
                "HTTP_PROXY=p:1 ;; http://127.1.2.3 ; -",
                "HTTP_PROXY=p:1 ;; http://[::1]:80 ; -",
                "HTTP_PROXY=p:1 ; http.proxyHost=q http.proxyPort=2 ; http://calls.test ; q:2",
                "HTTP_PROXY=p:1 ; http.proxyHost=q http.nonProxyHosts=a|*.test ; http://calls.test ; -",
                "HTTP_PROXY=p:1 ; http.proxyHost=q http.nonProxyHosts=*.example ; http://calls.test ; q:80",
                "HTTPS_PROXY=p:1 ; https.proxyHost=q ; https://calls.test ; q:443",
                "HTTP_PROXY=p:1 ; callcheck.proxy=none ; http://calls.test ; -",
                "HTTP_PROXY=p:1 ; callcheck.proxy=http://r:9 ; http://localhost ; r:9",
            })
    void theNearestWordCounts(String environment, String properties, String url, String proxy) {
        Map<String, String> all = map(properties);
        Proxies proxies = new Proxies(all.get("callcheck.proxy"), map(environment), all);
        assertThat(proxies.of(URI.create(url))
                        .map(p -> p.host() + ":" + p.port())
                        .orElse("-"))
                .isEqualTo(proxy);
    }

    @ParameterizedTest
    @CsvSource({"socks5://secret-1@p:1", "https://me:secret-1@p:1", "http://me:secret-1@", "http://me:secret-1@p:70000"
    })
    void oneThatCannotBeSpokenToIsSaidWithoutItsPassword(String address) {
        assertThatThrownBy(() -> target("https://calls.test", Map.of("https_proxy", address), Map.of()))
                .isInstanceOf(TargetException.class)
                .hasMessageContaining("the environment variable https_proxy: expected the address of an HTTP proxy")
                .message()
                .doesNotContain("secret-1");
        assertThatThrownBy(() -> target("https://calls.test", Map.of(), Map.of("callcheck.proxy", address)))
                .isInstanceOf(TargetException.class)
                .hasMessageContaining("proxy: expected the address of an HTTP proxy")
                .message()
                .doesNotContain("secret-1");
        assertThat(target("https://127.0.0.1", Map.of("https_proxy", address), Map.of())
                        .settings())
                .isNotEmpty();
    }

    private static Map<String, String> map(String words) {
        Map<String, String> map = new LinkedHashMap<>();
        for (String word : words == null ? new String[0] : words.split(" ", -1)) {
            int at = word.indexOf('=');
            map.put(word.substring(0, at), word.substring(at + 1));
        }
        return map;
    }

    private static Target target(String url, Map<String, String> environment, Map<String, String> more) {
        Map<String, String> properties = new LinkedHashMap<>(
                Map.of("bird.url", url, "bird.workspace", ID, "bird.channel", ID, "bird.access-key", "the-key"));
        properties.put("callcheck.live", "false");
        properties.putAll(more);
        return new TargetFile(null, environment, properties).read();
    }

    private static String problem(Target target) {
        Sent sent = new Sent("POST", URI.create(target.url(Api.BIRD) + "/calls"), List.of(), "{}");
        Exchange exchange = new Wire(target, new CallBudget(0)).send(Api.BIRD, "update", sent);
        return exchange.answer() == null ? String.valueOf(exchange.problem()) : "";
    }

    private static void tunnel(URI to, OutputStream out, InputStream in) throws IOException {
        out.write("HTTP/1.1 200 Connected\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        try (Socket other = new Socket(to.getHost(), to.getPort())) {
            CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> copy(in, other));
            other.getInputStream().transferTo(out);
            out.close();
            sent.join();
        }
    }

    private static void copy(InputStream in, Socket to) {
        try {
            in.transferTo(to.getOutputStream());
        } catch (IOException e) {
            // The other half of the tunnel has ended.
            try {
                to.close();
            } catch (IOException closing) {
                throw new UncheckedIOException(closing);
            }
        }
    }
}
