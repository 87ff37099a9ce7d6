package io.callcheck.exchange;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A proxy that is spoken to in plain HTTP.
 *
 * @param host its host
 * @param port its port
 * @param user who we are to it; empty for nobody
 * @param password the password of that user
 * @param source what named it, for people
 */
record Proxy(String host, int port, String user, String password, String source) {
    private static final int PORT = 80;

    /**
     * The proxy of an address such as {@code http://user:password@host:3128} or {@code host:3128}.
     *
     * @throws TargetException when it is none that we can speak to
     */
    static Proxy of(String address, String source) {
        URI uri = parsed(address.contains("://") ? address : "http://" + address);
        if (uri == null
                || uri.getHost() == null
                || !"http".equalsIgnoreCase(uri.getScheme())
                || uri.getPort() > 65_535) {
            // The value itself may hold a password.
            throw new TargetException(source + ": expected the address of an HTTP proxy such as http://127.0.0.1:3128");
        }
        String info = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
        int colon = info.indexOf(':');
        return new Proxy(
                uri.getHost(),
                uri.getPort() < 0 ? PORT : uri.getPort(),
                decoded(colon < 0 ? info : info.substring(0, colon)),
                decoded(colon < 0 ? "" : info.substring(colon + 1)),
                source);
    }

    /** Whether that is such an address. */
    static boolean right(String address) {
        URI uri = parsed(address);
        return uri != null && "http".equals(uri.getScheme()) && uri.getHost() != null && uri.getPort() < 65_536;
    }

    /** Leaves out the credentials. */
    @Override
    public String toString() {
        return address() + " by " + source;
    }

    /** Its address, without credentials. */
    String address() {
        return "http://" + host + ":" + port;
    }

    private static @Nullable URI parsed(String address) {
        try {
            return URI.create(address);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** A plus is a plus here. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
