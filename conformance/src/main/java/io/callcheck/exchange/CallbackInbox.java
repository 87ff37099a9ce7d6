package io.callcheck.exchange;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Our own receiver on this machine: callbacks and documents at unguessable addresses, everything else is 404. It reads
 * at most 64 KiB of a request.
 */
public final class CallbackInbox implements AutoCloseable {
    static {
        // The JDK's server waits 40 ms with each answer otherwise.
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
    }

    private static final int BOUND = 64 * 1024;

    private final HttpServer server;
    private final ExecutorService workers = Executors.newFixedThreadPool(2, CallbackInbox::worker);
    private final @Nullable URI publicUrl;
    private final Map<String, String> contents = new ConcurrentHashMap<>();
    private final List<Delivery> deliveries = new ArrayList<>();
    private final SecureRandom random = new SecureRandom();

    private CallbackInbox(HttpServer server, @Nullable URI publicUrl) {
        this.server = server;
        this.publicUrl = publicUrl;
    }

    /**
     * Opens the receiver on the loopback interface, at a free port.
     *
     * @throws IOException when no port can be opened
     */
    public static CallbackInbox open(@Nullable URI publicUrl) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        CallbackInbox inbox = new CallbackInbox(server, publicUrl);
        server.setExecutor(inbox.workers);
        server.createContext("/", inbox::receive);
        server.start();
        return inbox;
    }

    /** A new address that answers with the given document, or with nothing when it is empty. */
    public String address(String purpose, String document) {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        String token = HexFormat.of().formatHex(bytes);
        contents.put(token, document);
        String base =
                publicUrl == null ? "http://127.0.0.1:" + server.getAddress().getPort() : publicUrl.toString();
        return base + "/" + token + "/" + purpose;
    }

    /** What came so far, in order. */
    public List<Delivery> deliveries() {
        synchronized (deliveries) {
            return List.copyOf(deliveries);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            String[] path = exchange.getRequestURI().getPath().split("/", -1);
            String document = path.length > 1 ? contents.get(path[1]) : null;
            byte[] body = exchange.getRequestBody().readNBytes(BOUND);
            if (document == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            List<Header> headers = new ArrayList<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> values.forEach(v -> headers.add(new Header(name, v))));
            synchronized (deliveries) {
                deliveries.add(new Delivery(
                        Instant.now(),
                        path[1],
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().toString(),
                        List.copyOf(headers),
                        new String(body, StandardCharsets.UTF_8)));
            }
            if (document.isEmpty()) {
                exchange.sendResponseHeaders(204, -1);
                return;
            }
            byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/xml");
            exchange.sendResponseHeaders(200, bytes.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        }
    }

    private static Thread worker(Runnable work) {
        Thread thread = new Thread(work, "callcheck-inbox");
        thread.setDaemon(true);
        return thread;
    }
}
