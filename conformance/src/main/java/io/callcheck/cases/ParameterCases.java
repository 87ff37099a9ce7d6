package io.callcheck.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callcheck.expect.Acceptance;
import io.callcheck.expect.Contract;
import io.callcheck.expect.Expectation;
import io.callcheck.expect.Judgement;
import io.callcheck.expect.Refusal;
import io.callcheck.spec.Catalogue;
import io.callcheck.spec.Keywords;
import io.callcheck.spec.Operation;
import io.callcheck.spec.Part;
import io.callcheck.spec.Use;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The cases of every parameter of an operation, made from the spec: both sides of each constraint. */
public final class ParameterCases {
    private static final Set<Part> SENT = Set.of(Part.FORM, Part.REQUEST, Part.QUERY);

    private final Ground ground;
    private final Outgoing outgoing;
    private final boolean invalid;
    private final Map<String, Case> cases = new LinkedHashMap<>();
    /** The place of the first case of a name. */
    private final Map<String, String> names = new HashMap<>();

    private final Map<String, Probe> lawful = new LinkedHashMap<>();
    private final Needs needs;
    private final Map<String, Probe> unlawful = new LinkedHashMap<>();
    /** Parameters of which no value is certain to be accepted: leaving them out is their control. */
    private final Set<String> untried = new HashSet<>();

    private ParameterCases(Ground ground, Contract contract, boolean invalid) {
        this.ground = ground;
        this.outgoing = new Outgoing(ground.operation(), contract);
        this.invalid = invalid;
        this.needs = new Needs(ground, lawful);
    }

    /**
     * The script of an operation's parameters.
     *
     * @param invalid whether wrong values may be sent
     */
    public static Script script(Catalogue catalogue, Contract contract, Ground ground, boolean invalid) {
        ParameterCases made = new ParameterCases(ground, contract, invalid);
        for (Use use : catalogue.uses()) {
            if (use.keyword().equals(Keywords.ACCEPTED) && use.clause().unchecked() != null) {
                made.untried.add(Probe.parameter(use));
            }
            if (use.operation().equals(ground.operation().id())
                    && SENT.contains(use.part())
                    && use.clause().unchecked() == null) {
                made.cases(use);
            }
        }
        ParameterAction action = new ParameterAction(
                ground,
                List.copyOf(made.lawful.values()),
                List.copyOf(made.unlawful.values()),
                Set.copyOf(made.untried),
                made.outgoing);
        return new Script(
                "parameters of " + ground.operation().id(),
                catalogue.api(),
                Set.of(ground.operation().id()),
                List.copyOf(made.cases.values()),
                made.lawful.isEmpty() ? transcript -> {} : action);
    }

    private void cases(Use use) {
        if (!untried.contains(Probe.parameter(use))) {
            control(use);
            for (JsonNode value : LawfulValues.of(use)) {
                // What is switched off needs nothing beside it.
                boolean off = value.isBoolean() && !value.asBoolean();
                add(new Probe(use, value, true, off ? JsonNodeFactory.instance.objectNode() : companions(use)));
            }
        }
        for (JsonNode value : UnlawfulValues.of(use)) {
            add(new Probe(use, value, false, companions(use)));
        }
    }

    /** Every parameter is sent lawfully once, also where no case asks for it: a refusal needs its control. */
    private void control(Use use) {
        boolean itself = !use.place().isEmpty();
        if (itself && Set.of("type", "required", Keywords.ACCEPTED).contains(use.keyword())) {
            Probe plain = new Probe(use, LawfulValues.plain(use.schema()), true, companions(use));
            boolean carried =
                    lawful.values().stream().anyMatch(p -> p.parameter().equals(plain.parameter()));
            if (!carried && filled(plain).isPresent()) {
                lawful.putIfAbsent(plain.label(), filled(plain).orElseThrow());
            }
        }
    }

    private void add(Probe probe) {
        String reason = obstacle(probe);
        Optional<Probe> filled = filled(probe);
        Expectation expectation;
        if (!reason.isEmpty() || filled.isEmpty()) {
            expectation = evidence -> new Judgement.NotApplicable(reason);
        } else if (probe.lawful()) {
            Probe ready = filled.get();
            lawful.putIfAbsent(ready.label(), ready);
            needs.judged(ready);
            expectation = outgoing.guarded(
                    ready,
                    new Acceptance(
                            ready.label(),
                            ready.use().where(),
                            ready.shown(),
                            ParameterAction.PLAIN,
                            ground.plainClause(),
                            status(),
                            (accepted, refused) -> needs.blame(ready, accepted, refused)));
        } else {
            Probe ready = filled.get();
            unlawful.putIfAbsent(ParameterAction.step(ready), ready);
            expectation = outgoing.guarded(
                    ready, new Refusal(ParameterAction.step(ready), ready.use().where(), ready.shown(), status()));
        }
        String name = names.computeIfAbsent(probe.caseName(), n -> probe.use().where())
                        .equals(probe.use().where())
                ? probe.caseName()
                : probe.caseNameWithPlace();
        Case made = new Case(probe.use().clause(), ground.operation().id(), name, expectation);
        cases.putIfAbsent(made.clause().id() + " " + made.name(), made);
    }

    private String status() {
        Operation operation = ground.operation();
        return operation.clause(Keywords.STATUS);
    }

    private String obstacle(Probe probe) {
        String lacking = ground.lacking(probe.use());
        if (!lacking.isEmpty()) {
            return lacking;
        }
        if (!probe.lawful() && !invalid) {
            return "wrong values are sent to a live target only with 'allow-invalid: true'";
        }
        Placeholders known = ground.placeholders();
        return known.missing(probe.value())
                .or(() -> known.missing(probe.companions()))
                .map(name -> "the target file names no " + name)
                .orElse("");
    }

    private Optional<Probe> filled(Probe probe) {
        Placeholders known = ground.placeholders();
        if (!ground.lacking(probe.use()).isEmpty()) {
            return Optional.empty();
        }
        JsonNode value = probe.value().isMissingNode()
                ? probe.value()
                : known.fill(probe.value()).orElse(null);
        ObjectNode companions = (ObjectNode) known.fill(probe.companions()).orElse(null);
        return value == null || companions == null
                ? Optional.empty()
                : Optional.of(new Probe(probe.use(), value, probe.lawful(), companions));
    }

    private ObjectNode companions(Use use) {
        JsonNode request = ground.operation().request();
        JsonNode schema = request == null || use.place().isEmpty()
                ? JsonNodeFactory.instance.missingNode()
                : request.path("properties").path(use.place().get(0));
        JsonNode found = schema.path("x-companions");
        return found instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
    }
}
