package io.callcheck.hostile;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** One connection to our receiver, over which anything may be sent. */
final class Sender implements AutoCloseable {
    private static final int LONGEST_MILLIS = 20_000;

    private final Socket socket;

    Sender(String address) throws IOException {
        this.socket =
                new Socket(InetAddress.getLoopbackAddress(), URI.create(address).getPort());
        socket.setSoTimeout(LONGEST_MILLIS);
    }

    /** A whole callback as an honest target sends it. */
    static String callback(String address, String body) {
        return head("POST", address, "Connection: close\r\nContent-Length: " + body.length() + "\r\n") + body;
    }

    /** A head; each of the headers ends with its line. */
    static String head(String method, String address, String headers) {
        URI uri = URI.create(address);
        return method + " " + uri.getRawPath() + " HTTP/1.1\r\nHost: " + uri.getAuthority() + "\r\n" + headers + "\r\n";
    }

    /** Sends a request over a connection of its own; the status of the answer, 0 when none came. */
    static int status(String address, String request) throws IOException {
        try (Sender sender = new Sender(address)) {
            sender.say(request);
            return sender.status();
        }
    }

    void say(String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    /** The status of the next answer; 0 when the connection ended before it. */
    int status() throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder line = new StringBuilder();
        try {
            for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
                line.append((char) next);
            }
        } catch (SocketException e) {
            // A reset is an end like another.
            return 0;
        }
        return line.length() < 12 ? 0 : Integer.parseInt(line.substring(9, 12));
    }

    /** Reads on to the end of a head. */
    void skipHead() throws IOException {
        int length = 1;
        while (length > 0) {
            length = 0;
            for (int next = socket.getInputStream().read(); next >= 0 && next != '\n'; ) {
                length += next == '\r' ? 0 : 1;
                next = socket.getInputStream().read();
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
