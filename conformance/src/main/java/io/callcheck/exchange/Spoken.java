package io.callcheck.exchange;

import io.restassured.RestAssured;
import io.restassured.builder.ResponseBuilder;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.http.Headers;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * REST-assured as the language of hand-written cases: its requests go out through the same {@link Transcript} as all
 * others, so that evidence, redaction, budget and rate limit are in one place.
 */
public final class Spoken implements Filter {
    private static final int NO_ANSWER = 599;

    private final Transcript transcript;
    private final String step;
    private final String operation;

    private Spoken(Transcript transcript, String step, String operation) {
        this.transcript = transcript;
        this.step = step;
        this.operation = operation;
    }

    /**
     * Begins a request that is written down as a step. A target that does not answer gives the status 599.
     *
     * @param transcript where it is written down
     * @param step the step's name
     * @param operation the operation's id
     */
    public static RequestSpecification given(Transcript transcript, String step, String operation) {
        return RestAssured.given()
                .config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .filter(new Spoken(transcript, step, operation));
    }

    /** Begins a request from one that is ready: its address, headers and body are taken over. */
    public static RequestSpecification given(Transcript transcript, String step, String operation, Sent ready) {
        RequestSpecification spec =
                given(transcript, step, operation).baseUri(ready.uri().toString());
        ready.headers().forEach(h -> spec.header(h.name(), h.value()));
        return ready.body().isEmpty() ? spec : spec.body(ready.body());
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        List<Header> headers = new ArrayList<>();
        request.getHeaders().forEach(h -> headers.add(new Header(h.getName(), h.getValue())));
        Object body = request.getBody();
        Sent sent = new Sent(
                request.getMethod(),
                URI.create(request.getURI()),
                List.copyOf(headers),
                body == null ? "" : body.toString());
        Exchange exchange = transcript.send(step, operation, sent);
        Answer answer = exchange.answer();
        ResponseBuilder response = new ResponseBuilder();
        if (answer == null) {
            return response.setStatusCode(NO_ANSWER).setBody("").build();
        }
        List<io.restassured.http.Header> came = new ArrayList<>();
        answer.headers().forEach(h -> came.add(new io.restassured.http.Header(h.name(), h.value())));
        return response.setStatusCode(answer.status())
                .setHeaders(new Headers(came))
                .setContentType(answer.header("content-type").orElse(""))
                .setBody(answer.text())
                .build();
    }
}
