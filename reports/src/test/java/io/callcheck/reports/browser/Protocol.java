package io.callcheck.reports.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The DevTools protocol: a command and its result, and events as they come. */
final class Protocol implements WebSocket.Listener {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SECONDS = 30;

    private final AtomicInteger ids = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<JsonNode>> expected = new ConcurrentHashMap<>();
    private final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private final StringBuilder part = new StringBuilder();
    private final CompletableFuture<WebSocket> socket = new CompletableFuture<>();

    private Protocol() {}

    static Protocol to(URI address) {
        Protocol protocol = new Protocol();
        protocol.socket.complete(HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address, protocol)
                .join());
        return protocol;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket web, CharSequence text, boolean last) {
        part.append(text);
        if (last) {
            String message = part.toString();
            part.setLength(0);
            take(message);
        }
        web.request(1);
        return null;
    }

    private void take(String message) {
        JsonNode node;
        try {
            node = JSON.readTree(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        if (!node.has("id")) {
            events.add(node);
            CompletableFuture<JsonNode> future = expected.remove(
                    node.path("sessionId").asText() + node.path("method").asText());
            if (future != null) {
                future.complete(node.path("params"));
            }
            return;
        }
        CompletableFuture<JsonNode> future = waiting.remove(node.path("id").asInt());
        if (future != null && node.has("error")) {
            future.completeExceptionally(
                    new IllegalStateException(node.path("error").toString()));
        } else if (future != null) {
            future.complete(node.path("result"));
        }
    }

    /** Sends a command and waits for its result. */
    JsonNode call(String session, String method, Map<String, ?> parameters) {
        int id = ids.incrementAndGet();
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("id", id);
        message.put("method", method);
        message.put("params", parameters);
        if (!session.isEmpty()) {
            message.put("sessionId", session);
        }
        CompletableFuture<JsonNode> future = new CompletableFuture<>();
        waiting.put(id, future);
        try {
            socket.join().sendText(JSON.writeValueAsString(message), true).join();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        return future.orTimeout(SECONDS, TimeUnit.SECONDS).join();
    }

    /** An event that is still to come; asked for before what brings it about. */
    CompletableFuture<JsonNode> next(String session, String method) {
        CompletableFuture<JsonNode> future = new CompletableFuture<>();
        expected.put(session + method, future);
        return future.orTimeout(SECONDS, TimeUnit.SECONDS);
    }

    /** What came of a kind so far. */
    List<JsonNode> events(String session, String method) {
        return events.stream()
                .filter(e -> e.path("sessionId").asText().equals(session)
                        && e.path("method").asText().equals(method))
                .map(e -> e.path("params"))
                .toList();
    }

    void close() {
        socket.join().abort();
    }
}
