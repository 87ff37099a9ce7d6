package io.callcheck.matrix;

import io.callcheck.fixtures.fault.Faults;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** All runs that together show every fault which needs a server. */
final class Rounds implements AutoCloseable {
    private final Idle idle = new Idle();
    /** Those that send and read, and keep the machine busy. */
    private final Lane busy = new Lane(2, 4, idle);
    /** Those that mostly wait, beside the others. */
    private final Lane waiting = new Lane(4, 7, idle);

    private final Map<String, CompletableFuture<Round.Played>> played = new LinkedHashMap<>();

    /** The rounds, in the order in which those that are busy and those that wait are best begun: the long ones first. */
    static List<Round> all() {
        List<Faults.Entry> entries = Sorts.ofServers(Faults.all());
        List<Round> rounds = new ArrayList<>(OperationRounds.all(entries));
        // What documents do is told by how long it takes: the machine has least to do when callbacks have come.
        rounds.addAll(CallbackRounds.all(entries));
        rounds.addAll(BehaviourRounds.all(entries));
        rounds.addAll(RequestRounds.all(entries));
        return rounds;
    }

    /** Begins rounds, some side by side. */
    static Rounds begin(List<Round> rounds) {
        Rounds begun = new Rounds();
        rounds.forEach(r -> begun.played.put(r.name(), (waits(r) ? begun.waiting : begun.busy).begin(r)));
        return begun;
    }

    /** Those that are about calls wait for them, and those about what the target sends for that; others send and read. */
    private static boolean waits(Round round) {
        return round.name().matches("(behaviour|callbacks).*");
    }

    /**
     * What came of one of them. Beside others a call may be over before the fault shows on it, and what is told by time alone
     * may be missed, for the kit would rather miss a fault than accuse a slow machine: such a round is played once more,
     * alone. A false alarm stays one.
     */
    Round.Played of(Round round) {
        Round.Played first = Objects.requireNonNull(played.get(round.name())).join();
        if (!round.onlyMissed(first)) {
            return first;
        }
        CompletableFuture.allOf(played.values().toArray(CompletableFuture[]::new))
                .join();
        Round.Played alone = round.play();
        played.put(round.name(), CompletableFuture.completedFuture(alone));
        return alone;
    }

    @Override
    public void close() {
        busy.close();
        waiting.close();
    }
}
