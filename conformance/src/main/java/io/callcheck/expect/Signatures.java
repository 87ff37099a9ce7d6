package io.callcheck.expect;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature of what SignalWire sends: Base64 of an HMAC-SHA1, with the project's signing key, of the address
 * followed by the name and value of every form field in the order of their names. Source: the webhook validator of
 * SignalWire's own SDK for Python.
 */
public final class Signatures {
    private static final String ALGORITHM = "HmacSHA1";
    private static final List<String> HEADERS = List.of("X-SignalWire-Signature", "X-Twilio-Signature");

    private Signatures() {}

    /** The signature that a delivery carries. */
    public static Optional<String> carried(Told told) {
        return HEADERS.stream()
                .flatMap(name -> told.delivery().header(name).stream())
                .findFirst();
    }

    /**
     * Whether a signature is the one of a delivery. As the vendor's validators do, the address counts with and without
     * the port of its scheme. For a body that is no form the other lawful scheme, hexadecimal over address and raw
     * body, counts too.
     *
     * @param key the signing key, not empty
     * @param base what our addresses begin with
     */
    public static boolean valid(String key, String base, Told told, String signature) {
        String uri = told.delivery().uri();
        boolean get = told.delivery().method().equals("GET");
        Set<String> lawful = new LinkedHashSet<>();
        for (String origin : origins(base)) {
            lawful.add(of(key, origin + uri, get ? Map.of() : told.fields()));
            if (!told.form()) {
                lawful.add(of(key, origin + uri, Map.of()));
                lawful.add(HexFormat.of()
                        .formatHex(mac(key, origin + uri + told.delivery().body())));
            }
        }
        byte[] sent = signature.getBytes(StandardCharsets.UTF_8);
        return lawful.stream().anyMatch(l -> MessageDigest.isEqual(l.getBytes(StandardCharsets.UTF_8), sent));
    }

    /**
     * The signature of a request.
     *
     * @param key the signing key, not empty
     * @param url the address as it is asked for, with its query
     * @param fields the fields of the body, the values of one name in their order; none for a GET
     */
    public static String of(String key, String url, Map<String, List<String>> fields) {
        StringBuilder text = new StringBuilder(url);
        new TreeMap<>(fields)
                .forEach((name, values) ->
                        values.forEach(value -> text.append(name).append(value)));
        return Base64.getEncoder().encodeToString(mac(key, text.toString()));
    }

    private static Set<String> origins(String base) {
        Set<String> origins = new LinkedHashSet<>();
        origins.add(base);
        origins.add(base.replaceFirst("^(https://[^/]+):443(?=/|$)|^(http://[^/]+):80(?=/|$)", "$1$2"));
        if (base.matches("https://[^/:]+(/.*)?")) {
            origins.add(base.replaceFirst("^(https://[^/:]+)", "$1:443"));
        } else if (base.matches("http://[^/:]+(/.*)?")) {
            origins.add(base.replaceFirst("^(http://[^/:]+)", "$1:80"));
        }
        return origins;
    }

    private static byte[] mac(String key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
