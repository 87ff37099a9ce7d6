package io.callcheck.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The head of a request that came in, and how to read its body: bounded, whatever the sender says of its length.
 *
 * @param method the HTTP method
 * @param uri path and query
 * @param oldVersion whether it is HTTP/1.0, which closes after each answer
 * @param headers as they came
 */
record Incoming(String method, String uri, boolean oldVersion, List<Header> headers) {
    private static final int HEAD = 16 * 1024;
    private static final int LINE = 8 * 1024;

    /**
     * Reads a head.
     *
     * @return nothing when the sender closed the connection between two requests
     * @throws IOException when it is no head of HTTP/1, or longer than is read
     */
    static Optional<Incoming> read(InputStream in) throws IOException {
        int[] room = {HEAD};
        String first = line(in, room);
        if (first != null && first.isEmpty()) {
            // Some senders end a body with a line too many.
            first = line(in, room);
        }
        if (first == null) {
            return Optional.empty();
        }
        String[] words = first.split(" ", -1);
        if (words.length != 3 || !words[0].matches("[A-Z]{1,20}") || !words[2].matches("HTTP/1\\.[01]")) {
            throw new IOException("not a request of HTTP/1");
        }
        List<Header> headers = new ArrayList<>();
        for (String line = line(in, room); line == null || !line.isEmpty(); line = line(in, room)) {
            int colon = line == null ? -1 : line.indexOf(':');
            if (line == null || colon < 1) {
                throw new IOException("not a header");
            }
            headers.add(new Header(
                    line.substring(0, colon), line.substring(colon + 1).strip()));
        }
        String uri = words[1].replaceFirst("^https?://[^/]*", "");
        return Optional.of(new Incoming(words[0], uri, words[2].endsWith("0"), List.copyOf(headers)));
    }

    /** The first value of a header in lower case; empty when none came. */
    String header(String name) {
        return headers.stream()
                .filter(h -> h.name().equalsIgnoreCase(name))
                .map(h -> h.value().toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse("");
    }

    /** Whether the sender waits for a word before it sends the body. */
    boolean expectant() {
        return header("expect").equals("100-continue");
    }

    /** Whether the connection goes on after the answer, as far as the sender is concerned. */
    boolean persistent() {
        String said = header("connection");
        return oldVersion ? said.contains("keep-alive") : !said.contains("close");
    }

    /**
     * Reads the body.
     *
     * @param most how much of it is kept
     * @throws IOException when its length is wrong, or it ends too early
     */
    Body body(InputStream in, int most) throws IOException {
        if (header("transfer-encoding").contains("chunked")) {
            return chunks(in, most);
        }
        String length = header("content-length");
        if (length.isEmpty()) {
            return new Body(new byte[0], true);
        }
        if (!length.matches("\\d{1,18}")) {
            throw new IOException("not a length: " + length);
        }
        long announced = Long.parseLong(length);
        byte[] kept = in.readNBytes((int) Math.min(announced, most));
        if (kept.length < Math.min(announced, most)) {
            throw new IOException("the body ended early");
        }
        return new Body(kept, announced <= most);
    }

    /**
     * A body.
     *
     * @param bytes its first part, or all of it
     * @param whole whether that is all: only then can another request follow on the connection
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Body(byte[] bytes, boolean whole) {}

    private static Body chunks(InputStream in, int most) throws IOException {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        int[] room = {HEAD};
        while (true) {
            String line = line(in, room);
            String size = line == null ? "" : line.replaceFirst(";.*", "").strip();
            if (!size.matches("[0-9a-fA-F]{1,8}")) {
                throw new IOException("not a chunk");
            }
            long length = Long.parseLong(size, 16);
            if (length == 0) {
                trailers(in, room);
                return new Body(kept.toByteArray(), true);
            }
            int part = (int) Math.min(length, most - kept.size());
            byte[] bytes = in.readNBytes(part);
            kept.writeBytes(bytes);
            if (bytes.length < part) {
                throw new IOException("the body ended early");
            }
            if (part < length) {
                return new Body(kept.toByteArray(), false);
            }
            line(in, room);
        }
    }

    private static void trailers(InputStream in, int[] room) throws IOException {
        String line = line(in, room);
        while (line != null && !line.isEmpty()) {
            line = line(in, room);
        }
    }

    /** A line without its end; null at the end of the stream. Each takes some of the room that all of them share. */
    private static @Nullable String line(InputStream in, int[] room) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return null;
            }
            if (--room[0] < 0 || line.size() > LINE) {
                throw new IOException("longer than is read");
            }
            line.write(next);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
