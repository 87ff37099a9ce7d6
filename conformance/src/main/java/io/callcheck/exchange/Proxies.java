package io.callcheck.exchange;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which proxy a request goes through: the one that the target file names, else that of the JVM's properties
 * ({@code http.proxyHost}, {@code https.proxyHost}, {@code http.nonProxyHosts}), else that of the environment
 * ({@code HTTP_PROXY}, {@code HTTPS_PROXY}, {@code ALL_PROXY}, {@code NO_PROXY}, in either case). What is on this machine
 * is reached without one, unless the target file names it.
 */
public final class Proxies {
    /** No proxy at all. */
    static final Proxies NONE = new Proxies("none", Map.of(), Map.of());

    /** In the target file: no proxy, whatever the environment says. */
    static final String WITHOUT = "none";

    private final @Nullable String asked;
    private final Map<String, String> environment;
    private final Map<String, String> properties;

    /** @param asked what the target file says: an address, none, or null for nothing */
    Proxies(@Nullable String asked, Map<String, String> environment, Map<String, String> properties) {
        this.asked = asked;
        this.environment = Map.copyOf(environment);
        this.properties = Map.copyOf(properties);
    }

    /**
     * The proxy on the way to an address.
     *
     * @throws TargetException when something names one that we cannot speak to
     */
    Optional<Proxy> of(URI to) {
        if (asked != null) {
            return asked.equals(WITHOUT) ? Optional.empty() : Optional.of(Proxy.of(asked, "proxy"));
        }
        String host = Unproxied.plain(to.getHost());
        if (Unproxied.loopback(host)) {
            return Optional.empty();
        }
        String scheme = to.getScheme().toLowerCase(Locale.ROOT);
        String named = properties.getOrDefault(scheme + ".proxyHost", "");
        if (!named.isEmpty()) {
            String port = properties.getOrDefault(scheme + ".proxyPort", scheme.equals("https") ? "443" : "80");
            return Unproxied.byProperty(properties.getOrDefault("http.nonProxyHosts", ""), host)
                    ? Optional.empty()
                    : Optional.of(Proxy.of(named + ":" + port, "-D" + scheme + ".proxyHost"));
        }
        for (String name : List.of(scheme + "_proxy", "all_proxy")) {
            for (String variable : List.of(name, name.toUpperCase(Locale.ROOT))) {
                String value = environment.getOrDefault(variable, "");
                if (!value.isBlank()) {
                    String without = environment.getOrDefault("no_proxy", environment.getOrDefault("NO_PROXY", ""));
                    return Unproxied.byVariable(without, host, port(to))
                            ? Optional.empty()
                            : Optional.of(Proxy.of(value.strip(), "the environment variable " + variable));
                }
            }
        }
        return Optional.empty();
    }

    /** The same for the JDK's client. */
    ProxySelector selector() {
        return new Selector(this);
    }

    private static int port(URI to) {
        return to.getPort() >= 0 ? to.getPort() : "https".equalsIgnoreCase(to.getScheme()) ? 443 : 80;
    }

    private static final class Selector extends ProxySelector {
        private final Proxies proxies;

        Selector(Proxies proxies) {
            this.proxies = proxies;
        }

        @Override
        public List<java.net.Proxy> select(URI uri) {
            return List.of(proxies.of(uri)
                    .map(p -> new java.net.Proxy(
                            java.net.Proxy.Type.HTTP, InetSocketAddress.createUnresolved(p.host(), p.port())))
                    .orElse(java.net.Proxy.NO_PROXY));
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException failure) {
            // The exchange says so.
        }
    }
}
