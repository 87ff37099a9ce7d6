package io.callcheck.restassured;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.callcheck.engine.Audit;
import io.callcheck.engine.Results;
import io.callcheck.exchange.Header;
import io.callcheck.exchange.Redaction;
import io.callcheck.exchange.Target;
import io.callcheck.verdict.Run;
import io.callcheck.verdict.Terms;
import io.callcheck.verdict.Verdict;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A filter of REST-assured that writes down each exchange, credentials taken out, and has all of them judged as those
 * of a run of the kit are: {@code given().filter(recorder)…}. Safe for tests that run at the same time.
 */
public final class Recorder implements Filter {
    /** The file of a recording, in the folder of its results. */
    public static final String NAME = "recorded.jsonl";

    private final Target target;
    private final Redaction redaction;
    /** As they came: a credential may be the same as what is no credential elsewhere, and that is judged. */
    private final ConcurrentLinkedQueue<Run.ExchangeInfo> exchanges = new ConcurrentLinkedQueue<>();

    private Recorder(Target target) {
        this.target = target;
        this.redaction = Redaction.ofRecording(target);
    }

    /**
     * A recorder for a server.
     *
     * @param target the server: its addresses tell which exchanges are judged, its credentials are taken out
     */
    public static Recorder of(Target target) {
        return new Recorder(target);
    }

    /** What was recorded so far, in the order of the answers; without credentials. */
    public List<Run.ExchangeInfo> exchanges() {
        return exchanges.stream().map(this::clean).toList();
    }

    /**
     * Judges what was recorded so far by the clauses of answers and the laws of calls, and writes the recording,
     * {@code run.json} and the report. Clauses that no exchange shows are UNSEEN.
     *
     * @param folder the folder for the files; made when it is not there
     * @throws IOException when they cannot be written
     */
    public Results judge(Path folder) throws IOException {
        Files.createDirectories(folder);
        List<Run.ExchangeInfo> recorded = List.copyOf(exchanges);
        Files.write(folder.resolve(NAME), lines(recorded.stream().map(this::clean)));
        byte[] whole = String.join("\n", lines(recorded.stream())).getBytes(StandardCharsets.UTF_8);
        Run run = Audit.of(target, new ByteArrayInputStream(whole)).run();
        return Results.write(run, Terms.of(target.settings(), Path.of("")), folder);
    }

    /**
     * Judges as {@link #judge(Path)} does, and fails when a clause was broken: for a method with {@code @AfterAll}.
     *
     * @param folder the folder for the files; made when it is not there
     * @throws IOException when they cannot be written
     * @throws AssertionError with a line for each violation
     */
    public void verify(Path folder) throws IOException {
        List<Verdict> violations = judge(folder).judged().violations();
        if (!violations.isEmpty()) {
            throw new AssertionError(
                    violations.stream().map(Recorder::line).distinct().collect(Collectors.joining("\n")));
        }
    }

    private static List<String> lines(Stream<Run.ExchangeInfo> exchanges) throws IOException {
        JsonMapper mapper = new JsonMapper();
        List<String> lines = new ArrayList<>();
        for (Run.ExchangeInfo exchange : exchanges.toList()) {
            lines.add(mapper.writeValueAsString(exchange));
        }
        return lines;
    }

    private static String line(Verdict verdict) {
        String what = verdict.findings().stream()
                .map(f -> f.where() + ": expected " + f.expected() + ", got " + f.actual())
                .findFirst()
                .orElse(verdict.reason());
        return verdict.clause() + " [" + verdict.operation() + "]: " + what;
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        Instant at = Instant.now();
        long before = System.nanoTime();
        Response response = context.next(request, expected);
        String answered = response.asString();
        double millis = (System.nanoTime() - before) / 1e6;
        String body = RequestText.of(request);
        List<List<String>> headers = pairs(request.getHeaders());
        redaction.learn(
                headers.stream().map(h -> new Header(h.get(0), h.get(1))).toList(), body);
        exchanges.add(new Run.ExchangeInfo(
                "",
                "",
                at.toString(),
                new Run.RequestInfo(request.getMethod(), request.getURI(), headers, body),
                new Run.ResponseInfo(response.getStatusCode(), pairs(response.getHeaders()), answered, millis),
                null));
        return response;
    }

    private Run.ExchangeInfo clean(Run.ExchangeInfo exchange) {
        Run.RequestInfo request = exchange.request();
        Run.ResponseInfo response = exchange.response();
        return new Run.ExchangeInfo(
                exchange.api(),
                exchange.operation(),
                exchange.at(),
                new Run.RequestInfo(
                        request.method(),
                        redaction.text(request.url()),
                        clean(request.headers()),
                        redaction.text(request.body())),
                response == null
                        ? null
                        : new Run.ResponseInfo(
                                response.status(),
                                clean(response.headers()),
                                redaction.text(response.body()),
                                response.millis()),
                exchange.problem());
    }

    private List<List<String>> clean(List<List<String>> headers) {
        return headers.stream()
                .map(h -> redaction.header(new Header(h.get(0), h.get(1))))
                .map(h -> List.of(h.name(), h.value()))
                .toList();
    }

    private static List<List<String>> pairs(Iterable<io.restassured.http.Header> headers) {
        List<List<String>> pairs = new ArrayList<>();
        headers.forEach(h -> pairs.add(List.of(h.getName(), h.getValue())));
        return pairs;
    }
}
