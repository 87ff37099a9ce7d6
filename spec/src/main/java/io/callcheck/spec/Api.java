package io.callcheck.spec;

import java.util.Locale;

/** The two APIs that this project holds a contract of. */
public enum Api {
    /** The SignalWire Compatibility API, Calls: form in, JSON out, HTTP Basic. */
    SIGNALWIRE("SignalWire Compatibility API"),
    /** Bird's calls API: JSON in and out, {@code AccessKey}. */
    BIRD("Bird calls API");

    private final String title;

    Api(String title) {
        this.title = title;
    }

    /** The name for people. */
    public String title() {
        return title;
    }

    /** The first part of every clause id of this API, in lower case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
