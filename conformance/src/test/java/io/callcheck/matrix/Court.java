package io.callcheck.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.callcheck.exchange.Answer;
import io.callcheck.exchange.Exchange;
import io.callcheck.expect.Answers;
import io.callcheck.expect.Assessment;
import io.callcheck.expect.Contract;
import io.callcheck.expect.Finding;
import io.callcheck.fixtures.fault.ActiveFaults;
import io.callcheck.spec.Api;
import io.callcheck.spec.Catalogue;
import io.callcheck.spec.Clause;
import io.callcheck.spec.Operation;
import java.io.IOException;
import java.util.ArrayList;
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
    private final Contract contract;
    private final Set<String> judged;
    private final Map<Exchange, JsonNode> bodies = new LinkedHashMap<>();

    /**
     * What came of one fault.
     *
     * @param shown how often it showed
     * @param broken the findings by clause id
     * @param cases the broken cases: clause and operation
     */
    record Sentence(long shown, Map<String, List<Finding>> broken, Set<String> cases) {}

    private Court(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.contract = Contract.of(catalogue);
        this.judged = catalogue.clauses().stream()
                .filter(c -> c.unchecked() == null)
                .map(Clause::id)
                .collect(Collectors.toUnmodifiableSet());
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

    private Sentence judged(long shown, Iterable<Exchange> exchanges) {
        Answers answers = new Answers(catalogue, contract);
        Map<String, List<Finding>> broken = new LinkedHashMap<>();
        Set<String> cases = new TreeSet<>();
        for (Exchange exchange : exchanges) {
            Assessment assessment = answers.assess(exchange);
            assessment.broken().forEach((clause, finding) -> {
                if (judged.contains(clause)) {
                    broken.computeIfAbsent(clause, k -> new ArrayList<>()).add(finding);
                    cases.add(clause + " " + exchange.operation());
                }
            });
            assessment.strays().forEach(stray -> broken.put("no clause: " + stray, List.of()));
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
