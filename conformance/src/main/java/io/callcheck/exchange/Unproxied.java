package io.callcheck.exchange;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** Which hosts are reached without a proxy. */
final class Unproxied {
    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9a-f:.]*:[0-9a-f:.]*");

    private Unproxied() {}

    /** A host in small letters, without the brackets of IPv6. */
    static String plain(String host) {
        return host.toLowerCase(Locale.ROOT).replaceAll("[\\[\\]]", "");
    }

    /** Whether an address is one of this machine's own. */
    static boolean loopback(URI address) {
        return address.getHost() != null && loopback(plain(address.getHost()));
    }

    /** @param host as {@link #plain} has it */
    static boolean loopback(String host) {
        boolean numbers = LITERAL.matcher(host).matches();
        return numbers ? address(host).isLoopbackAddress() : host.equals("localhost") || host.endsWith(".localhost");
    }

    /** As the JDK reads {@code http.nonProxyHosts}: patterns with a star at either end, between bars. */
    static boolean byProperty(String patterns, String host) {
        return Arrays.stream(patterns.split("\\|", -1))
                .map(p -> plain(p.strip()))
                .filter(p -> !p.isEmpty())
                .anyMatch(p -> host.matches(Pattern.quote(p).replace("*", "\\E.*\\Q")));
    }

    /**
     * As the programs of a shell read {@code NO_PROXY}: names, which mean all below them too, addresses, networks such as
     * {@code 10.0.0.0/8}, each with a port or without; a star for all.
     */
    static boolean byVariable(String list, String host, int port) {
        return Arrays.stream(list.split("[\\s,]+", -1))
                .filter(entry -> !entry.isEmpty())
                .anyMatch(entry -> matches(entry.toLowerCase(Locale.ROOT), host, port));
    }

    private static boolean matches(String entry, String host, int port) {
        if (entry.equals("*")) {
            return true;
        }
        if (entry.contains("/")) {
            return within(entry, host);
        }
        // Of several colons the last begins a port only after a bracket.
        boolean ported = entry.matches("\\[.*]:\\d+|[^:]*:\\d+");
        int colon = ported ? entry.lastIndexOf(':') : entry.length();
        if (ported && !entry.substring(colon + 1).equals(Integer.toString(port))) {
            return false;
        }
        String name = plain(entry.substring(0, colon)).replaceFirst("^\\*?\\.", "");
        return host.equals(name) || host.endsWith("." + name);
    }

    private static boolean within(String network, String host) {
        int slash = network.indexOf('/');
        byte[] there = literal(network.substring(0, slash));
        byte[] here = literal(host);
        String length = network.substring(slash + 1);
        if (there.length == 0 || there.length != here.length || !length.matches("\\d{1,3}")) {
            return false;
        }
        int bits = Math.min(Integer.parseInt(length), there.length * 8);
        for (int i = 0; i < bits; i++) {
            int mask = 0x80 >> i % 8;
            if ((there[i / 8] & mask) != (here[i / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    /** The bytes of an address that is written in numbers; none of a name, which is never looked up. */
    private static byte[] literal(String host) {
        return LITERAL.matcher(host).matches() ? address(host).getAddress() : new byte[0];
    }

    private static InetAddress address(String host) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            // Numbers that are no address: a name that no list here means.
            return new InetSocketAddress(0).getAddress();
        }
    }
}
