package io.callcheck.bench;

import io.callcheck.exchange.Answer;
import io.callcheck.exchange.Exchange;
import io.callcheck.exchange.Header;
import io.callcheck.exchange.Sent;
import io.callcheck.exchange.SharedItems;
import io.callcheck.fixtures.ReferenceServer;
import io.callcheck.fixtures.Settings;
import io.callcheck.spec.Api;
import io.callcheck.verdict.Run;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The requests of a run, sent once more by the JDK's client and nothing else.
 *
 * @param requests the requests, credentials put back
 */
record Replay(List<HttpRequest> requests) {
    /** As many threads as send for the kit: four for each API. */
    private static final int SENDERS = 8;

    static Replay of(Run run, Settings settings) {
        String user =
                settings.signalwire().account() + ":" + settings.signalwire().token();
        String basic = "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
        List<HttpRequest> requests = new ArrayList<>();
        for (Run.ExchangeInfo info : run.exchanges()) {
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            URI.create(info.request().url()))
                    .method(
                            info.request().method(),
                            info.request().body().isEmpty()
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofString(
                                            info.request().body()));
            for (List<String> header : info.request().headers()) {
                if (!header.get(0).equalsIgnoreCase("authorization")) {
                    request.header(header.get(0), header.get(1));
                }
            }
            boolean bird = info.api().equals(Api.BIRD.id());
            request.header(
                    "Authorization", bird ? "AccessKey " + settings.bird().accessKey() : basic);
            requests.add(request.build());
        }
        return new Replay(requests);
    }

    /** How long it takes. */
    double millis() {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        try {
            long start = System.nanoTime();
            List<CompletableFuture<Void>> pending = new ArrayList<>();
            for (HttpRequest request : requests) {
                pending.add(CompletableFuture.runAsync(
                        () -> client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray())
                                .join(),
                        senders));
            }
            pending.forEach(CompletableFuture::join);
            return (System.nanoTime() - start) / 1e6;
        } finally {
            senders.shutdownNow();
        }
    }

    /** The exchanges of one API, as they were before they were written. */
    static List<Exchange> exchanges(Run run, Api api) {
        List<Exchange> exchanges = new ArrayList<>();
        SharedItems items = new SharedItems();
        for (Run.ExchangeInfo info : run.exchanges()) {
            Run.ResponseInfo response = info.response();
            if (info.api().equals(api.id()) && response != null) {
                exchanges.add(new Exchange(
                        api,
                        info.operation(),
                        Instant.parse(info.at()),
                        new Sent(
                                info.request().method(),
                                URI.create(info.request().url()),
                                List.of(),
                                info.request().body()),
                        new Answer(
                                response.status(),
                                response.headers().stream()
                                        .map(h -> new Header(h.get(0), h.get(1)))
                                        .toList(),
                                response.body().getBytes(StandardCharsets.UTF_8),
                                false,
                                0,
                                items),
                        null));
            }
        }
        return exchanges;
    }

    /** The settings of a target that is the server. */
    static Map<String, String> keys(ReferenceServer server) {
        Settings settings = server.settings();
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("signalwire.url", server.baseUrl() + "/api/laml/2010-04-01");
        keys.put("signalwire.account", settings.signalwire().account());
        keys.put("signalwire.token", settings.signalwire().token());
        keys.put("signalwire.from", settings.signalwire().from());
        List<String> names = List.of("answered", "busy", "no-answer", "failed", "ringing", "machine");
        names.forEach(name -> keys.put("signalwire.to." + name, "+1500555000" + (names.indexOf(name) + 1)));
        keys.put("signalwire.stream-url", "wss://127.0.0.1:9/audio");
        keys.put("signalwire.signing-key", settings.signalwire().signingKey());
        keys.put("bird.url", server.baseUrl());
        keys.put("bird.workspace", settings.bird().workspace());
        keys.put("bird.channel", settings.bird().channel());
        keys.put("bird.access-key", settings.bird().accessKey());
        keys.put("bird.from", settings.signalwire().from());
        keys.put("bird.to.answered", "+15005550001");
        keys.put("bird.to.ringing", "+15005550005");
        return keys;
    }
}
