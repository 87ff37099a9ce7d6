package io.callcheck.suite;

import io.callcheck.engine.Listener;
import io.callcheck.engine.Results;
import io.callcheck.exchange.Target;
import java.nio.file.Path;

/**
 * Says which server the suite tests, and hears how it went. One is found by the service loader: implement it to test a
 * server of your own that is started in the same process.
 */
public interface TargetSource extends AutoCloseable {
    /**
     * The server under test, ready to answer.
     *
     * @throws io.callcheck.exchange.TargetException when its description is wrong
     */
    Target target();

    /** The folder that relative paths of the target's settings count from. */
    default Path directory() {
        return Path.of("");
    }

    /** The folder for the results; by default {@code target/callcheck}. */
    default Path folder() {
        return Path.of("target", "callcheck");
    }

    /** Hears of each verdict. */
    default Listener listener() {
        return Listener.SILENT;
    }

    /** Hears of the end of the run. */
    default void finished(Results results) {}

    @Override
    default void close() {}
}
