package io.callcheck.expect;

import com.fasterxml.jackson.databind.JsonNode;
import io.callcheck.exchange.Answer;
import io.callcheck.exchange.Evidence;
import io.callcheck.exchange.Exchange;
import io.callcheck.exchange.StrictJson;
import io.callcheck.spec.Catalogue;
import io.callcheck.spec.Clause;
import io.callcheck.spec.Operation;
import io.callcheck.spec.Part;
import io.callcheck.spec.Use;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Judges the answers of one API by its contract. Each answer is parsed and validated once, however many clauses ask:
 * the assessments are kept, which changes no judgement.
 */
public final class Answers {
    private final Catalogue catalogue;
    private final Contract contract;
    private final Map<Exchange, Assessment> assessed = new ConcurrentHashMap<>();
    private final Map<String, List<Use>> byRoot = new HashMap<>();
    private final Map<String, Familiar> lists = new HashMap<>();
    private volatile Digest.@Nullable All digests;

    public Answers(Catalogue catalogue, Contract contract) {
        this.catalogue = catalogue;
        this.contract = contract;
        for (Use use : catalogue.uses()) {
            if (use.part() == Part.ANSWER) {
                byRoot.computeIfAbsent(use.operation() + " " + use.root(), k -> new ArrayList<>())
                        .add(use);
            }
        }
        byRoot.forEach((root, uses) -> Familiar.of(uses).ifPresent(familiar -> lists.put(root, familiar)));
    }

    /** The contract that it judges by. */
    public Contract contract() {
        return contract;
    }

    /** A clause of an answer's body or media type, judged on every answer of an operation. */
    public Expectation everywhere(Clause clause, String operation) {
        return evidence -> {
            Digest digest = digest(evidence, operation);
            Digest.Said said = digest.of(clause.id());
            if (!said.broken().isEmpty()) {
                return new Judgement.Broken(
                        List.copyOf(said.broken().keySet()),
                        List.copyOf(said.broken().values()));
            }
            if (!said.held().isEmpty()) {
                return new Judgement.Held(said.held());
            }
            List<Exchange> unread =
                    digest.unread().stream().filter(e -> carries(e, clause)).toList();
            // One long list among others that were read keeps nothing from being found out.
            if (!unread.isEmpty() && digest.judged().stream().noneMatch(e -> carries(e, clause))) {
                return new Judgement.Unknown("the answer is more than the kit reads", unread);
            }
            // The clause that blocks is itself broken by the same answer, and told above.
            List<Exchange> blocked = digest.blocked().keySet().stream()
                    .filter(e -> carries(e, clause))
                    .toList();
            if (!blocked.isEmpty()) {
                Exchange last = blocked.get(blocked.size() - 1);
                String blocker = Objects.requireNonNull(digest.blocked().get(last));
                return new Judgement.Blocked(blocker, "no body could be judged", blocked);
            }
            return new Judgement.Unseen("no answer showed it", List.of());
        };
    }

    /** All cases of a run are judged on the same evidence. */
    private Digest digest(Evidence evidence, String operation) {
        Digest.All known = digests;
        if (known == null || !known.evidence().equals(evidence)) {
            known = new Digest.All(evidence);
            digests = known;
        }
        return known.of(operation, this::assess);
    }

    /** Whether an answer of that status would show a clause, could its body be judged. */
    private boolean carries(Exchange exchange, Clause clause) {
        Answer answer = exchange.answer();
        Operation.Response response =
                answer == null ? null : response(catalogue.operation(exchange.operation()), answer);
        return response != null
                && byRoot.getOrDefault(exchange.operation() + " " + response.root(), List.of()).stream()
                        .anyMatch(use -> use.clause().id().equals(clause.id()));
    }

    /** What an answer says of every clause of its operation. */
    public Assessment assess(Exchange exchange) {
        return assessed.computeIfAbsent(exchange, this::look);
    }

    private Assessment look(Exchange exchange) {
        Answer answer = exchange.answer();
        if (answer == null) {
            return Assessment.NOTHING;
        }
        Operation.Response response = response(catalogue.operation(exchange.operation()), answer);
        if (response == null || response.media() == null) {
            return Assessment.NOTHING;
        }
        // What stands before a target speaks for it while it is away, and has a form of its own.
        if (Unanswered.putOff(exchange) && !answer.mediaType().equals(response.media())) {
            return Assessment.NOTHING;
        }
        // Nothing is said of the body of a refused key: an empty one is as good.
        if (answer.length() == 0 && (answer.status() == 401 || answer.status() == 403)) {
            return Assessment.NOTHING;
        }
        Map<String, Finding> broken = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        String prefix = catalogue.api().id() + "." + response.name() + ".";
        seen.add(prefix + "mediaType");
        if (!answer.mediaType().equals(response.media())) {
            String actual = answer.mediaType().isEmpty() ? "no content type" : answer.mediaType();
            broken.put(prefix + "mediaType", new Finding("Content-Type", response.media(), actual));
        }
        StrictJson json = answer.json();
        if (json.unread()) {
            return Assessment.shut(broken, seen, "", true);
        }
        JsonNode value = json.value();
        if (value == null) {
            if (!broken.isEmpty()) {
                return Assessment.shut(broken, seen, prefix + "mediaType", false);
            }
            seen.add(prefix + "json");
            broken.put(prefix + "json", new Finding("body", "strict JSON", json.problem()));
            return Assessment.shut(broken, seen, prefix + "json", false);
        }
        seen.add(prefix + "json");
        return judged(exchange, response, value, broken, seen);
    }

    private Assessment judged(
            Exchange exchange,
            Operation.Response response,
            JsonNode value,
            Map<String, Finding> broken,
            Set<String> seen) {
        String root = exchange.operation() + " " + response.root();
        List<Use> uses = byRoot.getOrDefault(root, List.of());
        Familiar familiar = lists.getOrDefault(root, Familiar.NOTHING);
        return Matching.of(contract, uses, response.root(), value, broken, seen, familiar);
    }

    private static Operation.@Nullable Response response(Operation operation, Answer answer) {
        Operation.Response documented = operation.answers().get(answer.status());
        if (documented == null && answer.success() && !operation.successes().isEmpty()) {
            return operation.answers().get(operation.successes().get(0));
        }
        return documented;
    }
}
