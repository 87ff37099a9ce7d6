package io.callcheck.hostile;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Credentials that are hard to find again, and every writing of them that a target may send back. */
final class Secrets {
    static final String TOKEN = "PT/f0+0d==\"x\\y%41&#x41;z";
    static final String KEY = "k'%2F\"/\\+==<live>&amp;{}|^";
    static final String SIGNING = "s&lt;\\u0041\"/+%25~,;:[q]";
    static final Map<String, String> KEYS =
            Map.of("signalwire.token", TOKEN, "bird.access-key", KEY, "signalwire.signing-key", SIGNING);

    private Secrets() {}

    /** Every writing of a text. */
    static Set<String> writings(String secret) {
        Set<String> all = new LinkedHashSet<>();
        all.add(secret);
        String percent = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        all.add(percent);
        all.add(lower(percent));
        all.add(percent.replace("%2F", "/"));
        all.add(each(secret, "%%%02X"));
        all.add(each(secret, "\\u%04x"));
        all.add(each(secret, "\\u%04X"));
        all.add(json(secret));
        all.add(json(secret).replace("/", "\\/"));
        all.add(json(json(secret)));
        all.add(json(secret).replace("/", "\\u002f").replace("+", "\\u002B"));
        all.add(html(secret));
        all.add(each(secret, "&#%d;"));
        all.add(URLEncoder.encode(json(secret), StandardCharsets.UTF_8));
        all.add(URLEncoder.encode(percent, StandardCharsets.UTF_8));
        for (String around : new String[] {"", "u:", "ab", "6f1c2a3e-7d4b-4e58-9a60-1b2c3d4e5f60:"}) {
            byte[] bytes = (around + secret).getBytes(StandardCharsets.UTF_8);
            String base64 = Base64.getEncoder().encodeToString(bytes);
            all.add(base64);
            all.add(URLEncoder.encode(base64, StandardCharsets.UTF_8));
            all.add(base64.replace("/", "\\/"));
            all.add(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        }
        return all;
    }

    private static String json(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String each(String text, String format) {
        StringBuilder all = new StringBuilder();
        text.chars().forEach(c -> all.append(String.format(Locale.ROOT, format, c)));
        return all.toString();
    }

    /** Percent-encoding with small letters for its digits. */
    private static String lower(String percent) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < percent.length(); i++) {
            boolean digit = (i > 0 && percent.charAt(i - 1) == '%') || (i > 1 && percent.charAt(i - 2) == '%');
            all.append(digit ? Character.toLowerCase(percent.charAt(i)) : percent.charAt(i));
        }
        return all.toString();
    }
}
