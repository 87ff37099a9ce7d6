package io.callcheck.expect;

import com.fasterxml.jackson.databind.JsonNode;
import io.callcheck.spec.Use;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds the clauses that a message breaks, and those that it showed: each error of the validator has its use. */
final class Matching {
    private Matching() {}

    /**
     * What a message says of its clauses.
     *
     * @param uses the uses of clauses in it
     * @param root JSON pointer of its schema
     * @param value the message
     * @param broken what is known to be broken already; it is added to
     * @param seen what is known to be seen already; it is added to
     * @param familiar the items that are not looked at again; what is right of the others is added to it
     */
    static Assessment of(
            Contract contract,
            List<Use> uses,
            String root,
            JsonNode value,
            Map<String, Finding> broken,
            Set<String> seen,
            Familiar familiar) {
        Familiar.Rest rest = familiar.rest(value);
        Set<String> wrong = new HashSet<>();
        Map<String, Set<String>> observations = new HashMap<>();
        for (Use use : uses) {
            List<JsonNode> values = Places.values(use, rest.message());
            if (!values.isEmpty()) {
                seen.add(use.clause().id());
            }
            observe(use, values, observations);
        }
        Set<String> strays = new TreeSet<>();
        List<Contract.Violation> violations = contract.violations(root, rest.message());
        // Most messages are right: nothing is looked up for those.
        Map<String, Use> byPath = new HashMap<>();
        if (!violations.isEmpty()) {
            uses.forEach(use -> byPath.put(key(use), use));
        }
        for (Contract.Violation violation : violations) {
            wrong.add(violation.pointer());
            Use use = byPath.get(violation.path() + " " + violation.keyword());
            if (use == null) {
                strays.add(violation.path() + " " + violation.keyword());
            } else {
                broken.putIfAbsent(
                        use.clause().id(),
                        new Finding(rest.pointer(violation.pointer()), Expected.of(use), violation.actual()));
            }
        }
        familiar.learn(rest, wrong);
        for (Familiar.Shown shown : rest.shown()) {
            seen.addAll(shown.seen());
            shown.observations()
                    .forEach((clause, values) -> observations
                            .computeIfAbsent(clause, k -> new TreeSet<>())
                            .addAll(values));
        }
        return new Assessment(broken, seen, "", false, observations, strays);
    }

    /** Notes which values of an enum came. */
    static void observe(Use use, List<JsonNode> values, Map<String, Set<String>> observations) {
        if (use.keyword().equals("enum")) {
            values.forEach(v -> observations
                    .computeIfAbsent(use.clause().id(), k -> new TreeSet<>())
                    .add(v.toString()));
        }
    }

    /** The key by which an error of the validator finds its use. */
    static String key(Use use) {
        String member = use.keyword().equals("required") ? "#" + use.name() : "";
        return use.evaluationPath() + member + " " + use.keyword();
    }
}
