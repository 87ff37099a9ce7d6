package io.callcheck.cli;

import io.callcheck.engine.Listener;
import io.callcheck.verdict.Outcome;
import io.callcheck.verdict.Verdict;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Shows how far a run is: on a terminal one line that is written over and over, elsewhere a line now and then. Verdicts
 * come late, when calls have come to their ends: before half of them are there, the time that passed is told, and only then
 * the time that is left.
 */
final class Progress implements Listener {
    private static final int STEPS = 10;
    private static final long OFTEN = Duration.ofMillis(200).toNanos();

    private final PrintWriter out;
    private final boolean terminal;
    private final boolean verbose;
    private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    private final LongSupplier nanos;
    private final long began;
    private long last;
    private int shown;

    /**
     * A progress line.
     *
     * @param terminal whether lines can be written over
     * @param verbose whether each verdict that is not green gets a line
     */
    Progress(PrintWriter out, boolean terminal, boolean verbose) {
        this(out, terminal, verbose, System::nanoTime);
    }

    /** The same by a clock of its own. */
    Progress(PrintWriter out, boolean terminal, boolean verbose, LongSupplier nanos) {
        this.out = out;
        this.terminal = terminal;
        this.verbose = verbose;
        this.nanos = nanos;
        began = nanos.getAsLong();
        last = began - OFTEN;
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
            } else if (nanos.getAsLong() - last >= OFTEN) {
                last = nanos.getAsLong();
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
        double seconds = (nanos.getAsLong() - began) / 1e9;
        if (done < planned && seconds > 1) {
            text.append(
                    done * 2 > planned
                            ? String.format(Locale.ROOT, ", about %.0f s left", seconds * (planned - done) / done)
                            : String.format(Locale.ROOT, ", after %.0f s", seconds));
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
