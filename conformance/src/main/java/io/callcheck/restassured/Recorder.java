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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/**
 * A filter of REST-assured that writes down each exchange, credentials taken out, and has all of them judged as those
 * of a run of the kit are: {@code given().filter(recorder)…}. Safe for tests that run at the same time.
 */
public final class Recorder implements Filter {
    /** The file of a recording, in the folder of its results. */
    public static final String NAME = "recorded.jsonl";

    private final Target target;
    private final Redaction redaction;
    private final ConcurrentLinkedQueue<Run.ExchangeInfo> exchanges = new ConcurrentLinkedQueue<>();

    private Recorder(Target target) {
        this.target = target;
        this.redaction = Redaction.of(target);
    }

    /**
     * A recorder for a server.
     *
     * @param target the server: its addresses tell which exchanges are judged, its credentials are taken out
     */
    public static Recorder of(Target target) {
        return new Recorder(target);
    }

    /** What was recorded so far, in the order of the answers. */
    public List<Run.ExchangeInfo> exchanges() {
        return List.copyOf(exchanges);
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
        JsonMapper mapper = new JsonMapper();
        List<String> lines = new ArrayList<>();
        for (Run.ExchangeInfo exchange : exchanges) {
            lines.add(mapper.writeValueAsString(exchange));
        }
        Path recording = Files.write(folder.resolve(NAME), lines);
        Run run = Audit.of(target, recording).run();
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
        String body = response.asString();
        double millis = (System.nanoTime() - before) / 1e6;
        exchanges.add(new Run.ExchangeInfo(
                "",
                "",
                at.toString(),
                new Run.RequestInfo(
                        request.getMethod(),
                        redaction.text(request.getURI()),
                        headers(request.getHeaders()),
                        redaction.text(RequestText.of(request))),
                new Run.ResponseInfo(
                        response.getStatusCode(), headers(response.getHeaders()), redaction.text(body), millis),
                null));
        return response;
    }

    private List<List<String>> headers(Iterable<io.restassured.http.Header> headers) {
        List<List<String>> pairs = new ArrayList<>();
        for (io.restassured.http.Header header : headers) {
            Header clean = redaction.header(new Header(header.getName(), header.getValue()));
            pairs.add(List.of(clean.name(), clean.value()));
        }
        return pairs;
    }
}
