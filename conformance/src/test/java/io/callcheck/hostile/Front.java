package io.callcheck.hostile;

import io.callcheck.exchange.RawPeer;
import io.callcheck.fixtures.ReferenceServer;
import io.callcheck.fixtures.Settings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The reference server behind a front that hands requests on, or does something else.
 *
 * @param server the server
 * @param peer the front
 */
record Front(ReferenceServer server, RawPeer peer) implements AutoCloseable {
    private static final double SPEED = 10;

    /** Does something else with a request. */
    @FunctionalInterface
    interface Whim {
        /**
         * Does it.
         *
         * @return whether it is done, and the request is not to be handed on
         */
        boolean takes(int number, OutputStream out) throws IOException;
    }

    static Front of(Whim whim) throws IOException {
        return of(whim, false);
    }

    /** One that speaks HTTP/1.0: no length, no chunks, the end of a body is that of its connection. */
    static Front old() throws IOException {
        return of((number, out) -> false, true);
    }

    private static Front of(Whim whim, boolean old) throws IOException {
        ReferenceServer server =
                ReferenceServer.start(Settings.defaults().withPort(0).withSpeed(SPEED));
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        AtomicReference<RawPeer> self = new AtomicReference<>();
        RawPeer peer = RawPeer.hearing((number, body, out) -> {
            if (!whim.takes(number, out)) {
                out.write(handed(
                        client,
                        server.baseUrl(),
                        Objects.requireNonNull(self.get()).heads().get(number),
                        body,
                        old));
            }
        });
        self.set(peer);
        return new Front(server, peer);
    }

    /** Its keys beyond those of any target here. */
    Map<String, String> keys() {
        Settings settings = server.settings();
        return Map.of(
                "signalwire.account", settings.signalwire().account(),
                "signalwire.token", settings.signalwire().token(),
                "signalwire.from", settings.signalwire().from(),
                "signalwire.signing-key", settings.signalwire().signingKey(),
                "bird.workspace", settings.bird().workspace(),
                "bird.channel", settings.bird().channel(),
                "bird.access-key", settings.bird().accessKey());
    }

    @Override
    public void close() throws IOException {
        peer.close();
        server.close();
    }

    private static byte[] handed(HttpClient client, String server, String head, String body, boolean old)
            throws IOException {
        String[] lines = head.split("\r\n", -1);
        String[] first = lines[0].split(" ", -1);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + first[1]))
                .method(first[0], HttpRequest.BodyPublishers.ofString(body, StandardCharsets.ISO_8859_1));
        for (String line : lines) {
            if (line.regionMatches(true, 0, "authorization:", 0, 14)
                    || line.regionMatches(true, 0, "content-type:", 0, 13)
                    || line.regionMatches(true, 0, "accept:", 0, 7)) {
                int colon = line.indexOf(':');
                request.header(
                        line.substring(0, colon), line.substring(colon + 1).strip());
            }
        }
        try {
            return written(client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()), old);
        } catch (InterruptedException e) {
            throw new InterruptedIOException("the test is over");
        }
    }

    private static byte[] written(HttpResponse<byte[]> answer, boolean old) {
        StringBuilder head = new StringBuilder((old ? "HTTP/1.0 " : "HTTP/1.1 ")
                + answer.statusCode()
                + (old ? " \r\n" : " \r\nConnection: close\r\n"));
        answer.headers()
                .firstValue("content-type")
                .ifPresent(v -> head.append("Content-Type: ").append(v).append("\r\n"));
        if (answer.statusCode() != 204 && !old) {
            head.append("Content-Length: ").append(answer.body().length).append("\r\n");
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        all.writeBytes(answer.body());
        return all.toByteArray();
    }
}
