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
 * @param cut how many of its characters are not shown at its end
 */
record Body(String kind, List<Chunk> chunks, int cut) {
    /** More than this of one body says nothing new. */
    private static final int LONGEST = 8_000;

    /** A body of more lines is shown around those that findings speak of. */
    private static final int LINES = 60;

    private static final int AROUND = 8;
    private static final int HEAD = 3;

    private static final Body EMPTY = new Body("", List.of(), 0);

    /**
     * Lines that belong together.
     *
     * @param text one line or more, each with its line feed; for lines left out, how many
     * @param marked whether a finding speaks of it
     * @param gap whether it stands for lines left out
     */
    record Chunk(String text, boolean marked, boolean gap) {
        Chunk(String text, boolean marked) {
            this(text, marked, false);
        }
    }

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
        return lines.isPresent()
                ? limited("indented", around(Marks.of(lines.get(), wheres)))
                : limited("", List.of(new Chunk(text + "\n", false)));
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

    /** Leaves out, of a long body, what is far from every line that a finding speaks of. */
    private static List<Chunk> around(List<Marks> lines) {
        List<Chunk> chunks = new ArrayList<>();
        boolean whole = lines.size() <= LINES || lines.stream().noneMatch(Marks::marked);
        int left = 0;
        for (int i = 0; i < lines.size(); i++) {
            Marks line = lines.get(i);
            if (whole || i < HEAD || near(lines, i)) {
                gap(left, chunks);
                left = 0;
                chunks.add(new Chunk(line.text() + "\n", line.marked()));
            } else {
                left++;
            }
        }
        gap(left, chunks);
        return chunks;
    }

    private static boolean near(List<Marks> lines, int at) {
        return lines.subList(Math.max(0, at - AROUND), Math.min(lines.size(), at + AROUND + 1)).stream()
                .anyMatch(Marks::marked);
    }

    private static void gap(int lines, List<Chunk> chunks) {
        if (lines > 0) {
            chunks.add(new Chunk("⋯ " + Figures.count(lines, "line", "lines") + "\n", false, true));
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
            if ((chunk.marked() || chunk.gap()) && shown > 0) {
                flush(plain, chunks);
                chunks.add(new Chunk(text, chunk.marked(), chunk.gap()));
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
