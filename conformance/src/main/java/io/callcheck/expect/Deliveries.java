package io.callcheck.expect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callcheck.exchange.Delivery;
import io.callcheck.spec.Catalogue;
import io.callcheck.spec.Clause;
import io.callcheck.spec.Part;
import io.callcheck.spec.Use;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Judges what the target sends by the contract of its API. What a delivery is, its address tells: the purpose that the
 * address was made for is the name of the webhook. Each delivery is read and validated once, however many clauses ask.
 */
public final class Deliveries {
    private final Catalogue catalogue;
    private final Contract contract;
    private final Map<String, List<Use>> uses = new HashMap<>();
    private final Map<Delivery, Assessment> assessed = new ConcurrentHashMap<>();

    public Deliveries(Catalogue catalogue, Contract contract) {
        this.catalogue = catalogue;
        this.contract = contract;
        for (Use use : catalogue.uses()) {
            if (use.part() == Part.CALLBACK) {
                uses.computeIfAbsent(use.operation(), k -> new ArrayList<>()).add(use);
            }
        }
    }

    /** A clause of a parameter, judged on every delivery of a webhook. */
    public Expectation everywhere(Clause clause, String webhook) {
        return evidence -> {
            Set<Finding> broken = new LinkedHashSet<>();
            boolean held = false;
            for (Delivery delivery : evidence.deliveries()) {
                if (delivery.purpose().equals(webhook)) {
                    Assessment assessment = assess(delivery);
                    assessment.finding(clause).ifPresent(broken::add);
                    held |= assessment.seen().contains(clause.id());
                }
            }
            if (!broken.isEmpty()) {
                return new Judgement.Broken(List.copyOf(broken), List.of());
            }
            return held
                    ? new Judgement.Held(List.of())
                    : new Judgement.Unseen("no request of the target showed it", List.of());
        };
    }

    private Assessment assess(Delivery delivery) {
        return assessed.computeIfAbsent(delivery, this::look);
    }

    private Assessment look(Delivery delivery) {
        List<Use> judged = uses.getOrDefault(delivery.purpose(), List.of());
        if (judged.isEmpty()) {
            return Assessment.NOTHING;
        }
        String root = judged.get(0).root();
        JsonNode schema =
                catalogue.document().resolve(catalogue.document().openapi().at(root));
        ObjectNode fields = TypedForm.of(Told.of(delivery).texts(schema.path("required")), schema);
        return Matching.of(contract, judged, root, fields, new LinkedHashMap<>(), new HashSet<>(), Familiar.NOTHING);
    }
}
