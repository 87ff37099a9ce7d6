package io.callcheck.engine;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import io.callcheck.exchange.Header;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/**
 * The body of an answer as a recorder kept it. Recorders leave bodies out, keep the beginning alone, or keep what the
 * content coding made of them: that is a gap, for what came is not known then.
 *
 * @param bytes the body, content coding removed; empty when there is a gap
 * @param gap why it is not the one that came; empty when it is
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record AuditBody(byte[] bytes, String gap) {
    private static final String WITHOUT = "its answer was recorded without its body";
    /** What is said of a body of which the beginning alone was kept. */
    static final String IN_PART = "its answer's body was not recorded whole";

    private static final JsonFactory JSON = new JsonFactory();

    /**
     * What is told of the body beside it. No operation is a HEAD, whose Content-Length speaks of no body.
     *
     * @param status the answer's status
     * @param headers the answer's headers
     * @param size what a HAR calls its size; 0 when that says nothing, less when it is not known
     */
    record Told(int status, List<Header> headers, long size) {

        boolean bodiless() {
            return status == 204 || status == 304 || status / 100 == 1;
        }

        /** What Content-Length says; -1 when it says nothing. */
        long length() {
            List<String> values = values("content-length");
            boolean right = values.size() == 1 && values.get(0).matches("\\d{1,18}");
            return right && values("transfer-encoding").isEmpty() ? Long.parseLong(values.get(0)) : -1;
        }

        /** The content coding; empty for none. */
        String coding() {
            String coding = String.join(", ", values("content-encoding")).toLowerCase(Locale.ROOT);
            return coding.equals("identity") ? "" : coding;
        }

        private List<String> values(String name) {
            return headers.stream()
                    .filter(h -> h.name().equalsIgnoreCase(name))
                    .map(h -> h.value().strip())
                    .filter(v -> !v.isEmpty())
                    .distinct()
                    .toList();
        }
    }

    /**
     * Reads a body.
     *
     * @param text the member that holds it
     * @param base64 whether it is written so
     * @param name the member's name, for messages
     */
    static AuditBody of(JsonNode text, boolean base64, String name, Told told) throws AuditMalformed {
        if (text.isMissingNode() || text.isNull()) {
            return told.bodiless() || told.length() == 0 ? whole(new byte[0]) : gap(WITHOUT);
        }
        if (!text.isTextual()) {
            throw new AuditMalformed(name + " is not a text");
        }
        byte[] bytes =
                base64 ? decoded(text.textValue(), name) : text.textValue().getBytes(StandardCharsets.UTF_8);
        if (told.bodiless()) {
            return whole(bytes);
        }
        if (bytes.length == 0) {
            // An honest empty body has a length of 0, or nothing that says otherwise.
            boolean kept = told.length() == 0 || (told.length() < 0 && told.size() == 0);
            return kept ? whole(bytes) : gap(WITHOUT);
        }
        if (!told.coding().isEmpty() && still(bytes, base64)) {
            boolean gzip = told.coding().equals("gzip") || told.coding().equals("x-gzip");
            return gzip && base64
                    ? unzipped(bytes)
                    : gap("its answer's body was recorded in its coding: " + told.coding());
        }
        return cut(bytes, told) ? gap(IN_PART) : whole(bytes);
    }

    /**
     * Whether a body is not whole. A length may lawfully differ, since a recorder writes the text in UTF-8 whatever it
     * came in: so what is JSON is whole. Where nothing vouches for the length, JSON that breaks off is not.
     */
    private static boolean cut(byte[] bytes, Told told) {
        long length = told.coding().isEmpty() ? told.length() : -1;
        if (told.size() > bytes.length || length > bytes.length) {
            return reading(bytes) != Reading.JSON;
        }
        return told.size() <= 0 && length < 0 && reading(bytes) == Reading.BEGINNING;
    }

    /** Whether bytes are what a content coding made: no text is. Recorders mostly take the coding off. */
    private static boolean still(byte[] bytes, boolean base64) {
        if (zipped(bytes)) {
            return true;
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            // Bytes that were taken for text have lost what is no text.
            return !base64
                    && (text.charAt(0) == '\u001f' || text.indexOf('\ufffd') >= 0)
                    && reading(bytes) != Reading.JSON;
        } catch (CharacterCodingException e) {
            return true;
        }
    }

    private static boolean zipped(byte[] bytes) {
        return bytes.length > 1 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b;
    }

    /** The body without gzip: no more than a text may have, however much it would become. */
    private static AuditBody unzipped(byte[] bytes) {
        if (!zipped(bytes)) {
            return gap("its answer's body was recorded in its coding, and is no gzip");
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            byte[] plain = in.readNBytes(AuditFields.LONGEST + 1);
            return plain.length > AuditFields.LONGEST
                    ? gap("its answer's body is longer than " + AuditFields.LONGEST + " bytes")
                    : whole(plain);
        } catch (IOException e) {
            return gap(IN_PART);
        }
    }

    private enum Reading {
        JSON,
        BEGINNING,
        OTHER
    }

    /** Whether a body is JSON, its beginning, or something else; no tree is made. */
    private static Reading reading(byte[] bytes) {
        try (JsonParser parser = JSON.createParser(bytes)) {
            return reading(parser, bytes);
        } catch (IOException e) {
            return Reading.OTHER;
        }
    }

    private static Reading reading(JsonParser parser, byte[] bytes) {
        boolean any = false;
        try {
            while (parser.nextToken() != null) {
                any = true;
            }
            return any ? Reading.JSON : Reading.OTHER;
        } catch (JsonEOFException e) {
            return Reading.BEGINNING;
        } catch (IOException e) {
            // A word that breaks off is an unknown one.
            String text = new String(bytes, StandardCharsets.UTF_8).strip();
            boolean open = !parser.getParsingContext().inRoot() && !text.endsWith("}") && !text.endsWith("]");
            return open ? Reading.BEGINNING : Reading.OTHER;
        }
    }

    private static byte[] decoded(String text, String name) throws AuditMalformed {
        try {
            return Base64.getDecoder().decode(text.replaceAll("\\s", ""));
        } catch (IllegalArgumentException e) {
            throw new AuditMalformed(name + " is not base64");
        }
    }

    private static AuditBody whole(byte[] bytes) {
        return new AuditBody(bytes, "");
    }

    private static AuditBody gap(String why) {
        return new AuditBody(new byte[0], why);
    }
}
