package io.callcheck.exchange;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** A body as a run keeps it: a long one is packed, for it is read a few times and held for as long as the run. */
final class Kept {
    /** Below that a body is held as it is: packing would save less than it costs. */
    private static final int LONG = 32 * 1024;

    private static final int BUFFER = 8 * 1024;

    private final byte[] held;
    private final int length;
    private final boolean packed;

    private Kept(byte[] held, int length, boolean packed) {
        this.held = held;
        this.length = length;
        this.packed = packed;
    }

    /** A body that is held as it is, however long. */
    static Kept plain(byte[] body) {
        return new Kept(body, body.length, false);
    }

    /** A body that is held for long: packed when that makes it shorter. */
    static Kept packed(byte[] body) {
        if (body.length < LONG) {
            return plain(body);
        }
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        try {
            deflater.setInput(body);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream(BUFFER);
            byte[] buffer = new byte[BUFFER];
            while (!deflater.finished() && out.size() < body.length) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return deflater.finished() && out.size() < body.length
                    ? new Kept(out.toByteArray(), body.length, true)
                    : plain(body);
        } finally {
            deflater.end();
        }
    }

    /** The body; not to be changed. */
    byte[] bytes() {
        if (!packed) {
            return held;
        }
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(held);
            byte[] body = new byte[length];
            int read = 0;
            while (read < length) {
                int more = inflater.inflate(body, read, length - read);
                if (more == 0) {
                    throw new IllegalStateException("packed by this class, and not to be read by it");
                }
                read += more;
            }
            return body;
        } catch (DataFormatException e) {
            throw new IllegalStateException("packed by this class, and not to be read by it", e);
        } finally {
            inflater.end();
        }
    }

    /** How long the body is, in bytes. */
    int length() {
        return length;
    }

    /** How much room it takes, in bytes. */
    int room() {
        return held.length;
    }
}
