package io.callcheck.reports;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The body of a message, laid out to be read.
 *
 * @param kind how it was laid out, for people; empty when it is as it came
 * @param chunks in order; none for an empty body
 * @param cut how many of its characters are not shown
 */
record Body(String kind, List<Chunk> chunks, int cut) {
    /** More than this of one body says nothing new. */
    private static final int LONGEST = 8_000;

    private static final Body EMPTY = new Body("", List.of(), 0);

    /**
     * Lines that belong together.
     *
     * @param text one line or more, each with its line feed
     * @param marked whether a finding speaks of it
     */
    record Chunk(String text, boolean marked) {}

    /**
     * Lays out a body.
     *
     * @param text the body
     * @param type its media type
     * @param wheres the places that findings speak of
     */
    static Body of(String text, String type, Set<String> wheres) {
        if (text.isEmpty()) {
            return EMPTY;
        }
        if (type.startsWith("application/x-www-form-urlencoded")) {
            return form(text, wheres);
        }
        Optional<List<JsonLines.Line>> lines = JsonLines.of(text);
        return lines.isPresent() ? json(lines.get(), wheres) : limited("", List.of(new Chunk(text + "\n", false)));
    }

    private static Body json(List<JsonLines.Line> lines, Set<String> wheres) {
        List<Chunk> chunks = new ArrayList<>();
        for (JsonLines.Line line : lines) {
            JsonLines.Place place = line.place();
            boolean marked = (!place.pointer().isEmpty() && wheres.contains(place.pointer()))
                    || (!place.dotted().isEmpty() && wheres.contains(place.dotted()));
            chunks.add(new Chunk(line.text() + "\n", marked));
        }
        return limited("indented", chunks);
    }

    private static Body form(String text, Set<String> wheres) {
        List<Chunk> chunks = new ArrayList<>();
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : " = " + decoded(pair.substring(equals + 1));
            chunks.add(new Chunk(name + value + "\n", wheres.contains(name)));
        }
        return limited("form, decoded", chunks);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** Joins what is not marked, and leaves out what is too long. */
    private static Body limited(String kind, List<Chunk> all) {
        List<Chunk> chunks = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        int room = LONGEST;
        int cut = 0;
        for (Chunk chunk : all) {
            int shown = Math.min(chunk.text().length(), Math.max(room, 0));
            if (shown > 0
                    && shown < chunk.text().length()
                    && Character.isHighSurrogate(chunk.text().charAt(shown - 1))) {
                shown--;
            }
            String text = chunk.text().substring(0, shown);
            cut += chunk.text().length() - shown;
            room -= shown;
            if (chunk.marked() && shown > 0) {
                flush(plain, chunks);
                chunks.add(new Chunk(text, true));
            } else {
                plain.append(text);
            }
        }
        flush(plain, chunks);
        return new Body(kind, List.copyOf(chunks), cut);
    }

    private static void flush(StringBuilder plain, List<Chunk> chunks) {
        if (!plain.isEmpty()) {
            chunks.add(new Chunk(plain.toString(), false));
            plain.setLength(0);
        }
    }

    /** What is shown, in one text. */
    String text() {
        StringBuilder out = new StringBuilder();
        chunks.forEach(c -> out.append(c.text()));
        return out.toString();
    }
}
