package io.callcheck.exchange;

import io.callcheck.spec.Api;
import io.callcheck.testing.Targets;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/** Transcripts whose time the test tells. */
public final class Timed {
    private Timed() {}

    /**
     * A transcript of the SignalWire side at an address.
     *
     * @param beside does what is begun ahead
     * @param clock tells nanoseconds
     */
    public static Transcript transcript(URI target, Executor beside, LongSupplier clock) {
        Wire wire = new Wire(Targets.at(target, "5s"), new CallBudget(0));
        Transcript.Company company = new Transcript.Company(Runnable::run, beside, new CountDownLatch(0));
        return new Transcript(Api.SIGNALWIRE, wire, company, clock);
    }
}
