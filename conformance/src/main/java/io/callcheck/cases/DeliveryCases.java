package io.callcheck.cases;

import io.callcheck.expect.Contract;
import io.callcheck.expect.Deliveries;
import io.callcheck.expect.Expectation;
import io.callcheck.expect.Judgement;
import io.callcheck.spec.Clause;
import io.callcheck.spec.Part;
import io.callcheck.spec.Use;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The cases of every parameter of every webhook, made from the spec. They are judged on all requests of the target that
 * came to an address of that kind in the run.
 */
public final class DeliveryCases {
    private DeliveryCases() {}

    /** The cases of an API. */
    public static List<Case> of(Bench bench, Contract contract) {
        Deliveries deliveries = new Deliveries(bench.catalogue(), contract);
        Map<String, Case> cases = new LinkedHashMap<>();
        for (Use use : bench.catalogue().uses()) {
            Clause clause = use.clause();
            if (use.part() == Part.CALLBACK && clause.unchecked() == null) {
                String lacking = bench.lacking(use.operation());
                Expectation judged = lacking.isEmpty()
                        ? deliveries.everywhere(clause, use.operation())
                        : evidence -> new Judgement.NotApplicable(lacking);
                cases.putIfAbsent(
                        clause.id() + " " + use.operation(),
                        new Case(clause, use.operation(), AnswerCases.name(clause), judged));
            }
        }
        return List.copyOf(cases.values());
    }
}
