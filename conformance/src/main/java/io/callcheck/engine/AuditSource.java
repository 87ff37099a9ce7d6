package io.callcheck.engine;

import java.io.IOException;
import java.io.InputStream;

/** Reads a recording from its beginning to its end, one entry at a time. */
interface AuditSource {
    /**
     * Reads.
     *
     * @param desk takes the entries
     * @throws IOException when the file breaks off or is not of that kind
     */
    void read(InputStream in, AuditDesk desk) throws IOException;
}
