package io.callcheck.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server without manners: it takes one request a connection and writes whatever it is told to. */
final class RawPeer implements AutoCloseable {
    private final ServerSocket socket;
    private final Conversation conversation;
    private final List<String> heads = new CopyOnWriteArrayList<>();

    /** What is done with a request that was read. */
    interface Conversation {
        /**
         * Answers.
         *
         * @param number which request it is, counted from 0
         */
        void answer(int number, OutputStream out, InputStream in) throws IOException;
    }

    private RawPeer(Conversation conversation) throws IOException {
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.conversation = conversation;
    }

    /** Answers as it is told. */
    static RawPeer talking(Conversation conversation) throws IOException {
        RawPeer peer = new RawPeer(conversation);
        Thread thread = new Thread(peer::serve, "raw-peer");
        thread.setDaemon(true);
        thread.start();
        return peer;
    }

    /** Gives one answer after the other, the last one for ever, and closes the connection after each. */
    static RawPeer answering(String... answers) throws IOException {
        return talking((number, out, in) ->
                out.write(answers[Math.min(number, answers.length - 1)].getBytes(StandardCharsets.UTF_8)));
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    /** The heads of the requests that came, each a text of lines. */
    List<String> heads() {
        return List.copyOf(heads);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket connection = socket.accept()) {
                InputStream in = connection.getInputStream();
                String head = head(in);
                if (!head.isEmpty()) {
                    in.readNBytes(length(head));
                    heads.add(head);
                    conversation.answer(heads.size() - 1, connection.getOutputStream(), in);
                }
            } catch (IOException e) {
                // The other side has gone, or the test is over: the next connection is another matter.
            }
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            head.write(next);
            if (head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                break;
            }
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    private static int length(String head) {
        for (String line : head.lines().toList()) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                return Integer.parseInt(line.substring(15).strip());
            }
        }
        return 0;
    }
}
