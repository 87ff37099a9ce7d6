package io.callcheck.reports;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One header field.
 *
 * @param name its name
 * @param value its value
 * @param marked whether a finding speaks of it
 */
record Field(String name, String value, boolean marked) {

    /** The fields of a message; what is no pair of name and value is shown as far as it goes. */
    static List<Field> all(List<List<String>> headers, Set<String> wheres) {
        return headers.stream()
                .map(h -> {
                    String name = h.isEmpty() ? "" : h.get(0);
                    boolean marked = wheres.stream().anyMatch(w -> lower(w).equals(lower(name)));
                    return new Field(name, String.join(" ", h.subList(Math.min(1, h.size()), h.size())), marked);
                })
                .toList();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
