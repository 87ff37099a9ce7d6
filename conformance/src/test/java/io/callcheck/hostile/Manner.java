package io.callcheck.hostile;

import io.callcheck.exchange.RawPeer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One way to answer every request badly. */
enum Manner {
    NEVER_ANSWERS(Fate.SILENT, (number, out, in) -> held(in)),
    CLOSES_AT_ONCE(Fate.SILENT, (number, out, in) -> {}),
    A_BYTE_A_SECOND(Fate.SILENT, (number, out, in) -> drip(out, Bodies.OK + "Content-Length: 2\r\n\r\n{}")),
    BODY_BY_THE_SECOND(Fate.SILENT, (number, out, in) -> {
        text(out, Bodies.OK + "Content-Length: 100\r\n\r\n");
        drip(out, "{".repeat(100));
    }),
    CLOSES_IN_THE_HEAD(Fate.SILENT, (number, out, in) -> text(out, "HTTP/1.1 200 OK\r\nContent-Ty")),
    CLOSES_IN_THE_BODY(Fate.SILENT, (number, out, in) -> text(out, Bodies.OK + "Content-Length: 100\r\n\r\n{\"a\"")),
    LENGTH_TOO_LONG(Fate.SILENT, (number, out, in) -> {
        text(out, Bodies.OK + "Content-Length: 100\r\n\r\n{}");
        held(in);
    }),
    LENGTH_TOO_SHORT(Fate.NOT_JSON, (number, out, in) -> text(out, Bodies.OK + "Content-Length: 4\r\n\r\n{\"a\": 1}")),
    LENGTH_NEGATIVE(Fate.SILENT, (number, out, in) -> text(out, Bodies.OK + "Content-Length: -5\r\n\r\n{}")),
    LENGTH_A_TEXT(Fate.SILENT, (number, out, in) -> text(out, Bodies.OK + "Content-Length: two\r\n\r\n{}")),
    NOT_HTTP(Fate.SILENT, (number, out, in) -> text(out, "220 smtp.example.com ESMTP\r\n")),
    ENDLESS_BODY(Fate.CUT, (number, out, in) -> {
        text(out, Bodies.OK + "\r\n");
        endless(out, "x".repeat(1 << 14));
    }),
    ENDLESS_HEADERS(Fate.SILENT, (number, out, in) -> {
        text(out, Bodies.OK);
        endless(out, "X-Another: " + "x".repeat(100) + "\r\n");
    }),
    LONG_HEADER(
            Fate.SILENT,
            (number, out, in) ->
                    text(out, Bodies.OK + "X-Long: " + "x".repeat(1 << 20) + "\r\nContent-Length: 2\r\n\r\n{}")),
    MANY_LONG_HEADERS(
            Fate.STRANGE,
            (number, out, in) -> text(
                    out,
                    Bodies.OK + ("X-Long: " + "x".repeat(8_000) + "\r\n").repeat(20) + "Content-Length: 2\r\n\r\n{}")),
    HUGE_JSON(Fate.CUT, (number, out, in) -> Bodies.huge(out)),
    MANY_VALUES(Fate.CUT, (number, out, in) -> text(out, Bodies.json("[" + "{},".repeat(170_000) + "{}]"))),
    DEEP_JSON(Fate.CUT, (number, out, in) -> text(out, Bodies.json("[".repeat(100_000) + "]".repeat(100_000)))),
    DEEP_OBJECTS(
            Fate.CUT, (number, out, in) -> text(out, Bodies.json("{\"a\":".repeat(80_000) + "1" + "}".repeat(80_000)))),
    DUPLICATE_MEMBERS(Fate.NOT_JSON, (number, out, in) -> text(out, Bodies.json("{\"sid\": 1, \"sid\": 2}"))),
    NAN(Fate.NOT_JSON, (number, out, in) -> text(out, Bodies.json("{\"duration\": NaN}"))),
    LONG_NUMBER(Fate.CUT, (number, out, in) -> text(out, Bodies.json("{\"n\": " + "9".repeat(100_000) + "}"))),
    INVALID_UTF8(Fate.NOT_JSON, (number, out, in) -> {
        text(out, Bodies.OK + "Content-Length: 10\r\n\r\n{\"a\": \"");
        out.write(new byte[] {(byte) 0xC3, (byte) 0x28});
        text(out, "\"");
    }),
    BYTE_ORDER_MARK(Fate.NOT_JSON, (number, out, in) -> text(out, Bodies.json("\uFEFF{}"))),
    GZIP_BOMB(Fate.CUT, (number, out, in) -> out.write(Bodies.bomb())),
    GZIP_WRONG(
            Fate.SILENT,
            (number, out, in) -> text(out, Bodies.OK + "Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}")),
    CHUNKS_WRONG(
            Fate.SILENT,
            (number, out, in) -> text(out, Bodies.OK + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n")),
    CHUNKS_WITHOUT_END(
            Fate.SILENT, (number, out, in) -> text(out, Bodies.OK + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n")),
    CHUNKS_ENDLESS(Fate.CUT, (number, out, in) -> {
        text(out, Bodies.OK + "Transfer-Encoding: chunked\r\n\r\n");
        endless(out, "1\r\nx\r\n".repeat(1_000));
    }),
    INTERIM_FLOOD(Fate.SILENT, (number, out, in) -> endless(out, "HTTP/1.1 102 Wait\r\n\r\n".repeat(200))),
    REDIRECT_LOOP(Fate.STRANGE, (number, out, in) -> text(out, Bodies.redirect("/"))),
    HTML(
            Fate.STRANGE,
            (number, out, in) -> text(
                    out,
                    "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: text/html\r\nContent-Length: 15\r\n\r\n<h1>Hello</h1>\n")),
    EMPTY(Fate.NOT_JSON, (number, out, in) -> text(out, Bodies.OK + "Content-Length: 0\r\n\r\n")),
    NO_CONTENT(Fate.STRANGE, (number, out, in) -> text(out, "HTTP/1.1 204 No\r\nConnection: close\r\n\r\n")),
    STATUS_999(
            Fate.STRANGE,
            (number, out, in) -> text(out, "HTTP/1.1 999 No\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")),
    STATUS_000(
            Fate.SILENT,
            (number, out, in) -> text(out, "HTTP/1.1 000 No\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")),
    LATER_FOR_EVER(
            Fate.STRANGE,
            (number, out, in) -> text(
                    out, "HTTP/1.1 429 No\r\nConnection: close\r\nRetry-After: 9999\r\nContent-Length: 0\r\n\r\n"));

    private static final Set<Manner> WAITING =
            EnumSet.of(NEVER_ANSWERS, A_BYTE_A_SECOND, BODY_BY_THE_SECOND, LENGTH_TOO_LONG, LATER_FOR_EVER);

    private final Fate fate;
    private final RawPeer.Conversation conversation;

    /** What comes of a run against it. */
    enum Fate {
        /** It is as good as down. */
        SILENT,
        /** It is caught at the form of its bodies. */
        NOT_JSON,
        /** Its bodies are more than anybody reads. */
        CUT,
        /** It answers, and anything but right. */
        STRANGE
    }

    Manner(Fate fate, RawPeer.Conversation conversation) {
        this.fate = fate;
        this.conversation = conversation;
    }

    Fate fate() {
        return fate;
    }

    /** Whether a run against it is mostly waiting. */
    boolean waits() {
        return WAITING.contains(this);
    }

    RawPeer start() throws IOException {
        return RawPeer.talking(conversation);
    }

    private static void text(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static void held(InputStream in) throws IOException {
        in.transferTo(OutputStream.nullOutputStream());
    }

    private static void drip(OutputStream out, String text) throws IOException {
        for (byte part : text.getBytes(StandardCharsets.UTF_8)) {
            out.write(part);
            out.flush();
            CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS))
                    .join();
        }
    }

    /** Until the other side has enough. */
    private static void endless(OutputStream out, String part) throws IOException {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        while (true) {
            out.write(bytes);
        }
    }
}
