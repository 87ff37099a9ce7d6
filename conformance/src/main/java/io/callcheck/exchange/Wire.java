package io.callcheck.exchange;

import io.callcheck.spec.Api;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sends requests to one target and records what came: the only door to it. A failure of the network is an exchange
 * without an answer, never an exception. Redirects are not followed. An answer of 429, or of 503 with
 * {@code Retry-After}, is no answer: it is waited out and the request is sent again, a few times.
 */
public final class Wire {
    private static final String NO_PULSE = "the target does not answer: ";
    private static final Duration BETWEEN = Duration.ofMillis(200);

    private static final String REFUSED = "connection refused";

    private static final String UNSENT = Exchange.INTERRUPTED + " before it was sent";

    private static final int RETRIES = 5;

    /** What is kept of the words of a failure: they may quote the target. */
    private static final int WORDS = 300;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    /** A target that has said nothing but "later" for so long is no longer waited for. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** How much longer than other requests the last look at a target takes. */
    private static final int PATIENT = 3;

    private final HttpClient client;
    private final Target target;
    private final Redaction redaction;
    private final RateLimit rate;
    private final Pause running = new Pause();
    private final Pause ending = new Pause();
    private final CallBudget budget;
    private final DialGuard guard;
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicLong slowest = new AtomicLong();
    private final Intake intake = new Intake();
    private final AtomicLong settled = new AtomicLong(System.nanoTime());
    private final Map<Api, Pulse> pulses = new EnumMap<>(Api.class);

    public Wire(Target target, CallBudget budget) {
        this.target = target;
        this.budget = budget;
        this.redaction = Redaction.of(target);
        this.guard = new DialGuard(target);
        this.rate = new RateLimit(target.limits().rate());
        target.apis().forEach(api -> pulses.put(api, new Pulse(System::nanoTime)));
        this.client = target.connection().client(target.limits().timeout());
    }

