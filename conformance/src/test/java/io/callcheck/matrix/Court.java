package io.callcheck.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.callcheck.exchange.Answer;
import io.callcheck.exchange.Evidence;
import io.callcheck.exchange.Exchange;
import io.callcheck.exchange.Step;
import io.callcheck.expect.Answers;
import io.callcheck.expect.Contract;
import io.callcheck.expect.Expectation;
import io.callcheck.expect.Finding;
import io.callcheck.expect.Judgement;
import io.callcheck.fixtures.fault.ActiveFaults;
import io.callcheck.spec.Api;
import io.callcheck.spec.Catalogue;
import io.callcheck.spec.Operation;
import io.callcheck.spec.Part;
import io.callcheck.spec.Use;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Puts a fault into recorded answers of one API, and judges them. */
final class Court {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** So many answers of one kind are judged for each fault. */
    private static final int OF_ONE_KIND = 2;

    private final Catalogue catalogue;
    private final Answers answers;
    private final List<Expected> expected;
    private final Map<Exchange, JsonNode> bodies = new LinkedHashMap<>();

    /**
     * What came of one fault.
     *
     * @param shown how often it showed
     * @param broken the findings by clause id
     * @param cases the broken cases: clause and operation
     */
    record Sentence(long shown, Map<String, List<Finding>> broken, Set<String> cases) {}

    /** What a case of an operation expects of its answers. */
    private record Expected(String clause, String operation, Expectation expectation) {}

    private Court(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.answers = new Answers(catalogue, Contract.of(catalogue));
        Map<String, Expected> cases = new LinkedHashMap<>();
        for (Use use : catalogue.uses()) {
            if (use.part() == Part.ANSWER && use.clause().unchecked() == null) {
                String id = use.clause().id();
                cases.computeIfAbsent(
                        id + " " + use.operation(),
                        k -> new Expected(id, use.operation(), answers.everywhere(use.clause(), use.operation())));
            }
        }
        this.expected = List.copyOf(cases.values());
    }

    static Court of(Api api, List<Exchange> recorded) throws IOException {
        Court court = new Court(Catalogue.load(api));
        for (Exchange exchange : recorded) {
            Answer answer = exchange.answer();
            if (exchange.api() == api && answer != null && court.response(exchange) != null) {
                court.bodies.put(exchange, JSON.readTree(answer.body()));
            }
        }
        return court;
    }

    Catalogue catalogue() {
        return catalogue;
    }

    /** The evidence as it was recorded. */
    Sentence untouched() {
        return judged(0, bodies.keySet());
    }

    /** The evidence with a fault in it: a few answers of each kind that it changes. */
    Sentence with(String fault) throws IOException {
        ActiveFaults faults = ActiveFaults.of(List.of(fault));
        Map<String, Integer> kinds = new LinkedHashMap<>();
        List<Exchange> wrong = new ArrayList<>();
        for (Map.Entry<Exchange, JsonNode> entry : bodies.entrySet()) {
            Exchange exchange = entry.getKey();
            Answer answer = exchange.answer();
            Operation.Response response = response(exchange);
            if (answer == null || response == null) {
                continue;
            }
            String kind = exchange.operation() + answer.status() + object(response.name(), entry.getValue());
            if (kinds.getOrDefault(kind, 0) == OF_ONE_KIND) {
                continue;
            }
            var right = new io.callcheck.fixtures.answer.Answer(
                    answer.status(),
                    response.name(),
                    object(response.name(), entry.getValue()),
                    entry.getValue(),
                    Map.of());
            JsonNode body = faults.mutate(catalogue.api().id(), exchange.operation(), right)
                    .body();
            if (body != null && !body.equals(entry.getValue())) {
                kinds.merge(kind, 1, Integer::sum);
                wrong.add(Recorded.answered(exchange, answer.status(), body.toString()));
            }
        }
        return judged(faults.exercised(fault), wrong);
    }

    /** Judged as in a run: by the expectation of every case of these operations. */
    private Sentence judged(long shown, Collection<Exchange> exchanges) {
        Map<String, List<Finding>> broken = new LinkedHashMap<>();
        Set<String> cases = new TreeSet<>();
        if (exchanges.isEmpty()) {
            return new Sentence(shown, broken, cases);
        }
        Evidence evidence = new Evidence(
                exchanges.stream().map(e -> new Step("recorded", e)).toList());
        Set<String> operations = exchanges.stream().map(Exchange::operation).collect(Collectors.toSet());
        for (Expected of : expected) {
            if (operations.contains(of.operation()) && of.expectation().judge(evidence) instanceof Judgement.Broken b) {
                broken.computeIfAbsent(of.clause(), k -> new ArrayList<>()).addAll(b.findings());
                cases.add(of.clause() + " " + of.operation());
            }
        }
        for (Exchange exchange : exchanges) {
            answers.assess(exchange).strays().forEach(stray -> broken.put("no clause: " + stray, List.of()));
        }
        return new Sentence(shown, broken, cases);
    }

    private Operation.@org.jspecify.annotations.Nullable Response response(Exchange exchange) {
        Answer answer = exchange.answer();
        Operation.Response response = answer == null
                ? null
                : catalogue.operation(exchange.operation()).answers().get(answer.status());
        return response == null || response.media() == null ? null : response;
    }

    /** The object that a response's body is: errors come in two shapes. */
    private static String object(String response, JsonNode body) {
        return switch (response) {
            case "refused", "createRefused", "conflict" -> body.has("errors") ? "errorList" : "error";
            default -> response;
        };
    }
}
