package io.callcheck.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.callcheck.spec.Api;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
    static {
        // The JDK's client repeats a GET on its own otherwise: then the evidence would not be the wire.
        setUnlessGiven("jdk.httpclient.redirects.retrylimit", "1");
        // Shorter than any server keeps an idle connection: a create never goes out on one that may be dying.
        setUnlessGiven("jdk.httpclient.keepalive.timeout", "2");
    }

    private static final int RETRIES = 5;
    /** 64 MiB of long bodies in all: what a run of a target with a thousand calls takes. */
    private static final long LARGE = 64L << 20;

    private static final Set<String> OVER = Set.of("completed", "canceled", "cancelled", "busy", "failed", "no-answer");
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final HttpClient client;
    private final Target target;
    private final RateLimit rate;
    private final CallBudget budget;
    private final DialGuard guard;
    private final ObjectMapper json = new ObjectMapper();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicLong slowest = new AtomicLong();
    private final AtomicLong large = new AtomicLong();

    public Wire(Target target, CallBudget budget) {
        this.target = target;
        this.budget = budget;
        this.guard = new DialGuard(target);
        this.rate = new RateLimit(target.limits().rate());
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(target.limits().timeout())
                .build();
    }

    /** How many requests were sent. */
    public int requests() {
        return requests.get();
    }

    /** How long the slowest answer took so far: what the target is waited for is scaled by it. */
    public Duration slowest() {
        return Duration.ofNanos(slowest.get());
    }

    /** The calls that were created. */
    public CallBudget budget() {
        return budget;
    }

    /**
     * Sends one request and waits for its answer, at most as long as the target's limits say.
     *
     * @throws IllegalArgumentException when the request does not go to the target: a kit's own mistake
     */
    public Exchange send(Api api, String operation, Sent sent) {
        if (!target.url(api).getRawAuthority().equals(sent.uri().getRawAuthority())) {
            throw new IllegalArgumentException(
                    "a request to " + sent.uri().getRawAuthority() + ", which is not the target");
        }
        Instant at = Instant.now();
        Optional<String> forbidden = guard.forbidden(api, sent);
        if (forbidden.isPresent()) {
            String why = Exchange.WITHHELD + "it would dial '" + forbidden.get()
                    + "', and a live target is asked to dial the numbers of the target file alone";
            return new Exchange(api, operation, at, sent, null, why);
        }
        if (operation.equals("create") && sent.method().equals("POST") && !budget.take()) {
            return new Exchange(api, operation, at, sent, null, "limits.calls is reached: no further call is created");
        }
        Exchange exchange = once(api, operation, at, sent);
        for (int i = 0; i < RETRIES && toBeRepeated(exchange); i++) {
            exchange = once(api, operation, at, sent);
        }
        remember(exchange);
        if (operation.equals("create") && exchange.answer() == null) {
            budget.lost(api, at);
        }
        return exchange;
    }

    private Exchange once(Api api, String operation, Instant at, Sent sent) {
        rate.await();
        requests.incrementAndGet();
        long start = System.nanoTime();
        CompletableFuture<HttpResponse<BoundedBody.Read>> future =
                client.sendAsync(request(sent), info -> BoundedBody.of(operation));
        try {
            HttpResponse<BoundedBody.Read> response =
                    future.get(target.limits().timeout().toMillis(), TimeUnit.MILLISECONDS);
            long took = System.nanoTime() - start;
            slowest.accumulateAndGet(took, Math::max);
            return new Exchange(api, operation, at, sent, answer(response, took), null);
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
            return new Exchange(
                    api,
                    operation,
                    at,
                    sent,
                    null,
                    "nothing within " + target.limits().timeout().toMillis() + " ms");
        } catch (ExecutionException e) {
            return new Exchange(api, operation, at, sent, null, problem(Objects.requireNonNullElse(e.getCause(), e)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Exchange(api, operation, at, sent, null, "the run was interrupted");
        }
    }

    private HttpRequest request(Sent sent) {
        HttpRequest.Builder request = HttpRequest.newBuilder(sent.uri())
                .timeout(target.limits().timeout())
                .method(
                        sent.method(),
                        sent.body().isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(sent.bytes()));
        sent.headers().forEach(h -> request.header(h.name(), h.value()));
        return request.build();
    }

    private Answer answer(HttpResponse<BoundedBody.Read> response, long nanos) throws IOException {
        List<Header> headers = new ArrayList<>();
        response.headers().map().forEach((name, values) -> values.forEach(v -> headers.add(new Header(name, v))));
        boolean gzip =
                response.headers().firstValue("content-encoding").orElse("").equalsIgnoreCase("gzip");
        BoundedBody.Read read = gzip ? response.body().unzipped() : response.body();
        BoundedBody.Read body = kept(read);
        return new Answer(response.statusCode(), List.copyOf(headers), body.bytes(), body.cut(), nanos / 1000);
    }

    /** Long bodies are kept while there is room for them. */
    private BoundedBody.Read kept(BoundedBody.Read read) {
        int length = read.bytes().length;
        return length <= BoundedBody.KEPT || large.addAndGet(length) <= LARGE ? read : read.shortened();
    }

    private static boolean toBeRepeated(Exchange exchange) {
        Answer answer = exchange.answer();
        if (answer == null) {
            return false;
        }
        boolean asked = answer.header("retry-after").isPresent();
        if (answer.status() != 429 && !(answer.status() == 503 && asked)) {
            return false;
        }
        long seconds = answer.header("retry-after")
                .filter(v -> v.matches("\\d{1,4}"))
                .map(Long::valueOf)
                .orElse(1L);
        RateLimit.pause(Math.min(Duration.ofSeconds(seconds).toNanos(), LONGEST_WAIT.toNanos()));
        return true;
    }

    /** Remembers calls that were created, forgets those that were seen to be over. */
    private void remember(Exchange exchange) {
        Answer answer = exchange.answer();
        if (answer == null || !answer.success() || exchange.operation().equals("list")) {
            return;
        }
        try {
            JsonNode body = json.readTree(answer.body());
            String id = body.path(exchange.api() == Api.BIRD ? "id" : "sid").asText("");
            if (exchange.operation().equals("create") && !id.isEmpty()) {
                budget.created(exchange.api(), id);
            }
            if (OVER.contains(body.path("status").asText())) {
                budget.ended(id);
            }
        } catch (IOException e) {
            // Not JSON: judged as an answer elsewhere; there is no call that could be hung up by its id.
            return;
        }
    }

    private static void setUnlessGiven(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    private static String problem(Throwable thrown) {
        // With its own retries turned off the JDK puts this around what it would have tried again.
        boolean wrapped = "Too many retries".equals(thrown.getMessage());
        Throwable cause = wrapped ? Objects.requireNonNullElse(thrown.getCause(), thrown) : thrown;
        if (cause instanceof ConnectException) {
            return cause.getCause() instanceof UnresolvedAddressException ? "unknown host" : "connection refused";
        }
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }
}
