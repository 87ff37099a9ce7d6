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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A server without manners: it takes one request a connection and writes whatever it is told to. */
public final class RawPeer implements AutoCloseable {
    private static final int BACKLOG = 200;
    private static final Hearing NOTHING = (number, body, out) -> {};

    private final ServerSocket socket;
    private final String scheme;
    private final boolean deaf;
    private final Hearing hearing;
    private final Conversation conversation;
    private final List<String> heads = new ArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(RawPeer::thread);

    /** What is done with a request that was read. */
    @FunctionalInterface
    public interface Conversation {
        /**
         * Answers.
         *
         * @param number which request it is, counted from 0
         */
        void answer(int number, OutputStream out, InputStream in) throws IOException;
    }

    /** What is done with a request when its body matters. */
    @FunctionalInterface
    public interface Hearing {
        /**
         * Answers.
         *
         * @param number which request it is, counted from 0
         * @param body its body, each byte a character
         */
        void answer(int number, String body, OutputStream out) throws IOException;
    }

    private RawPeer(ServerSocket socket, String scheme, boolean deaf, Hearing hearing, Conversation conversation) {
        this.socket = socket;
        this.scheme = scheme;
        this.deaf = deaf;
        this.hearing = hearing;
        this.conversation = conversation;
        threads.execute(this::accept);
    }

    /** Answers as it is told. */
    public static RawPeer talking(Conversation conversation) throws IOException {
        return new RawPeer(listening(), "http", false, NOTHING, conversation);
    }

    /** The same behind a socket that somebody else made, such as one of TLS. */
    public static RawPeer talking(ServerSocket socket, String scheme, Conversation conversation) {
        return new RawPeer(socket, scheme, false, NOTHING, conversation);
    }

    /** Answers as it is told, by the bodies of the requests. */
    public static RawPeer hearing(Hearing hearing) throws IOException {
        return new RawPeer(listening(), "http", false, hearing, (number, out, in) -> {});
    }

    /** Accepts connections and reads nothing of them. */
    public static RawPeer deaf() throws IOException {
        return new RawPeer(listening(), "http", true, NOTHING, (number, out, in) -> {});
    }

    /** Gives one answer after the other, the last one for ever, and closes the connection after each. */
    public static RawPeer answering(String... answers) throws IOException {
        return talking((number, out, in) ->
                out.write(answers[Math.min(number, answers.length - 1)].getBytes(StandardCharsets.UTF_8)));
    }

    /** Where it is. */
    public URI address() {
        return URI.create(scheme + "://127.0.0.1:" + socket.getLocalPort());
    }

    /** The heads of the requests that came, each a text of lines. */
    public List<String> heads() {
        synchronized (heads) {
            return List.copyOf(heads);
        }
    }

    /** How many connections were made to it. */
    public int connections() {
        return connections.get();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        threads.shutdownNow();
        for (Socket connection : open) {
            connection.close();
        }
    }

    private static ServerSocket listening() throws IOException {
        return new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                open.add(connection);
                connections.incrementAndGet();
                if (!deaf) {
                    threads.execute(() -> serve(connection));
                }
            } catch (IOException e) {
                // The test is over, or the other side has gone: the next connection is another matter.
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            InputStream in = connection.getInputStream();
            String head = head(in);
            if (!head.isEmpty()) {
                String body = new String(in.readNBytes(length(head)), StandardCharsets.ISO_8859_1);
                int number = taken(head);
                hearing.answer(number, body, connection.getOutputStream());
                conversation.answer(number, connection.getOutputStream(), in);
            }
        } catch (IOException e) {
            // The other side has gone.
            return;
        } finally {
            open.remove(connection);
        }
    }

    private int taken(String head) {
        synchronized (heads) {
            heads.add(head);
            return heads.size() - 1;
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "raw-peer");
        thread.setDaemon(true);
        return thread;
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
