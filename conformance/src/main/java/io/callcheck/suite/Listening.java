package io.callcheck.suite;

import io.callcheck.exchange.TargetException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;

/** Finds a server that was not started before a thousand tests do. */
final class Listening {
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private Listening() {}

    /**
     * Returns when something listens at an address.
     *
     * @throws TargetException when nothing does
     */
    static void at(URI url, Duration patience) {
        int port = url.getPort() >= 0 ? url.getPort() : "https".equals(url.getScheme()) ? HTTPS : HTTP;
        InetSocketAddress address = new InetSocketAddress(url.getHost().replaceAll("[\\[\\]]", ""), port);
        try (Socket socket = new Socket()) {
            socket.connect(address, Math.toIntExact(patience.toMillis()));
        } catch (IOException e) {
            throw new TargetException(
                    "nothing listens at " + url + ": was the server started? (" + e.getMessage() + ")");
        }
    }
}
