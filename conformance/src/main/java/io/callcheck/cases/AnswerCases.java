package io.callcheck.cases;

import io.callcheck.expect.Answers;
import io.callcheck.expect.Judgement;
import io.callcheck.expect.Statuses;
import io.callcheck.spec.Catalogue;
import io.callcheck.spec.Clause;
import io.callcheck.spec.Keywords;
import io.callcheck.spec.Operation;
import io.callcheck.spec.Part;
import io.callcheck.spec.Use;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The cases of every member of every answer, made from the spec. They are judged on all answers of an operation in the
 * run: the probes of parameters are evidence for the shape of answers too, and an intermittent violation is caught.
 */
public final class AnswerCases {
    private AnswerCases() {}

    /** The cases of the given operations. */
    public static List<Case> of(Bench bench, Answers answers, Set<String> operations) {
        Catalogue catalogue = bench.catalogue();
        Map<String, Case> cases = new LinkedHashMap<>();
        for (Use use : catalogue.uses()) {
            Clause clause = use.clause();
            if (!operations.contains(use.operation()) || clause.unchecked() != null) {
                continue;
            }
            if (use.part() == Part.ANSWER) {
                String key = clause.id() + " " + use.operation();
                cases.putIfAbsent(
                        key,
                        new Case(clause, use.operation(), name(clause), answers.everywhere(clause, use.operation())));
            } else if (use.part() == Part.OPERATION) {
                whole(catalogue.operation(use.operation()), clause, cases);
            }
        }
        return cases.values().stream().map(c -> offered(bench, c)).toList();
    }

    private static Case offered(Bench bench, Case of) {
        String lacking = bench.lacking(of.operation());
        return lacking.isEmpty()
                ? of
                : new Case(of.clause(), of.operation(), of.name(), evidence -> new Judgement.NotApplicable(lacking));
    }

    private static void whole(Operation operation, Clause clause, Map<String, Case> cases) {
        if (clause.keyword().equals(Keywords.STATUS)) {
            cases.put(
                    clause.id(),
                    new Case(
                            clause,
                            operation.id(),
                            "every status is documented",
                            Statuses.documented(
                                    operation.id(), operation.answers().keySet())));
        } else if (clause.keyword().equals(Keywords.SUCCESS)
                && !operation.successes().isEmpty()) {
            int success = operation.successes().get(0);
            cases.put(
                    clause.id(),
                    new Case(
                            clause,
                            operation.id(),
                            "success is " + success,
                            Statuses.success(operation.id(), success)));
        }
    }

    /** The clause's statement without marks, cut after its first words where it lists much. */
    static String name(Clause clause) {
        String id = clause.id();
        String member = id.substring(id.indexOf('.') + 1, id.lastIndexOf('.'));
        return member
                + switch (clause.keyword()) {
                    case "required" -> " is present";
                    case "type" -> " has its type";
                    case "nullable" -> " is not null";
                    case "enum" -> " is a listed value";
                    case "const" -> " has its one value";
                    case "format" -> " has its format";
                    case "pattern" -> " matches its pattern";
                    case "minimum", "maximum" -> " keeps its " + clause.keyword();
                    case "mediaType" -> " has its media type";
                    case "json" -> " is strict JSON";
                    default -> " keeps its " + clause.keyword();
                };
    }
}
