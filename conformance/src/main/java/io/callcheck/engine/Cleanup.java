package io.callcheck.engine;

import io.callcheck.exchange.CallJournal;
import io.callcheck.exchange.OpenCalls;
import io.callcheck.exchange.OpenCalls.Asked;
import io.callcheck.exchange.OpenCalls.Call;
import io.callcheck.exchange.OpenCalls.Whose;
import io.callcheck.exchange.Target;
import io.callcheck.spec.Api;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Ends what a killed run left. A call that the target does not know is over when it was this target's; where nobody wrote
 * down whose it was, only when another one of its kind was found there.
 *
 * @param session one with the target
 * @param target the target
 * @param journal what was left
 */
public record Cleanup(Session session, Target target, CallJournal journal) {

    /**
     * What came of it.
     *
     * @param ended how many calls were ended, or were over
     * @param gone how many the target does not know any more
     * @param open how many may go on
     * @param strange how many the target does not know, of which nobody knows whether they were its own
     * @param unsure how many creations could not be looked for, or not far enough
     * @param missed how many creations left nothing to be seen, of which nobody knows whether they were this target's
     */
    public record Result(int ended, int gone, int open, int strange, int unsure, int missed) {
        /** How many calls were to be ended. */
        public int calls() {
            return ended + gone + open + strange;
        }

        /** Whether no call of this target is left. */
        public boolean isWhole() {
            return open + strange + unsure + missed == 0;
        }

        private Result and(Result other) {
            return new Result(
                    ended + other.ended,
                    gone + other.gone,
                    open + other.open,
                    strange + other.strange,
                    unsure + other.unsure,
                    missed + other.missed);
        }
    }

    /** Why nothing of it can be ended here; empty when something can. */
    public static Optional<String> refusal(OpenCalls left, Target target) {
        boolean any = left.entries().stream().map(e -> e.whose(target)).anyMatch(Cleanup::isMine);
        boolean others = left.entries().stream().anyMatch(e -> e.whose(target) == Whose.OTHERS);
        return any || !others ? Optional.empty() : Optional.of(String.join("; ", others(left, target)));
    }

    /** A line for each other target whose calls are left, naming both. */
    public static List<String> others(OpenCalls left, Target target) {
        return left.entries().stream()
                .filter(e -> e.whose(target) == Whose.OTHERS)
                .map(e -> "calls on " + e.api().id() + " were made at " + e.owner() + ", and the target file names "
                        + target.owner(e.api()))
                .distinct()
                .toList();
    }

    /** Ends what can be ended, and takes it out of the journal. */
    public Result of(OpenCalls left) throws IOException {
        Result all = new Result(0, 0, 0, 0, 0, 0);
        for (Api api : target.apis()) {
            List<Call> calls = left.calls().stream()
                    .filter(c -> c.api() == api && isMine(c.whose(target)))
                    .toList();
            List<Asked> asked = left.asked().stream()
                    .filter(a -> a.api() == api && isMine(a.whose(target)))
                    .toList();
            all = all.and(of(api, calls, asked));
        }
        return all;
    }

    private Result of(Api api, List<Call> known, List<Asked> asked) throws IOException {
        Map<String, Call> calls = new LinkedHashMap<>();
        known.forEach(call -> calls.put(call.id(), call));
        LostCalls.Found found = asked.isEmpty()
                ? new LostCalls.Found(List.of(), true)
                : session.lost(api, asked.get(0).at());
        List<String> ids = found.ids();
        if (!ids.isEmpty()) {
            journal.belongsTo(target);
            // Where there may be others, what was asked for is looked for once more.
            journal.found(api, found.complete() ? moments(asked) : List.of(), ids);
            String owner =
                    asked.stream().map(Asked::owner).max(String::compareTo).orElse("");
            ids.forEach(id -> calls.putIfAbsent(id, new Call(api, id, owner)));
        }
        int ended = 0;
        int gone = 0;
        int open = 0;
        boolean proved = false;
        List<Call> strange = new ArrayList<>();
        for (Call call : calls.values()) {
            Fate fate = session.hangUp(api, call.id());
            boolean ours = call.whose(target) == Whose.OURS;
            if (fate == Fate.OPEN) {
                open++;
            } else if (fate == Fate.NOT_FOUND && !ours) {
                strange.add(call);
            } else {
                journal.ended(call.id());
                ended += fate == Fate.ENDED ? 1 : 0;
                gone += fate == Fate.ENDED ? 0 : 1;
                proved |= !ours;
            }
        }
        if (proved) {
            strange.forEach(call -> journal.ended(call.id()));
            gone += strange.size();
            strange.clear();
        }
        int missed = 0;
        if (found.complete() && ids.isEmpty()) {
            boolean believed = proved;
            List<Asked> over = asked.stream()
                    .filter(a -> believed || a.whose(target) == Whose.OURS)
                    .toList();
            journal.found(api, moments(over), List.of());
            missed = asked.size() - over.size();
        }
        return new Result(ended, gone, open, strange.size(), found.complete() ? 0 : asked.size(), missed);
    }

    private static List<Instant> moments(List<Asked> asked) {
        return asked.stream().map(Asked::at).toList();
    }

    private static boolean isMine(Whose whose) {
        return whose == Whose.OURS || whose == Whose.UNKNOWN;
    }
}
