package io.callcheck.matrix;

import io.callcheck.fixtures.fault.Faults;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** Puts faults together that do not disturb each other. */
final class Packing {
    private Packing() {}

    /** Groups with at most one fault of each family: the first of each, then the second of each, and so on. */
    static List<List<Faults.Entry>> byFamily(List<Faults.Entry> entries, Function<Faults.Entry, String> family) {
        Map<String, Integer> taken = new LinkedHashMap<>();
        List<List<Faults.Entry>> groups = new ArrayList<>();
        for (Faults.Entry entry : entries) {
            int group = taken.merge(family.apply(entry), 1, Integer::sum) - 1;
            if (group == groups.size()) {
                groups.add(new ArrayList<>());
            }
            groups.get(group).add(entry);
        }
        return groups;
    }

    /** Rounds of the groups, those of the two APIs side by side: they share a server and nothing else. */
    static List<Round> rounds(String name, List<List<List<Faults.Entry>>> sides, Predicate<String> clauses) {
        List<Round> rounds = new ArrayList<>();
        int most = sides.stream().mapToInt(List::size).max().orElse(0);
        for (int i = 0; i < most; i++) {
            List<Faults.Entry> faults = new ArrayList<>();
            for (List<List<Faults.Entry>> side : sides) {
                faults.addAll(i < side.size() ? side.get(i) : List.of());
            }
            rounds.add(new Round(name + " " + (i + 1), List.copyOf(faults), clauses));
        }
        return rounds;
    }
}
