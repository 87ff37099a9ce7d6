package io.callcheck.cli;

import io.callcheck.engine.Listener;
import io.callcheck.engine.Results;
import io.callcheck.engine.Session;
import io.callcheck.verdict.Terms;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What Ctrl-C and SIGTERM leave of a run, whenever they come: what was judged by then, marked as incomplete, and no call
 * open.
 */
final class Interruption implements AutoCloseable {
    private final Opening unstarted;
    private final Terms terms;
    private final Path out;
    private @Nullable Session running;
    private boolean cut;
    private boolean over;

    /** Plans the run anew. */
    @FunctionalInterface
    interface Opening {
        /** Plans it; nothing is sent. */
        Session open() throws IOException;
    }

    /**
     * Begins to wait for a signal.
     *
     * @param unstarted plans the run, in case the signal comes before it begins
     */
    Interruption(Opening unstarted, Terms terms, Path out) {
        this.unstarted = unstarted;
        this.terms = terms;
        this.out = out;
        Runtime.getRuntime().addShutdownHook(new Thread(this::cut, "callcheck-interruption"));
    }

    /** A run begins, unless a signal came before it. */
    synchronized boolean begins(Session session) {
        running = cut ? null : session;
        return !cut;
    }

    /** Nothing is left to do: what the run found is written. */
    @Override
    public synchronized void close() {
        over = true;
    }

    /** On Ctrl-C: the run ends early, and what it found by then is written before the process goes. */
    private void cut() {
        Session session;
        synchronized (this) {
            if (over) {
                return;
            }
            cut = true;
            session = running;
        }
        if (session != null) {
            session.interrupt();
            session.awaitEnd();
            return;
        }
        try (Session never = unstarted.open()) {
            never.interrupt();
            Results.write(never.run(Listener.SILENT), terms, out);
        } catch (IOException e) {
            // The process ends: there is nobody left to tell.
            return;
        }
    }
}
