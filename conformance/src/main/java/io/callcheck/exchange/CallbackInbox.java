package io.callcheck.exchange;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Our own receiver on this machine: callbacks and documents at unguessable addresses, everything else is 404 before its
 * body is read. It reads at most 64 KiB of a request, and keeps no more than some hundred of one address: whoever
 * floods it fills no memory, and is answered all the same.
 */
public final class CallbackInbox implements AutoCloseable {
    private static final int BOUND = 64 * 1024;
    /** Deliveries to one address that are kept: a hundred times what a call of a lawful target causes. */
    private static final int KEPT = 500;
    /** Characters of them. */
    private static final int ROOM = 512 * 1024;

    private final Receiver receiver;
    private final @Nullable URI publicUrl;
    private final Map<String, Place> places = new ConcurrentHashMap<>();
    private final List<Delivery> deliveries = new ArrayList<>();
    private final Map<String, Filling> fillings = new HashMap<>();
    private final SecureRandom random = new SecureRandom();

    private record Place(String purpose, Reply reply) {}

    /** How full an address is. */
    private record Filling(int count, int size) {}

    private CallbackInbox(@Nullable URI publicUrl, @Nullable InetSocketAddress listen) throws IOException {
        this.publicUrl = publicUrl;
        this.receiver = Receiver.open(listen, new Receiver.Host() {
            @Override
            public Optional<Integer> bound(Incoming head) {
                return places.containsKey(token(head)) ? Optional.of(BOUND) : Optional.empty();
            }

            @Override
            public Reply take(Incoming head, byte[] body) {
                return taken(head, body);
            }
        });
    }

    /**
     * Opens the receiver on the loopback interface, at a free port.
     *
     * @throws IOException when no port can be opened
     */
    public static CallbackInbox open(@Nullable URI publicUrl) throws IOException {
        return open(publicUrl, null);
    }

    /**
     * Opens the receiver.
     *
     * @param publicUrl the address under which the target reaches it, port 0 for the port that it gets; null for its own
     * @param listen where it listens, port 0 for any free one; null for any free port of the loopback interface
     * @throws IOException when it cannot listen there
     */
    public static CallbackInbox open(@Nullable URI publicUrl, @Nullable InetSocketAddress listen) throws IOException {
        return new CallbackInbox(publicUrl, listen);
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
        if (publicUrl == null) {
            return "http://" + receiver.host() + ":" + receiver.port();
        }
        return publicUrl.toString().replaceFirst("^(\\w+://[^/]+):0(?=/|$)", "$1:" + receiver.port());
    }

    /** An address of the receiver for this machine itself, at which there is nothing. */
    public URI nowhere() {
        return URI.create("http://" + receiver.host() + ":" + receiver.port() + "/");
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
        receiver.close();
    }

    private Reply taken(Incoming head, byte[] body) {
        String token = token(head);
        Place place = places.get(token);
        if (place == null) {
            return Reply.status(404);
        }
        Delivery delivery = new Delivery(
                Instant.now(),
                token,
                place.purpose(),
                head.method(),
                head.uri(),
                head.headers(),
                new String(body, StandardCharsets.UTF_8));
        synchronized (deliveries) {
            Filling filling = fillings.getOrDefault(token, new Filling(0, 0));
            if (filling.count() < KEPT && filling.size() < ROOM) {
                fillings.put(token, new Filling(filling.count() + 1, filling.size() + delivery.size()));
                deliveries.add(delivery);
                deliveries.notifyAll();
            }
        }
        return place.reply();
    }

    /** The first segment of the path. */
    private static String token(Incoming head) {
        String[] path = head.uri().replaceFirst("\\?.*", "").split("/", -1);
        return path.length > 1 ? path[1] : "";
    }
}
