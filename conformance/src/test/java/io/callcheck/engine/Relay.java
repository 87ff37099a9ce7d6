package io.callcheck.engine;

import io.callcheck.exchange.RawPeer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/** Hands requests on to another server, but for those that get lost on the way. */
final class Relay implements AutoCloseable {
    private static final Set<String> HANDED =
            Set.of("authorization", "content-type", "accept", "x-signalwire-signature");
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final CountDownLatch over = new CountDownLatch(1);
    private final List<String> lost = new ArrayList<>();
    private final URI to;
    private final Predicate<String> loses;
    private final RawPeer peer;

    private Relay(URI to, String answer, Predicate<String> loses) throws IOException {
        this.to = to;
        this.loses = loses;
        AtomicReference<RawPeer> self = new AtomicReference<>();
        this.peer = RawPeer.hearing((number, body, out) -> {
            String head = Objects.requireNonNull(self.get()).heads().get(number);
            if (lost(head + body)) {
                hide(answer, out);
            } else {
                out.write(handed(head, body));
            }
        });
        self.set(peer);
    }

    /** One that answers what it loses, so that nobody sends it again. */
    static Relay swallowing(URI to, Predicate<String> loses) throws IOException {
        return new Relay(to, "200", loses);
    }

    /** One that never answers what it loses. */
    static Relay holding(URI to, Predicate<String> loses) throws IOException {
        return new Relay(to, "", loses);
    }

    /** One that says of what it loses that it cannot at the moment. */
    static Relay puttingOff(URI to, Predicate<String> loses) throws IOException {
        return new Relay(to, "503", loses);
    }

    URI address() {
        return peer.address();
    }

    /** How many requests got lost. */
    int lost() {
        synchronized (lost) {
            return lost.size();
        }
    }

    @Override
    public void close() throws IOException {
        over.countDown();
        peer.close();
    }

    private boolean lost(String request) {
        synchronized (lost) {
            boolean is = loses.test(request);
            if (is) {
                lost.add(request);
            }
            return is;
        }
    }

    private void hide(String answer, OutputStream out) throws IOException {
        try {
            if (answer.isEmpty()) {
                over.await();
            } else {
                out.write(("HTTP/1.1 " + answer + " \r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
            }
        } catch (InterruptedException e) {
            throw new InterruptedIOException("the test is over");
        }
    }

    private byte[] handed(String head, String body) throws IOException {
        String[] lines = head.split("\r\n", -1);
        String[] first = lines[0].split(" ", -1);
        HttpRequest.Builder request = HttpRequest.newBuilder(to.resolve(first[1]))
                .method(first[0], HttpRequest.BodyPublishers.ofString(body, StandardCharsets.ISO_8859_1));
        for (String line : lines) {
            int colon = line.indexOf(':');
            if (colon > 0 && HANDED.contains(line.substring(0, colon).toLowerCase(Locale.ROOT))) {
                request.header(
                        line.substring(0, colon), line.substring(colon + 1).strip());
            }
        }
        try {
            return written(client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (InterruptedException e) {
            throw new InterruptedIOException("the test is over");
        }
    }

    private static byte[] written(HttpResponse<byte[]> answer) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + answer.statusCode() + " \r\nConnection: close\r\n");
        answer.headers()
                .firstValue("content-type")
                .ifPresent(v -> head.append("Content-Type: ").append(v).append("\r\n"));
        if (answer.statusCode() != 204) {
            head.append("Content-Length: ").append(answer.body().length).append("\r\n");
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        all.writeBytes(answer.body());
        return all.toByteArray();
    }
}
