package io.callcheck.engine;

import io.callcheck.verdict.Verdict;

/** Hears of a run while it goes on, on the threads of the engine. */
public interface Listener {
    /** Hears nothing. */
    Listener SILENT = new Listener() {};

    /**
     * A verdict was reached.
     *
     * @param verdict the verdict
     * @param done how many there are by now
     * @param planned how many there will be
     */
    default void judged(Verdict verdict, int done, int planned) {}
}
