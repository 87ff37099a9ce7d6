package io.callcheck.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.lang.ref.SoftReference;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the target answered. Two answers are never compared: each is itself. */
public final class Answer {
    /** A tree takes some ten times the room of its text: those of longer bodies are let go when memory is short. */
    private static final int REMEMBERED = 8 * 1024;

    /** What stands for bytes that are not UTF-8, and lawfully for itself. */
    private static final char REPLACEMENT = 0xFFFD;

    private final int status;
    private final List<Header> headers;
    private final Kept body;
    private final boolean cut;
    private final long micros;
    private final @Nullable SharedItems items;
    private volatile @Nullable StrictJson json;
    private volatile SoftReference<StrictJson> large = new SoftReference<>(null);

    /**
     * An answer by itself.
     *
     * @param status the HTTP status code
     * @param headers as they came
     * @param body the body as it came, content coding removed
     * @param cut whether the body was longer than the kit reads
     * @param micros from the first byte sent to the last byte read, in microseconds
     */
    public Answer(int status, List<Header> headers, byte[] body, boolean cut, long micros) {
        this(status, headers, Kept.plain(body), cut, micros, null);
    }

    /**
     * One of the answers of a run.
     *
     * @param status the HTTP status code
     * @param headers as they came
     * @param body the body as it came, content coding removed
     * @param cut whether the body was longer than the kit reads
     * @param micros from the first byte sent to the last byte read, in microseconds
     * @param items those that its lists have in common with the other answers; null for none
     */
    public Answer(
            int status, List<Header> headers, byte[] body, boolean cut, long micros, @Nullable SharedItems items) {
        this(status, headers, Kept.plain(body), cut, micros, items);
    }

    /** The same, of a body that may be packed. */
    Answer(int status, List<Header> headers, Kept body, boolean cut, long micros, @Nullable SharedItems items) {
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.cut = cut;
        this.micros = micros;
        this.items = items;
    }

    /** The HTTP status code. */
    public int status() {
        return status;
    }

    /** The headers as they came. */
    public List<Header> headers() {
        return headers;
    }

    /** The body as it came, content coding removed; not to be changed. */
    public byte[] body() {
        return body.bytes();
    }

    /** How long the body is, in bytes. */
    public int length() {
        return body.length();
    }

    /** Whether the body was longer than the kit reads. */
    public boolean cut() {
        return cut;
    }

    /** From the first byte sent to the last byte read, in microseconds. */
    public long micros() {
        return micros;
    }

    /** The body as JSON, parsed once however many ask; not to be changed. */
    public StrictJson json() {
        StrictJson read = json == null ? large.get() : json;
        if (read == null) {
            read = StrictJson.of(this, items == null ? JsonNodeFactory.instance : items.texts());
            if (body.length() <= REMEMBERED) {
                json = read;
            } else {
                if (read.value() != null && items != null) {
                    items.shareWithin(read.value());
                }
                large = new SoftReference<>(read);
            }
        }
        return read;
    }

    /** The body as JSON, one with a member twice too; missing when it is none: to go on with, never for a judgement. */
    public JsonNode lenientJson() {
        return StrictJson.lenient(this);
    }

    /** The body as UTF-8 text, wrong bytes replaced: for people, never for a judgement. */
    public String text() {
        return new String(body.bytes(), StandardCharsets.UTF_8);
    }

    /** The body as UTF-8 text, or empty when it is not UTF-8. */
    public Optional<String> strictText() {
        // Decoded by the JVM's own code, unless there is a sign that something was replaced.
        String replaced = text();
        if (replaced.indexOf(REPLACEMENT) < 0) {
            return Optional.of(replaced);
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body.bytes()))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** The first value of a header, names compared without letter case. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(h -> h.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst();
    }

    /** The media type without its parameters, in lower case; empty when none came. */
    public String mediaType() {
        String value = header("content-type").orElse("");
        int end = value.indexOf(';');
        return (end < 0 ? value : value.substring(0, end)).trim().toLowerCase(Locale.ROOT);
    }

    /** Whether the target wants to be asked later: nothing was done then. */
    public boolean later() {
        return status == 429 || (status == 503 && header("retry-after").isPresent());
    }

    /** Whether the status is 2xx. */
    public boolean success() {
        return status / 100 == 2;
    }
}
