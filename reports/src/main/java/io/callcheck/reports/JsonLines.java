package io.callcheck.reports;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Breaks JSON into lines without changing a token: numbers, escapes and members that come twice stay as they were sent,
 * which a parser and a printer would not keep.
 */
final class JsonLines {
    /** Deeper than this, lines would be all indentation. */
    private static final int DEEPEST = 40;

    private static final int CUT = 8_000;

    private static final JsonFactory JSON = new JsonFactory();

    private final String text;
    private final List<Line> lines = new ArrayList<>();
    private final Deque<Frame> frames = new ArrayDeque<>();
    private final StringBuilder line = new StringBuilder();
    private Place place = new Place("", "");

    private JsonLines(String text) {
        this.text = text;
    }

    /**
     * Where a line stands.
     *
     * @param pointer as a JSON pointer: {@code /tags/0/name}
     * @param dotted as a parameter is named: {@code tags[].name}
     */
    record Place(String pointer, String dotted) {
        private Place member(String name) {
            return new Place(
                    pointer + "/" + name.replace("~", "~0").replace("/", "~1"),
                    dotted.isEmpty() ? name : dotted + "." + name);
        }

        private Place item(int index) {
            return new Place(pointer + "/" + index, dotted + "[]");
        }
    }

    /**
     * One line.
     *
     * @param place the place of the value that begins in it
     * @param text the line, indented
     */
    record Line(Place place, String text) {}

    private static final class Frame {
        private final Place place;
        private final boolean list;
        private int index;

        private Frame(Place place, boolean list) {
            this.place = place;
            this.list = list;
        }
    }

    /** The lines of a text, or empty when it is no object or list, or one that is better left as it is. */
    static Optional<List<Line>> of(String text) {
        String trimmed = text.strip();
        boolean compound = trimmed.startsWith("{") || trimmed.startsWith("[");
        return compound && shallow(text) ? Optional.of(new JsonLines(trimmed).walk()) : Optional.empty();
    }

    private static boolean shallow(String text) {
        int depth = 0;
        try (JsonParser parser = JSON.createParser(text)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken().isStructStart()) {
                    depth++;
                } else if (parser.currentToken().isStructEnd()) {
                    depth--;
                }
                if (depth > DEEPEST) {
                    return false;
                }
            }
            return true;
        } catch (JsonEOFException e) {
            // A long one was cut by the kit, and what there is of it can be laid out; a short one is the target's own.
            return text.length() >= CUT;
        } catch (IOException e) {
            return false;
        }
    }

    private List<Line> walk() {
        int at = 0;
        boolean name = text.startsWith("{");
        while (at < text.length()) {
            char c = text.charAt(at);
            int end = at + 1;
            if (c == '"') {
                end = string(at);
                String token = text.substring(at, end);
                if (name && !frames.isEmpty() && !frames.element().list) {
                    place = frames.element().place.member(token.substring(1, Math.max(1, token.length() - 1)));
                    name = false;
                }
                line.append(token);
            } else if (c == '{' || c == '[') {
                end = open(at);
                name = c == '{';
            } else if (c == '}' || c == ']') {
                feed();
                place = frames.remove().place;
                indent(frames.size());
                line.append(c);
                place = new Place("", "");
            } else if (c == ',') {
                line.append(c);
                next();
                name = true;
            } else if (c == ':') {
                line.append(": ");
            } else if (!Character.isWhitespace(c)) {
                line.append(c);
            }
            at = end;
        }
        feed();
        return lines;
    }

    private int open(int at) {
        line.append(text.charAt(at));
        int next = at + 1;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        char c = next < text.length() ? text.charAt(next) : ' ';
        if (c == '}' || c == ']') {
            line.append(c);
            return next + 1;
        }
        feed();
        Frame frame = new Frame(place, text.charAt(at) == '[');
        frames.push(frame);
        indent(frames.size());
        place = frame.list ? place.item(0) : place;
        return next;
    }

    private void next() {
        feed();
        indent(frames.size());
        Frame frame = frames.element();
        place = frame.list ? frame.place.item(++frame.index) : frame.place;
    }

    private void feed() {
        if (!line.isEmpty()) {
            lines.add(new Line(place, line.toString()));
            line.setLength(0);
        }
    }

    private void indent(int depth) {
        line.append("  ".repeat(depth));
    }

    private int string(int open) {
        int at = open + 1;
        while (at < text.length() && text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at + 1, text.length());
    }
}
