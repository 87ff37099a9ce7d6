package io.callcheck.matrix;

import io.callcheck.fixtures.fault.Faults;
import io.callcheck.spec.Api;
import io.callcheck.spec.Catalogue;
import io.callcheck.spec.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The faults of what the target sends of itself: those of different parameters share a run. */
final class CallbackRounds {
    private static final Set<String> CLAUSES = Catalogue.load(Api.SIGNALWIRE).uses().stream()
            .filter(u -> u.part() == Part.CALLBACK)
            .map(u -> u.clause().id())
            .collect(Collectors.toUnmodifiableSet());

    private CallbackRounds() {}

    static List<Round> all(List<Faults.Entry> entries) {
        List<Faults.Entry> own =
                entries.stream().filter(e -> CLAUSES.contains(e.clause())).toList();
        // What is asked of the end alone shows only where the status is told rightly.
        List<Round> rounds = new ArrayList<>(
                rounds("callbacks", own.stream().filter(e -> !status(e)).toList()));
        rounds.addAll(rounds(
                "callbacks: status", own.stream().filter(CallbackRounds::status).toList()));
        return rounds;
    }

    private static boolean status(Faults.Entry entry) {
        return entry.clause().contains(".CallStatus.");
    }

    private static List<Round> rounds(String name, List<Faults.Entry> own) {
        List<List<Faults.Entry>> groups = Packing.byFamily(
                own, e -> e.clause().substring(0, e.clause().lastIndexOf('.')).replace(".completed.", "."));
        return Packing.rounds(name, List.of(groups), CLAUSES::contains);
    }
}
