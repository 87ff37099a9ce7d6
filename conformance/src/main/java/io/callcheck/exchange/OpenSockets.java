package io.callcheck.exchange;

import java.net.Socket;
import java.util.LinkedHashMap;
import java.util.Map;

/** The connections to our receiver, of which there is room for some. */
final class OpenSockets implements AutoCloseable {
    private static final int MOST = 128;

    /** Whether each has sent all of a request, the one that began the youngest last. */
    private final Map<Socket, Boolean> open = new LinkedHashMap<>();

    private boolean closed;

    /** Takes one in the place of the oldest that has not sent all of a request; after the end it is shut. */
    synchronized void add(Socket connection) {
        if (closed) {
            shut(connection);
            return;
        }
        if (open.size() >= MOST) {
            long answering = open.values().stream().filter(c -> c).count();
            // Answers that are held back could take every place as well.
            Socket oldest = open.entrySet().stream()
                    .filter(e -> !e.getValue() || answering > MOST / 2)
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElseGet(() -> open.keySet().iterator().next());
            open.remove(oldest);
            shut(oldest);
        }
        open.put(connection, false);
    }

    /** A connection begins a request, as the youngest of all, or has sent all of one. */
    synchronized void mark(Socket connection, boolean complete) {
        if (open.remove(connection) != null) {
            open.put(connection, complete);
        }
    }

    /** Forgets one that is over. */
    synchronized void remove(Socket connection) {
        open.remove(connection);
    }

    /** Shuts them all, and those that come yet. */
    @Override
    public synchronized void close() {
        closed = true;
        open.keySet().forEach(OpenSockets::shut);
    }

    /** Closes something that may be closed already. */
    static void shut(AutoCloseable connection) {
        try {
            connection.close();
        } catch (Exception e) {
            // It is gone all the same.
            return;
        }
    }
}
