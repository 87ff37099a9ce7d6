package io.callcheck.exchange;

import java.util.Map;
import java.util.Properties;

/**
 * What the JDK lets nobody say of one client: its system properties hold for all clients of the JVM, and are read once,
 * with the first of them.
 */
final class ClientProperties {
    private static final Map<String, String> WANTED = Map.of(
            // The JDK's client repeats a GET on its own otherwise: then the evidence would not be the wire.
            "jdk.httpclient.redirects.retrylimit",
            "1",
            // Shorter than any server keeps an idle connection: a create never goes out on one that may be dying.
            "jdk.httpclient.keepalive.timeout",
            "2",
            // The JDK sends no password to a proxy over which it tunnels otherwise.
            "jdk.http.auth.tunneling.disabledSchemes",
            "");

    private ClientProperties() {}

    /** Sets those that nobody else gave. */
    static void set(Properties properties) {
        WANTED.forEach(properties::putIfAbsent);
    }
}
