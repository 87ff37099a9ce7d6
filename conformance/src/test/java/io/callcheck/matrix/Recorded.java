package io.callcheck.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callcheck.engine.Listener;
import io.callcheck.engine.Session;
import io.callcheck.exchange.Answer;
import io.callcheck.exchange.Exchange;
import io.callcheck.exchange.Header;
import io.callcheck.exchange.Sent;
import io.callcheck.spec.Api;
import io.callcheck.spec.Catalogue;
import io.callcheck.spec.Operation;
import io.callcheck.verdict.Run;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The answers of one run against the reference server without faults: a few of each shape that a body can have. */
final class Recorded {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OF_EACH_SHAPE = 2;
    /** So many answers of other operations stand for an operation's own. */
    private static final int OF_OTHERS = 40;
    /** What the target sends of itself is no answer, and waiting for a phone to ring out shows nothing new. */
    private static final String ELSEWHERE = ".*(Callback|\\.document|Timeout\\.effect).*";

    private static final String LIST = """
            {"errors": [{"code": %s, "message": "The price is too high.", "more_info": "https://callcheck.invalid/30010"}]}
            """;

    private Recorded() {}

    /** Runs the suite once, and adds what a run does not show: each documented answer of each operation. */
    static List<Exchange> run() throws IOException {
        try (Stand stand = Stand.varied();
                Session session = Session.open(stand.target(), clause -> !clause.matches(ELSEWHERE))) {
            List<Exchange> recorded = thinned(session.run(Listener.SILENT));
            return completed(recorded);
        }
    }

    /** An exchange with another answer. */
    static Exchange answered(Exchange exchange, int status, String body) {
        return new Exchange(
                exchange.api(),
                exchange.operation(),
                exchange.at(),
                exchange.sent(),
                new Answer(
                        status,
                        List.of(new Header("Content-Type", "application/json")),
                        body.getBytes(StandardCharsets.UTF_8),
                        false,
                        0),
                null);
    }

    private static List<Exchange> thinned(Run run) throws IOException {
        Map<String, Integer> shapes = new LinkedHashMap<>();
        List<Exchange> kept = new ArrayList<>();
        for (Run.ExchangeInfo info : run.exchanges()) {
            Run.ResponseInfo response = info.response();
            // A body that the run file cuts is no evidence.
            if (response != null && !response.body().endsWith("…")) {
                JsonNode body = JSON.readTree(response.body());
                String state = body.path("status").asText();
                Set<String> shape = new TreeSet<>(Set.of(info.api() + info.operation() + response.status() + state));
                shape("", body, shape);
                if (shapes.merge(shape.toString(), 1, Integer::sum) <= OF_EACH_SHAPE) {
                    kept.add(exchange(info, response));
                }
            }
        }
        return List.copyOf(kept);
    }

    private static void shape(String at, JsonNode node, Set<String> shape) {
        shape.add(at + " " + node.getNodeType());
        node.properties().forEach(member -> shape(at + "." + member.getKey(), member.getValue(), shape));
        if (node.isArray()) {
            node.forEach(item -> shape(at + "[]", item, shape));
        }
    }

    private static List<Exchange> completed(List<Exchange> recorded) throws IOException {
        List<Exchange> all = new ArrayList<>(recorded);
        for (Api api : Api.values()) {
            all.addAll(page(api, recorded));
            Catalogue catalogue = Catalogue.load(api);
            for (Operation operation : catalogue.operations()) {
                for (Map.Entry<Integer, Operation.Response> answer :
                        operation.answers().entrySet()) {
                    if (answer.getValue().media() != null) {
                        all.addAll(supposed(catalogue, operation.id(), answer.getKey(), answer.getValue(), recorded));
                    }
                }
            }
        }
        return List.copyOf(all);
    }

    /** A page of all the shapes that a call was seen in: what a page holds depends on when it was asked for. */
    private static List<Exchange> page(Api api, List<Exchange> recorded) throws IOException {
        String calls = api == Api.BIRD ? "results" : "calls";
        ArrayNode shown = JSON.createArrayNode();
        Set<String> seen = new TreeSet<>();
        ObjectNode page = null;
        for (Exchange exchange : recorded) {
            Answer answer = exchange.answer();
            if (exchange.api() != api || answer == null || !answer.success()) {
                continue;
            }
            JsonNode body = JSON.readTree(answer.body());
            Set<String> shape = new TreeSet<>(Set.of(body.path("status").asText()));
            shape("", body, shape);
            if (exchange.operation().equals("list")
                    && body instanceof ObjectNode object
                    && object.path(calls).isArray()) {
                page = object;
            } else if (Set.of("create", "retrieve", "update").contains(exchange.operation())
                    && seen.add(shape.toString())) {
                shown.add(body);
            }
        }
        if (page == null) {
            return List.of();
        }
        page.set(calls, shown);
        return List.of(of(api, "list", 200, page.toString()));
    }

    /** What was answered elsewhere in the same shape, supposed to be the answer here. */
    private static List<Exchange> supposed(
            Catalogue catalogue, String operation, int status, Operation.Response response, List<Exchange> recorded)
            throws IOException {
        Api api = catalogue.api();
        Set<String> seen = new TreeSet<>();
        List<Exchange> supposed = new ArrayList<>();
        boolean known = false;
        for (Exchange exchange : recorded) {
            Answer answer = exchange.answer();
            known |= exchange.api() == api
                    && exchange.operation().equals(operation)
                    && answer != null
                    && answer.status() == status;
        }
        for (Exchange exchange : recorded) {
            Answer answer = exchange.answer();
            boolean elsewhere = !exchange.operation().equals(operation);
            if (exchange.api() == api && answer != null && elsewhere && (!known || answer.success())) {
                Operation.Response there =
                        catalogue.operation(exchange.operation()).answers().get(answer.status());
                boolean error = answer.status() / 100 == 4 && status / 100 == 4 && supposed.size() < OF_EACH_SHAPE;
                JsonNode body = JSON.readTree(answer.body());
                Set<String> shape = new TreeSet<>(Set.of(body.path("status").asText()));
                shape("", body, shape);
                boolean alike = there != null && there.root().equals(response.root()) && seen.add(shape.toString());
                if (there != null && (alike || error) && supposed.size() < OF_OTHERS) {
                    supposed.add(of(api, operation, status, answer.text()));
                }
            }
        }
        if (response.name().equals("createRefused")) {
            supposed.add(of(api, operation, status, LIST.formatted("\"30010\"")));
            supposed.add(of(api, operation, status, LIST.formatted("30010")));
        }
        return supposed;
    }

    private static Exchange of(Api api, String operation, int status, String body) {
        Sent sent = new Sent("GET", URI.create("http://127.0.0.1/supposed"), List.of(), "");
        return answered(new Exchange(api, operation, Instant.EPOCH, sent, null, null), status, body);
    }

    private static Exchange exchange(Run.ExchangeInfo info, Run.ResponseInfo response) {
        Sent sent = new Sent(
                info.request().method(),
                URI.create(info.request().url()),
                List.of(),
                info.request().body());
        Api api = Api.valueOf(info.api().toUpperCase(Locale.ROOT));
        return answered(
                new Exchange(api, info.operation(), Instant.parse(info.at()), sent, null, null),
                response.status(),
                response.body());
    }
}
