package io.callcheck.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** Answers that are long, or long once they are unpacked. */
final class Bodies {
    static final String OK = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: application/json\r\n";

    private static final int MEGABYTE = 1 << 20;
    private static final byte[] BOMB = packed();

    private Bodies() {}

    /** An answer with a body and its length. */
    static String json(String body) {
        return OK + "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
    }

    static String redirect(String location) {
        return "HTTP/1.1 307 Elsewhere\r\nConnection: close\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n";
    }

    /** 100 MB of an array of texts. */
    static void huge(OutputStream out) throws IOException {
        byte[] part = "\"0123456789abcde\",".repeat(MEGABYTE / 18).getBytes(StandardCharsets.UTF_8);
        out.write((OK + "Content-Length: " + (100L * part.length + 3) + "\r\n\r\n[").getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < 100; i++) {
            out.write(part);
        }
        out.write("1]".getBytes(StandardCharsets.UTF_8));
    }

    /** 100 MB of blanks in 100 KB. */
    static byte[] bomb() {
        return BOMB;
    }

    private static byte[] packed() {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
                byte[] blanks = " ".repeat(MEGABYTE).getBytes(StandardCharsets.UTF_8);
                for (int i = 0; i < 100; i++) {
                    zip.write(blanks);
                }
            }
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            answer.writeBytes((OK + "Content-Encoding: gzip\r\nContent-Length: " + bytes.size() + "\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            answer.writeBytes(bytes.toByteArray());
            return answer.toByteArray();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
