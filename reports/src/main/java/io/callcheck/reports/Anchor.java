package io.callcheck.reports;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Where a link within the page leads.
 *
 * @param id the name of the place
 * @param href the link to it
 */
record Anchor(String id, String href) {

    /** The place of a clause: its id, so that a link can be written by hand. */
    static Anchor clause(String clause) {
        String id = clause.replaceAll("\\s", "_");
        return new Anchor(id, "#" + escape(id));
    }

    /** The place of an exchange. */
    static Anchor exchange(int index) {
        return new Anchor("exchange-" + index, "#exchange-" + index);
    }

    private static String escape(String id) {
        StringBuilder out = new StringBuilder(id.length());
        for (byte b : id.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || "-._~:[]".indexOf(c) >= 0)) {
                out.append(c);
            } else {
                out.append(String.format(Locale.ROOT, "%%%02X", (int) c));
            }
        }
        return out.toString();
    }
}
