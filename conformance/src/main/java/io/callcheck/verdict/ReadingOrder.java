package io.callcheck.verdict;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * The order in which operations and their clauses are told, wherever that is: the life of a call, then lists, then the
 * rest. APIs, and what belongs to one operation, stay as they come.
 */
public final class ReadingOrder {
    private static final List<String> FIRST = List.of("create", "retrieve", "update", "delete", "list");

    private ReadingOrder() {}

    /**
     * Puts things into this order.
     *
     * @param api tells the API of one
     * @param operation tells its operation, or what else it is about
     */
    public static <T> List<T> of(Collection<T> all, Function<T, String> api, Function<T, String> operation) {
        List<String> apis = all.stream().map(api).distinct().toList();
        return all.stream()
                .sorted(Comparator.comparingInt((T one) -> apis.indexOf(api.apply(one)))
                        .thenComparingInt(one -> rank(operation.apply(one))))
                .toList();
    }

    /** What a clause is about: {@code signalwire.create.Timeout.maximum} is about {@code create}. */
    public static String name(String clause) {
        String[] parts = clause.split("\\.", 3);
        return parts.length < 2 ? clause : parts[1];
    }

    private static int rank(String operation) {
        int at = FIRST.indexOf(operation);
        return at < 0 ? FIRST.size() : at;
    }
}
