package io.callcheck.exchange;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Reads a body up to a bound and stops: an endless body costs no memory, and one of tiny parts no time. */
final class BoundedBody implements HttpResponse.BodySubscriber<BoundedBody.Read> {
    /** What is kept of a body that was longer: enough for a person, too little to fill the memory. */
    static final int KEPT = 16 * 1024;

    /** 4 MiB: a page of a thousand calls, the largest lawful answer, has about half that size. */
    private static final int LIST = 4 << 20;
    /** 512 KiB: a hundred times any other lawful answer. */
    static final int OTHER = 512 << 10;

    /** Parts of fewer bytes than that on average take longer to put together than any body is worth. */
    private static final int PART = 32;

    private final int bound;
    private int parts;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompletableFuture<Read> done = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;

    private BoundedBody(int bound) {
        this.bound = bound;
    }

    /** A reader of an operation's answers. */
    static BoundedBody of(String operation) {
        return new BoundedBody(operation.equals("list") ? LIST : OTHER);
    }

    /**
     * What was read.
     *
     * @param bytes the body, or its first part
     * @param cut whether there was more
     * @param bound how long it may be
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Read(byte[] bytes, boolean cut, int bound) {

        /** The same, of which only the beginning is kept. */
        Read shortened() {
            return new Read(Arrays.copyOf(bytes, Math.min(bytes.length, KEPT)), true, bound);
        }

        /**
         * The body with gzip removed, still within the bound.
         *
         * @throws IOException when it is not gzip
         */
        Read unzipped() throws IOException {
            if (cut) {
                return this;
            }
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                byte[] plain = in.readNBytes(bound + 1);
                return plain.length > bound
                        ? new Read(Arrays.copyOf(plain, KEPT), true, bound)
                        : new Read(plain, false, bound);
            }
        }
    }

    @Override
    public CompletionStage<Read> getBody() {
        return done;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            // What comes after the cut is let go: it has no place left.
            byte[] part = new byte[done.isDone() ? 0 : Math.min(buffer.remaining(), bound - bytes.size())];
            buffer.get(part);
            bytes.writeBytes(part);
            parts++;
            if (buffer.hasRemaining() || parts > bound / PART) {
                if (subscription != null) {
                    subscription.cancel();
                }
                cut();
                return;
            }
        }
        if (subscription != null && !done.isDone()) {
            subscription.request(1);
        }
    }

    private void cut() {
        if (!done.isDone()) {
            done.complete(new Read(Arrays.copyOf(bytes.toByteArray(), KEPT), true, bound));
            bytes.reset();
        }
    }

    @Override
    public void onError(Throwable failure) {
        done.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        done.complete(new Read(bytes.toByteArray(), false, bound));
    }
}
