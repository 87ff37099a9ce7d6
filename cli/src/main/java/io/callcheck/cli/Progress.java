package io.callcheck.cli;

import io.callcheck.engine.Listener;
import io.callcheck.verdict.Outcome;
import io.callcheck.verdict.Verdict;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * Shows how far a run is: on a terminal one line that is written over and over, elsewhere a line now and then. Of the
 * time left it tells what the verdicts so far make likely.
 */
final class Progress implements Listener {
    private static final int STEPS = 10;
    private static final long OFTEN = Duration.ofMillis(200).toNanos();

    private final PrintWriter out;
    private final boolean terminal;
    private final boolean verbose;
    private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    private final long began = System.nanoTime();
    private long last;
    private int shown;

    /**
     * A progress line.
     *
     * @param terminal whether lines can be written over
     * @param verbose whether each verdict that is not green gets a line
     */
    Progress(PrintWriter out, boolean terminal, boolean verbose) {
        this.out = out;
        this.terminal = terminal;
        this.verbose = verbose;
    }

    @Override
    public synchronized void judged(Verdict verdict, int done, int planned) {
        counts.merge(verdict.outcome(), 1, Integer::sum);
        if (verbose && verdict.outcome() != Outcome.PASS) {
            clear();
            out.println(verdict.outcome() + " " + verdict.clause() + ": " + verdict.caseName()
                    + (verdict.reason().isEmpty() ? "" : " (" + verdict.reason() + ")"));
        }
        boolean end = done >= planned;
        if (terminal) {
            if (end) {
                clear();
            } else if (System.nanoTime() - last > OFTEN) {
                last = System.nanoTime();
                clear();
                out.print("judged   " + state(done, planned));
            }
            out.flush();
            return;
        }
        int step = done * STEPS / Math.max(1, planned);
        if (step > shown) {
            shown = step;
            out.println("judged   " + state(done, planned));
            out.flush();
        }
    }

    private String state(int done, int planned) {
        StringBuilder text = new StringBuilder(done + " of " + planned);
        for (Outcome outcome : new Outcome[] {Outcome.FAIL, Outcome.ERROR, Outcome.WARN}) {
            if (counts.getOrDefault(outcome, 0) > 0) {
                text.append(", ").append(counts.get(outcome)).append(' ').append(outcome);
            }
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        if (done < planned && done * STEPS > planned && seconds > 1) {
            text.append(String.format(Locale.ROOT, ", about %.0f s left", seconds * (planned - done) / done));
        }
        return text.toString();
    }

    /** Goes to the line's beginning and empties it. */
    private void clear() {
        if (terminal) {
            out.print("\r\u001b[K");
        }
    }
}