    /**
     * Sends a request to our own receiver and forgets it: what a client loads for its first request takes up to half a
     * second, which would read as slowness of the target. No proxy learns of it.
     *
     * @param own an address of our receiver; what it answers is of no interest
     */
    public void warmUp(URI own) {
        if (target.connection().proxies().of(own).isEmpty()) {
            HttpRequest request = HttpRequest.newBuilder(own)
                    .timeout(target.limits().timeout())
                    .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[1]))
                    .build();
            CompletableFuture<?> unused = client.sendAsync(request, HttpResponse.BodyHandlers.discarding());
        }
    }

    /** How many requests were sent. */
    public int requests() {
        return requests.get();
    }

    /** How long the slowest answer took so far: what the target is waited for is scaled by it. */
    public Duration slowest() {
        return Duration.ofNanos(slowest.get());
    }

    /** Takes out the credentials of the target, and those that were sent to it as parameters. */
    public Redaction redaction() {
        return redaction;
    }

    /** The calls that were created. */
    public CallBudget budget() {
        return budget;
    }

    /**
     * Sends one request and waits for its answer, at most as long as the target's limits say. Before the first answer
     * of a run a GET is repeated a few times; once the target is given up, or the run cut short, nothing is sent any more.
     *
     * @throws IllegalArgumentException when the request does not go to the target: a kit's own mistake
     */
    public Exchange send(Api api, String operation, Sent sent) {
        return send(api, operation, sent, running);
    }

    /**
     * Sends a request that ends what a run began, with all patience: of a run that was cut short, too, and to a target
     * that was given up, which may be back.
     */
    public Exchange sendLast(Api api, String operation, Sent sent) {
        return send(api, operation, sent, ending);
    }

    /** Whether a side of the target is asked for nothing any more, for it does not answer. */
    public boolean isGivenUp(Api api) {
        return !Objects.requireNonNull(pulses.get(api)).dead().isEmpty();
    }

    /**
     * Cuts the run short: what is under way is answered, for nobody may lose sight of a call that it makes. Nothing else
     * is waited for or sent any more, but what ends a call.
     */
    public void stop() {
        budget.stop();
        running.cut();
    }

    private Exchange send(Api api, String operation, Sent sent, Pause pause) {
        Pulse pulse = pulse(api, sent);
        redaction.learn(sent.headers(), sent.body());
        Instant at = Instant.now();
        if (pause == running && !pulse.dead().isEmpty()) {
            return new Exchange(api, operation, at, sent, null, NO_PULSE + pulse.dead());
        }
        Optional<String> forbidden = guard.forbidden(api, sent);
        if (forbidden.isPresent()) {
            String why = Exchange.WITHHELD + forbidden.get();
            return new Exchange(api, operation, at, sent, null, why);
        }
        Optional<String> over =
                operation.equals("create") && sent.method().equals("POST") ? budget.take(api, at) : Optional.empty();
        if (over.isPresent()) {
            return new Exchange(api, operation, at, sent, null, over.get());
        }
        Exchange exchange = felt(pulse, api, operation, sent, pause);
        while (exchange.answer() == null && sent.method().equals("GET") && pulse.untried() && pause.passes(BETWEEN)) {
            exchange = felt(pulse, api, operation, sent, pause);
        }
        for (int i = 0; i < RETRIES && toBeRepeated(exchange, pause); i++) {
            exchange = felt(pulse, api, operation, sent, pause);
        }
        boolean unsent = UNSENT.equals(exchange.problem()) || REFUSED.equals(exchange.problem());
        CallTraces.note(exchange, unsent, at, budget);
        return exchange;
    }

    private Pulse pulse(Api api, Sent sent) {
        URI url = target.url(api);
        boolean same = url.getScheme().equalsIgnoreCase(sent.uri().getScheme())
                && url.getRawAuthority().equals(sent.uri().getRawAuthority());
        if (!same) {
            throw new IllegalArgumentException("a request to " + sent.uri().getScheme() + "://"
                    + sent.uri().getRawAuthority() + ", which is not the target");
        }
        return Objects.requireNonNull(pulses.get(api));
    }

    /** Sends a request, and counts its answer as a sign of life, or as a missing one. */
    private Exchange felt(Pulse pulse, Api api, String operation, Sent sent, Pause pause) {
        Duration longest = target.limits().timeout();
        Exchange exchange = once(api, operation, sent, longest, pause);
        if (exchange.answer() != null) {
            pulse.beat(sent);
        } else if (!over(pause)) {
            String problem = Objects.requireNonNullElse(exchange.problem(), "");
            pulse.miss(problem).ifPresent(look -> {
                Exchange last = once(api, operation, look, longest.multipliedBy(PATIENT), pause);
                // Nobody looked to the end: the calls of the run are hung up all the same.
                boolean alive = last.answer() != null || over(pause);
                pulse.looked(alive ? "" : Objects.requireNonNullElse(last.problem(), problem));
            });
        }
        return exchange;
    }

    /** The exchange is of the moment in which it is sent: what was waited for before is no time of the target's. */
    private Exchange once(Api api, String operation, Sent sent, Duration longest, Pause pause) {
        if (!pause.isCut()) {
            rate.await(pause);
        }
        Instant at = Instant.now();
        if (pause.isCut()
                || (operation.equals("create") && Thread.currentThread().isInterrupted())) {
            return new Exchange(api, operation, at, sent, null, UNSENT);
        }
        requests.incrementAndGet();
        long start = System.nanoTime();
        CompletableFuture<HttpResponse<BoundedBody.Read>> future =
                client.sendAsync(request(sent, longest), info -> BoundedBody.of(operation));
        try {
            HttpResponse<BoundedBody.Read> response = future.get(longest.toMillis(), TimeUnit.MILLISECONDS);
            long took = System.nanoTime() - start;
            Optional<String> refused = target.connection().refused(sent.uri(), response);
            if (refused.isPresent()) {
                return new Exchange(api, operation, at, sent, null, refused.get());
            }
            slowest.accumulateAndGet(took, Math::max);
            return new Exchange(api, operation, at, sent, intake.answer(response, took), null);
        } catch (IOException e) {
            return new Exchange(
                    api,
                    operation,
                    at,
                    sent,
                    null,
                    "the body is not the gzip that Content-Encoding says: " + e.getMessage());
        } catch (TimeoutException e) {
            future.cancel(true);
            return new Exchange(api, operation, at, sent, null, late(longest));
        } catch (ExecutionException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            String words = cause instanceof HttpTimeoutException ? late(longest) : problem(cause);
            String problem = redaction.text(target.connection().told(sent.uri(), cause, words));
            return new Exchange(api, operation, at, sent, null, problem);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Exchange(api, operation, at, sent, null, Exchange.INTERRUPTED);
        }
    }

    /** Whether nobody waits for an answer any more: that none came says nothing of the target. */
    private static boolean over(Pause pause) {
        return pause.isCut() || Thread.currentThread().isInterrupted();
    }

    private static String late(Duration longest) {
        return Exchange.LATE + longest.toMillis() + " ms";
    }

    private HttpRequest request(Sent sent, Duration longest) {
        HttpRequest.Builder request = HttpRequest.newBuilder(sent.uri())
                .timeout(longest)
                .method(
                        sent.method(),
                        sent.body().isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(sent.bytes()));
        sent.headers().forEach(h -> request.header(h.name(), h.value()));
        target.connection().header(sent.uri()).ifPresent(h -> request.header(h.name(), h.value()));
        return request.build();
    }

    private boolean toBeRepeated(Exchange exchange, Pause pause) {
        Answer answer = exchange.answer();
        if (answer == null) {
            return false;
        }
        if (!answer.later()) {
            settled.set(System.nanoTime());
            return false;
        }
        if (System.nanoTime() - settled.get() > PATIENCE.toNanos()) {
            return false;
        }
        Duration wait = RetryAfter.of(answer, Instant.now());
        return pause.passes(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
    }

    private static String problem(Throwable thrown) {
        // With its own retries turned off the JDK puts this around what it would have tried again.
        boolean wrapped = "Too many retries".equals(thrown.getMessage());
        Throwable cause = wrapped ? Objects.requireNonNullElse(thrown.getCause(), thrown) : thrown;
        if (cause instanceof ConnectException) {
            return cause.getCause() instanceof UnresolvedAddressException ? "unknown host" : REFUSED;
        }
        String message = cause.getMessage();
        if (message == null) {
            return cause.getClass().getSimpleName();
        }
        if (message.equals("HTTP/1.1 header parser received no bytes")) {
            return "the connection was closed without an answer";
        }
        return message.length() <= WORDS ? message : message.substring(0, WORDS) + "…";
    }
}
