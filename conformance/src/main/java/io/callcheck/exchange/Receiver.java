package io.callcheck.exchange;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A small HTTP/1 server that nobody can keep busy: a thread a connection, a bound to their number, and a bound to the
 * time of each request. When there are too many, the oldest goes that has not sent all of a request, so that an honest
 * sender finds a place however many others hold theirs, even at addresses that are there.
 */
final class Receiver implements AutoCloseable {
    private static final int BACKLOG = 256;
    /** A request of the longest body at the slowest line that anybody has. */
    private static final Duration REQUEST = Duration.ofSeconds(10);

    private static final Duration IDLE = Duration.ofSeconds(60);
    /** What is still read after a refusal, so that the sender can read it: a closed socket takes the answer with it. */
    private static final int LEFTOVER = 256 * 1024;

    private static final Duration LINGER = Duration.ofMillis(500);

    /** A machine with other work to do takes as long to wake a thread. */
    private static final Duration END = Duration.ofSeconds(2);

    private static final Duration RESPITE = Duration.ofMillis(20);

    private final CountDownLatch closing = new CountDownLatch(1);
    private final ServerSocket socket;
    private final Host host;
    private final OpenSockets open = new OpenSockets();
    private final ExecutorService threads = Executors.newCachedThreadPool(Receiver::thread);
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(Receiver::thread);

    /** Knows what is there. */
    interface Host {
        /** How much of a body is kept; nothing when there is nothing at that address. */
        Optional<Integer> bound(Incoming head);

        /** Takes a request and says what is answered. */
        Reply take(Incoming head, byte[] body);
    }

    private Receiver(ServerSocket socket, Host host) {
        this.socket = socket;
        this.host = host;
    }

    /**
     * Opens it.
     *
     * @param listen the address of this machine, port 0 for any free one; null for any free port of loopback
     * @throws IOException when it cannot listen there
     */
    static Receiver open(@Nullable InetSocketAddress listen, Host host) throws IOException {
        InetAddress address = listen == null ? InetAddress.getLoopbackAddress() : listen.getAddress();
        if (listen != null && address == null) {
            throw new IOException("callbacks.listen: there is no host " + listen.getHostString());
        }
        Receiver receiver = new Receiver(bound(address, listen == null ? 0 : listen.getPort()), host);
        receiver.threads.execute(receiver::accept);
        return receiver;
    }

    private static ServerSocket bound(InetAddress address, int port) throws IOException {
        try {
            return new ServerSocket(port, BACKLOG, address);
        } catch (IOException e) {
            throw new IOException(
                    "callbacks.listen: our receiver cannot listen at " + address.getHostAddress() + ", port " + port
                            + ": " + e.getMessage(),
                    e);
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    /** An address of this machine that reaches it, in an URL. */
    String host() {
        InetAddress address = socket.getInetAddress();
        if (address.isAnyLocalAddress()) {
            return "127.0.0.1";
        }
        return address instanceof Inet6Address ? "[" + address.getHostAddress() + "]" : address.getHostAddress();
    }

    @Override
    public void close() {
        closing.countDown();
        clock.shutdownNow();
        threads.shutdownNow();
        OpenSockets.shut(socket);
        open.close();
        try {
            // The system gives the port back when nobody waits at it any more, and the next run may have the same one.
            threads.awaitTermination(END.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                open.add(connection);
                threads.execute(() -> serve(connection));
            } catch (IOException | RuntimeException e) {
                // Closed, or the machine has nothing left for one more connection: the next one may be luckier.
                if (over(RESPITE)) {
                    return;
                }
            }
        }
    }

    /** Whether the receiver is closed within some time. */
    private boolean over(Duration longest) {
        try {
            return closing.await(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(connection.getInputStream());
            boolean more = true;
            while (more) {
                connection.setSoTimeout((int) IDLE.toMillis());
                in.mark(1);
                if (in.read() < 0) {
                    return;
                }
                in.reset();
                open.mark(connection, false);
                // Time is bound from outside: a reader that gets a byte a second never times out by itself.
                Future<?> late =
                        clock.schedule(() -> OpenSockets.shut(connection), REQUEST.toMillis(), TimeUnit.MILLISECONDS);
                more = one(connection, in, late);
                late.cancel(false);
            }
        } catch (IOException | RuntimeException e) {
            // The sender broke off, or made no sense, or had to go: nobody is owed an answer.
            return;
        } finally {
            open.remove(connection);
        }
    }

    /** Takes one request; whether another one may follow. */
    private boolean one(Socket connection, InputStream in, Future<?> late) throws IOException {
        Incoming head;
        try {
            head = Incoming.read(in).orElse(null);
        } catch (IOException e) {
            refuse(connection, in, Reply.status(400));
            return false;
        }
        if (head == null) {
            return false;
        }
        int bound = host.bound(head).orElse(-1);
        if (bound < 0) {
            refuse(connection, in, Reply.status(404));
            return false;
        }
        OutputStream out = connection.getOutputStream();
        if (head.expectant()) {
            out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
        }
        Incoming.Body body;
        try {
            body = head.body(in, bound);
        } catch (IOException e) {
            refuse(connection, in, Reply.status(400));
            return false;
        }
        late.cancel(false);
        open.mark(connection, true);
        Reply reply = host.take(head, body.bytes());
        boolean more = body.whole() && head.persistent();
        if (!reply.delay().isZero()) {
            hold(reply.delay());
        }
        if (reply.status() == 0) {
            return false;
        }
        out.write(written(reply, more, head.method().equals("HEAD")));
        open.mark(connection, false);
        if (!more) {
            linger(connection, in);
        }
        return more;
    }

    private static void refuse(Socket connection, InputStream in, Reply reply) throws IOException {
        connection.getOutputStream().write(written(reply, false, false));
        linger(connection, in);
    }

    private static void linger(Socket connection, InputStream in) throws IOException {
        connection.shutdownOutput();
        connection.setSoTimeout((int) LINGER.toMillis());
        byte[] part = new byte[4096];
        int left = LEFTOVER;
        for (int read = in.read(part); read >= 0 && left > 0; read = in.read(part)) {
            left -= read;
        }
    }

    private static byte[] written(Reply reply, boolean more, boolean headAlone) {
        String body = reply.type().isEmpty() ? "" : reply.body();
        StringBuilder text =
                new StringBuilder("HTTP/1.1 ").append(reply.status()).append(" \r\n");
        if (!reply.type().isEmpty()) {
            text.append("Content-Type: ").append(reply.type()).append("\r\n");
        }
        if (reply.status() != 204) {
            text.append("Content-Length: ").append(body.length()).append("\r\n");
        }
        text.append(more ? "\r\n" : "Connection: close\r\n\r\n");
        return (headAlone ? text : text.append(body)).toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Holds an answer back; no condition but the end of the receiver cuts that short. */
    private void hold(Duration held) throws IOException {
        if (over(held)) {
            throw new IOException("the receiver is being closed");
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "callcheck-inbox");
        thread.setDaemon(true);
        return thread;
    }
}
