package io.callcheck.reports;

import io.callcheck.verdict.Outcome;
import io.callcheck.verdict.Reason;
import io.callcheck.verdict.Run;
import io.callcheck.verdict.Verdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Cases that have neither passed nor failed, for one reason.
 *
 * @param sign their outcome
 * @param reason why
 * @param blocker the clause that stands in the way; null for none
 * @param blockedBy its id; empty for none
 * @param cases the cases
 */
record ReasonGroup(Sign sign, String reason, @Nullable Anchor blocker, String blockedBy, List<Item> cases) {

    /**
     * One of the cases.
     *
     * @param clause its clause
     * @param operation the operation's id
     * @param name what the case states
     * @param evidence what was seen instead
     */
    record Item(ClauseView clause, String operation, String name, List<Ref> evidence) {}

    /** The unstable cases, those alike together. */
    static List<ReasonGroup> unstable(Run run, Lookup lookup, Exchanges exchanges) {
        Map<Outcome, Map<String, List<Item>>> groups = new EnumMap<>(Outcome.class);
        for (Verdict verdict : run.unstable()) {
            groups.computeIfAbsent(verdict.outcome(), k -> new LinkedHashMap<>())
                    .computeIfAbsent(verdict.reason(), k -> new ArrayList<>())
                    .add(item(verdict, lookup, exchanges.of(verdict, false)));
        }
        List<ReasonGroup> all = new ArrayList<>();
        groups.forEach((outcome, reasons) -> reasons.forEach(
                (reason, items) -> all.add(new ReasonGroup(Sign.of(outcome), reason, null, "", items))));
        return all;
    }

    private static Item item(Verdict verdict, Lookup lookup, List<Ref> evidence) {
        return new Item(lookup.clause(verdict), verdict.operation(), verdict.caseName(), evidence);
    }

    /** The groups of an outcome, the largest first. */
    static List<ReasonGroup> all(Run run, Lookup lookup, Outcome outcome, Exchanges exchanges) {
        List<ReasonGroup> all = new ArrayList<>();
        for (Reason reason : Reason.all(run, outcome)) {
            String blockedBy = reason.blockedBy();
            List<Item> items = new ArrayList<>();
            for (Verdict verdict : reason.verdicts()) {
                // What an error rests on is worth reading; what merely did not show is not.
                List<Ref> evidence = outcome == Outcome.ERROR ? exchanges.of(verdict, false) : List.of();
                items.add(item(verdict, lookup, evidence));
            }
            all.add(new ReasonGroup(
                    Sign.of(outcome),
                    reason.why(),
                    blockedBy.isEmpty() ? null : Anchor.clause(blockedBy),
                    blockedBy,
                    items));
        }
        return all;
    }
}
