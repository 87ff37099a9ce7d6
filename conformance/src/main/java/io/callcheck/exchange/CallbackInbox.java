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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
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
    private static final int WORKERS = 4;

    private final HttpServer server;
    private final ScheduledExecutorService workers = Executors.newScheduledThreadPool(WORKERS, CallbackInbox::worker);
    private final @Nullable URI publicUrl;
    private final Map<String, Place> places = new ConcurrentHashMap<>();
    private final List<Delivery> deliveries = new ArrayList<>();
    private final SecureRandom random = new SecureRandom();

    private record Place(String purpose, Reply reply) {}

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
        return address(purpose, Reply.document(document));
    }

    /**
     * A new address.
     *
     * @param purpose what it is for, without a slash; the last segment of the address
     * @param reply what it answers, each time
     */
    public String address(String purpose, Reply reply) {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        String token = HexFormat.of().formatHex(bytes);
        places.put(token, new Place(purpose, reply));
        return base() + "/" + token + "/" + purpose;
    }

    /** What all addresses begin with, without a slash at its end: the address under which the target reaches us. */
    public String base() {
        return publicUrl == null ? "http://127.0.0.1:" + server.getAddress().getPort() : publicUrl.toString();
    }

    /** The unguessable part of an address that was given out here. */
    public static String token(String address) {
        String[] segments = address.split("/", -1);
        return segments[segments.length - 2];
    }

    /** What came so far, in order. */
    public List<Delivery> deliveries() {
        synchronized (deliveries) {
            return List.copyOf(deliveries);
        }
    }

    /**
     * Waits until what came to some addresses is as it should be.
     *
     * @param tokens the tokens of the addresses
     * @param until looks at what came to them, in order
     * @param longest how long to wait at most
     * @return what came to them by then, whether it is so or not
     * @throws InterruptedException when the run is cut short
     */
    public List<Delivery> await(Set<String> tokens, Predicate<List<Delivery>> until, Duration longest)
            throws InterruptedException {
        long deadline = System.nanoTime() + longest.toNanos();
        synchronized (deliveries) {
            while (true) {
                List<Delivery> came = deliveries.stream()
                        .filter(d -> tokens.contains(d.token()))
                        .toList();
                long left = deadline - System.nanoTime();
                if (until.test(came) || left <= 0) {
                    return came;
                }
                TimeUnit.NANOSECONDS.timedWait(deliveries, left);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    private void receive(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().split("/", -1);
        Place place = path.length > 1 ? places.get(path[1]) : null;
        byte[] body = exchange.getRequestBody().readNBytes(BOUND);
        if (place == null) {
            answer(exchange, Reply.status(404));
            return;
        }
        List<Header> headers = new ArrayList<>();
        exchange.getRequestHeaders().forEach((name, values) -> values.forEach(v -> headers.add(new Header(name, v))));
        Delivery delivery = new Delivery(
                Instant.now(),
                path[1],
                place.purpose(),
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                List.copyOf(headers),
                new String(body, StandardCharsets.UTF_8));
        synchronized (deliveries) {
            deliveries.add(delivery);
            deliveries.notifyAll();
        }
        if (place.reply().delay().isZero()) {
            answer(exchange, place.reply());
        } else {
            hold(exchange, place.reply());
        }
    }

    /** No worker waits for the time of a late answer. */
    private void hold(HttpExchange exchange, Reply reply) {
        try {
            Future<?> unused = workers.schedule(
                    () -> {
                        answer(exchange, reply);
                        return null;
                    },
                    reply.delay().toMillis(),
                    TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // The receiver is being closed, and with it every connection.
            exchange.close();
        }
    }

    private static void answer(HttpExchange exchange, Reply reply) throws IOException {
        try (exchange) {
            if (reply.status() == 0) {
                return;
            }
            if (reply.type().isEmpty()) {
                exchange.sendResponseHeaders(reply.status(), -1);
                return;
            }
            byte[] bytes = reply.body().getBytes(StandardCharsets.ISO_8859_1);
            exchange.getResponseHeaders().add("Content-Type", reply.type());
            exchange.sendResponseHeaders(reply.status(), bytes.length);
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
