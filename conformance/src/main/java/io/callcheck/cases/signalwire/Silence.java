package io.callcheck.cases.signalwire;

import io.callcheck.exchange.Reply;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/** A tenth of a second of silence, as a WAV file that any telephone network can play. */
final class Silence {
    private static final int RATE = 8_000;
    private static final int SAMPLES = RATE / 10;
    private static final int HEADER = 44;
    /** The middle of eight bits without sign. */
    private static final byte NONE = (byte) 0x80;

    private Silence() {}

    /** The file. */
    static Reply reply() {
        byte[] sound = new byte[SAMPLES];
        Arrays.fill(sound, NONE);
        byte[] file = ByteBuffer.allocate(HEADER + SAMPLES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii("RIFF"))
                .putInt(HEADER - 8 + SAMPLES)
                .put(ascii("WAVEfmt "))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) 1)
                .putInt(RATE)
                .putInt(RATE)
                .putShort((short) 1)
                .putShort((short) 8)
                .put(ascii("data"))
                .putInt(SAMPLES)
                .put(sound)
                .array();
        return new Reply(200, "audio/wav", new String(file, StandardCharsets.ISO_8859_1), Duration.ZERO);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
