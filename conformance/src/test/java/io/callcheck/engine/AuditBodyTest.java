package io.callcheck.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.callcheck.exchange.Header;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a recorder did to a body is told from what the server sent. */
class AuditBodyTest {
    private static final String WITHOUT = "its answer was recorded without its body";
    private static final String IN_PART = "its answer's body was not recorded whole";
    private static final JsonNode NONE = MissingNode.getInstance();

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
                    # text            | size | length | judged
                    {"a": "bc"}       | 11   | 11     | true
                    {"a": "bc"}       | 0    | -      | true
                    {"a": "bc"}       | -1   | -      | true
                    # in UTF-16 it came in more bytes, and with line ends of two
                    {"a": "bc"}       | 22   | -      | true
                    {"a": "bc"}       | 0    | 22     | true
                    {"a": "ö"}        | 0    | 11     | true
                    {"a": "ö"         | 0    | 11     | false
                    {"a": "b          | 11   | -      | false
                    {"a": "b          | 0    | -      | false
                    {"a": "b          | -1   | -      | false
                    {"a": "b          | 8    | 11     | false
                    {"a": tru         | 0    | -      | false
                    {"a": {"b": 1}    | 0    | -      | false
                    [1, 2             | 0    | -      | false
                    # what vouches for its length came so
                    {"a": "b          | 8    | -      | true
                    {"a": "b          | 0    | 8      | true
                    <html>            | 0    | -      | true
                    <html>            | 9    | -      | false
                    <html>            | 0    | 9      | false
                    <html>            | 0    | 6      | true
                    {"a": 1} x        | 0    | -      | true
                    """)
    void aBodyIsJudgedWhenNothingOfItIsMissing(String text, long size, String length, boolean judged)
            throws AuditMalformed {
        AuditBody body = body(TextNode.valueOf(text), told(200, size, length));
        assertThat(body.gap()).isEqualTo(judged ? "" : IN_PART);
        assertThat(body.bytes()).isEqualTo(judged ? text.getBytes(StandardCharsets.UTF_8) : new byte[0]);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
                    # status | size | length | judged
                    200      | 0    | -      | true
                    200      | 0    | 0      | true
                    200      | 7    | 0      | true
                    200      | 7    | -      | false
                    200      | 0    | 7      | false
                    200      | -1   | -      | false
                    200      | -1   | 0      | true
                    204      | 0    | 7      | true
                    304      | 7    | 7      | true
                    """)
    void anEmptyBodyIsJudgedUnlessItWasNone(int status, long size, String length, boolean judged)
            throws AuditMalformed {
        assertThat(body(TextNode.valueOf(""), told(status, size, length)).gap()).isEqualTo(judged ? "" : WITHOUT);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
                    # status | length | judged
                    200      | -      | false
                    200      | 7      | false
                    200      | 0      | true
                    204      | -      | true
                    304      | 7      | true
                    """)
    void aBodyThatIsNotThereIsNoEmptyOne(int status, String length, boolean judged) throws AuditMalformed {
        for (JsonNode text : List.of(NONE, NullNode.getInstance())) {
            assertThat(body(text, told(status, 0, length)).gap()).isEqualTo(judged ? "" : WITHOUT);
        }
    }

    @Test
    void aLengthThatSaysNothingIsNotBelieved() throws AuditMalformed {
        Header eight = new Header("Content-Length", "8");
        for (Header other : List.of(
                new Header("Transfer-Encoding", "chunked"),
                new Header("Content-Encoding", "gzip"),
                new Header("content-length", "9"))) {
            AuditBody.Told told = new AuditBody.Told(200, List.of(eight, other), 0);
            assertThat(body(TextNode.valueOf("<p>"), told).gap()).isEmpty();
        }
        AuditBody.Told same = new AuditBody.Told(200, List.of(eight, new Header("content-length", "8")), 0);
        assertThat(body(TextNode.valueOf("<p>"), same).gap()).isEqualTo(IN_PART);
        AuditBody.Told identity =
                new AuditBody.Told(200, List.of(eight, new Header("Content-Encoding", "identity")), 0);
        assertThat(body(TextNode.valueOf("<p>"), identity).gap()).isEqualTo(IN_PART);
    }

    @Test
    void whatIsNoTextIsMalformed() {
        assertThatThrownBy(() -> body(IntNode.valueOf(5), told(200, 0, null)))
                .isInstanceOf(AuditMalformed.class)
                .hasMessage("body is not a text");
        assertThatThrownBy(() -> base64("%%%", "gzip"))
                .isInstanceOf(AuditMalformed.class)
                .hasMessage("body is not base64");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", "x-gzip"})
    void gzipIsTakenOff(String coding) throws Exception {
        AuditBody body = base64(gzip("{\"a\": 1}"), coding);
        assertThat(body.gap()).isEmpty();
        assertThat(new String(body.bytes(), StandardCharsets.UTF_8)).isEqualTo("{\"a\": 1}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br", "zstd", "gzip, br"})
    void aCodingThatTheRecorderTookOffIsNoMatter(String coding) throws AuditMalformed {
        String text = "{\"a\": \"ö\"}";
        assertThat(base64(encoded(text.getBytes(StandardCharsets.UTF_8)), coding)
                        .bytes())
                .isEqualTo(text.getBytes(StandardCharsets.UTF_8));
        AuditBody.Told told = new AuditBody.Told(200, List.of(new Header("content-encoding", coding)), 0);
        assertThat(body(TextNode.valueOf(text), told).gap()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "zstd", "deflate", "gzip, br", "gzip, gzip"})
    void anotherCodingIsSkipped(String coding) throws Exception {
        assertThat(base64(gzip("{}"), coding).gap())
                .isEqualTo("its answer's body was recorded in its coding: " + coding);
        AuditBody.Told told = new AuditBody.Told(200, List.of(new Header("content-encoding", coding)), 0);
        assertThat(body(TextNode.valueOf("\u001f\ufffd\b"), told).gap()).endsWith("in its coding: " + coding);
    }

    @Test
    void bytesThatNobodyEncodedAreTheServersOwn() throws AuditMalformed {
        byte[] latin = "{\"a\": \"ö\"}".getBytes(StandardCharsets.ISO_8859_1);
        AuditBody body = AuditBody.of(TextNode.valueOf(encoded(latin)), true, "body", told(200, latin.length, null));
        assertThat(body.gap()).isEmpty();
        assertThat(body.bytes()).isEqualTo(latin);
    }

    @Test
    void gzipThatBreaksOffOrIsNoneIsSkipped() throws Exception {
        String whole = gzip("{\"a\": \"a text that is somewhat longer\"}");
        byte[] bytes = Base64.getDecoder().decode(whole);
        assertThat(base64(encoded(Arrays.copyOf(bytes, bytes.length - 12)), "gzip")
                        .gap())
                .isEqualTo(IN_PART);
        assertThat(base64(encoded(new byte[] {(byte) 0xff, 1, 2}), "gzip").gap())
                .endsWith("is no gzip");
    }

    /** Much more than is read, packed to little: it is not unpacked. */
    @Test
    void aBombFillsNoMemory() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 256; i++) {
                gzip.write(zeros);
            }
        }
        AuditBody body = base64(encoded(packed.toByteArray()), "gzip");
        assertThat(body.gap()).isEqualTo("its answer's body is longer than 8388608 bytes");
        assertThat(body.bytes()).isEmpty();
    }

    private static AuditBody body(JsonNode text, AuditBody.Told told) throws AuditMalformed {
        return AuditBody.of(text, false, "body", told);
    }

    private static AuditBody base64(String text, String coding) throws AuditMalformed {
        List<Header> headers = List.of(new Header("Content-Encoding", coding));
        return AuditBody.of(TextNode.valueOf(text), true, "body", new AuditBody.Told(200, headers, 0));
    }

    private static AuditBody.Told told(int status, long size, @Nullable String length) {
        List<Header> headers = length == null ? List.of() : List.of(new Header("content-length", length));
        return new AuditBody.Told(status, headers, size);
    }

    private static String gzip(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return encoded(packed.toByteArray());
    }

    private static String encoded(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
