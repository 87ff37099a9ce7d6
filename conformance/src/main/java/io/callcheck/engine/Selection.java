package io.callcheck.engine;

import io.callcheck.spec.Api;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Says in few words which clauses of a plan were asked for. */
final class Selection {
    private Selection() {}

    /**
     * How the ids of the clauses begin that are asked for; empty when nothing is left out.
     *
     * @param apis those of the target, planned or not
     */
    static List<String> of(List<Plan> plans, Choice asked, Collection<Api> apis) {
        Set<String> in = new LinkedHashSet<>();
        Set<String> out = new LinkedHashSet<>();
        plans.stream()
                .flatMap(p -> p.cases().stream())
                .map(c -> c.clause().id())
                .forEach(id -> (asked.asks(id) ? in : out).add(id));
        // Nobody read the clauses of an API that is not asked about.
        apis.stream().filter(api -> !asked.concerns(api)).map(Choice::all).forEach(out::add);
        return of(in, out);
    }

    /** The shortest beginnings, at the end of a name in an id, that every one of the first has and none of the second. */
    static List<String> of(Collection<String> in, Collection<String> out) {
        List<String> beginnings = new ArrayList<>();
        if (out.isEmpty()) {
            return beginnings;
        }
        for (String id : in) {
            if (beginnings.stream().noneMatch(id::startsWith)) {
                beginnings.add(shortest(id, out));
            }
        }
        return beginnings;
    }

    private static String shortest(String id, Collection<String> out) {
        for (int dot = id.indexOf('.'); dot >= 0; dot = id.indexOf('.', dot + 1)) {
            for (String beginning : List.of(id.substring(0, dot), id.substring(0, dot + 1))) {
                if (out.stream().noneMatch(o -> o.startsWith(beginning))) {
                    return beginning;
                }
            }
        }
        return id;
    }
}
