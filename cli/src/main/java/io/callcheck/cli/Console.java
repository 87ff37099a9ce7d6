package io.callcheck.cli;

import io.callcheck.engine.Listener;
import io.callcheck.verdict.Verdict;
import java.io.PrintWriter;

/** Shows how far a run is: a line now and then, not a wall. */
final class Console implements Listener {
    private static final int STEPS = 10;

    private final PrintWriter out;
    private int shown;

    Console(PrintWriter out) {
        this.out = out;
    }

    @Override
    public synchronized void judged(Verdict verdict, int done, int planned) {
        int step = done * STEPS / Math.max(1, planned);
        if (step > shown) {
            shown = step;
            out.println("judged   " + done + " of " + planned);
            out.flush();
        }
    }

    /** Prints one line. */
    synchronized void line(String text) {
        out.println(text);
        out.flush();
    }
}
