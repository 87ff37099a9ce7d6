package io.callcheck.exchange;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;

/** Takes credentials out of text: as they are, percent-encoded, and within an HTTP Basic header. */
public final class Redaction {
    /** What stands where a credential stood. */
    public static final String MARK = "[redacted]";

    private final List<String> needles;

    private Redaction(List<String> needles) {
        this.needles = needles;
    }

    /** The redaction of a target's credentials. */
    public static Redaction of(Target target) {
        List<String> needles = new ArrayList<>();
        for (String secret : target.secrets()) {
            add(needles, secret);
        }
        if (target.signalwire() != null) {
            add(
                    needles,
                    basic(target.signalwire().account(), target.signalwire().token()));
        }
        needles.sort(Comparator.comparingInt(String::length).reversed());
        return new Redaction(List.copyOf(needles));
    }

    /** The user and password of HTTP Basic, encoded. */
    public static String basic(String user, String password) {
        return Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** The text without credentials; the value of an Authorization header is left with its scheme alone. */
    public String text(String text) {
        String clean = text;
        for (String needle : needles) {
            clean = clean.replace(needle, MARK);
        }
        return clean;
    }

    /** The header without credentials. */
    public Header header(Header header) {
        if (header.name().equalsIgnoreCase("authorization")) {
            int space = header.value().indexOf(' ');
            return new Header(header.name(), space < 0 ? MARK : header.value().substring(0, space + 1) + MARK);
        }
        return new Header(header.name(), text(header.value()));
    }

    private static void add(List<String> needles, String secret) {
        if (!secret.isEmpty()) {
            needles.add(secret);
            needles.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
            needles.add(Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)));
        }
    }
}
