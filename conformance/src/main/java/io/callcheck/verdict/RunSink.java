package io.callcheck.verdict;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Makes something of a run when it is complete or cut short: a page, a summary, a badge. Found by the service loader.
 * One that fails makes the run an error, never the target's violation.
 */
public interface RunSink {
    /**
     * Writes what it makes of a run.
     *
     * @param judged the run and what the gate makes of it
     * @param folder the folder of the run's results, which exists
     * @throws IOException when it cannot be written
     */
    void accept(Judged judged, Path folder) throws IOException;

    /**
     * Does beforehand what does not depend on the run, such as loading classes. Writes nothing.
     *
     * @param example a run that has a little of everything
     */
    default void prepare(Judged example) {}
}
