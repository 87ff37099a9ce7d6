package io.callcheck.engine;

import io.callcheck.spec.Api;
import io.callcheck.spec.Catalogue;
import io.callcheck.spec.Nearest;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Whether what a run is asked about is there: a word misspelt among several must not leave a run green.
 */
public final class Only {
    private Only() {}

    /**
     * Why a plan is not what was asked for; empty when it is.
     *
     * @param prefixes how the ids of clauses begin that are to be judged
     * @param failed the earlier run whose red clauses alone are judged; null for all
     */
    public static Optional<String> mistake(Session session, List<String> prefixes, @Nullable Path failed) {
        Set<String> planned = new TreeSet<>();
        session.cases().forEach(c -> planned.add(c.of().clause().id()));
        for (String prefix : prefixes) {
            // Of an earlier run there may be nothing red about one of them.
            if (!begins(planned, prefix) && (failed == null || !begins(clauses(), prefix))) {
                return Optional.of("no case is about " + prefix + ": " + why(prefix));
            }
        }
        return planned.isEmpty()
                ? Optional.of("no case is about " + (failed == null ? "this target" : failed.toString())
                        + ": its API is not configured, or its clauses are unchecked ('callcheck explain')")
                : Optional.empty();
    }

    private static String why(String prefix) {
        Set<String> clauses = clauses();
        if (begins(clauses, prefix)) {
            return "its API is not configured, or its clauses are unchecked ('callcheck explain')";
        }
        List<String> near = Nearest.of(prefix, beginnings(clauses));
        return "no clause begins so"
                + (near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?")
                + " ('callcheck clauses' lists them all)";
    }

    private static boolean begins(Collection<String> ids, String prefix) {
        return ids.stream().anyMatch(id -> id.startsWith(prefix));
    }

    private static Set<String> clauses() {
        Set<String> ids = new TreeSet<>();
        Arrays.stream(Api.values())
                .flatMap(api -> Catalogue.load(api).clauses().stream())
                .forEach(c -> ids.add(c.id()));
        return ids;
    }

    /** All that ends before a dot, the shortest first: that is what somebody writes. */
    private static List<String> beginnings(Set<String> ids) {
        Set<String> beginnings = new TreeSet<>(ids);
        for (String id : ids) {
            for (int dot = id.indexOf('.', id.indexOf('.') + 1); dot >= 0; dot = id.indexOf('.', dot + 1)) {
                beginnings.add(id.substring(0, dot));
            }
        }
        return beginnings.stream()
                .sorted(Comparator.comparingInt(String::length))
                .toList();
    }
}
