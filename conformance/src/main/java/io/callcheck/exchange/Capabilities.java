package io.callcheck.exchange;

import java.util.List;

/** What a target may declare to lack: the cases that need it are then not applicable. */
public final class Capabilities {
    /** Requests that the target sends to us. */
    public static final String CALLBACKS = "callbacks";
    /** Recordings of calls. */
    public static final String RECORDINGS = "recordings";
    /** Media streams of calls. */
    public static final String STREAMS = "streams";
    /** Listing calls. */
    public static final String LIST = "list";
    /** Deleting calls. */
    public static final String DELETE = "delete";
    /** Telling a human from a machine. */
    public static final String MACHINE_DETECTION = "machine-detection";
    /** Fetching and obeying documents. */
    public static final String DOCUMENTS = "documents";

    static final List<String> ALL = List.of(CALLBACKS, RECORDINGS, STREAMS, LIST, DELETE, MACHINE_DETECTION, DOCUMENTS);

    private Capabilities() {}
}
