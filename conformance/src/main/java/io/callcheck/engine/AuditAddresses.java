package io.callcheck.engine;

import io.callcheck.exchange.Target;
import io.callcheck.spec.Api;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where the exchanges of a recording were that belong to no operation: a hint when none does. */
final class AuditAddresses {
    private static final int TOLD = 3;
    /** More are not counted: a recording may hold as many as it likes. */
    private static final int KNOWN = 1_000;

    private static final int LONGEST = 300;

    private final Map<Api, Map<String, Integer>> likely = new EnumMap<>(Api.class);
    private final Map<String, Integer> others = new LinkedHashMap<>();

    /** Counts a request that belongs to no operation. */
    void add(AuditMap map, String method, String url) {
        Optional<AuditMap.Base> base = map.base(method, url);
        Map<String, Integer> counts = base.map(b -> likely.computeIfAbsent(b.api(), k -> new LinkedHashMap<>()))
                .orElse(others);
        // Of a host that may have nothing to do with it the path is nobody's business.
        base.map(AuditMap.Base::address)
                .or(() -> AuditMap.origin(url))
                .map(a -> a.length() <= LONGEST ? a : a.substring(0, LONGEST))
                .filter(a -> counts.size() < KNOWN || counts.containsKey(a))
                .ifPresent(a -> counts.merge(a, 1, Integer::sum));
    }

    /**
     * Where the exchanges are that were looked for elsewhere: those under which there are operations, and when nothing
     * was found at all, those that come most often. Empty when there is nothing to tell.
     *
     * @param seen the APIs of which something was found
     */
    String hint(Target target, Set<Api> seen) {
        List<Api> missing =
                target.apis().stream().filter(api -> !seen.contains(api)).toList();
        Stream<String> found = missing.stream().flatMap(api -> often(likely.getOrDefault(api, Map.of())));
        List<String> told = Stream.concat(found, seen.isEmpty() ? often(others) : Stream.empty())
                .distinct()
                .limit(TOLD)
                .toList();
        String asked = missing.stream().map(api -> target.url(api).toString()).collect(Collectors.joining(" or "));
        return told.isEmpty()
                ? ""
                : "no exchange is at " + asked + "; the recording has some at " + String.join(", ", told);
    }

    private static Stream<String> often(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey);
    }
}
