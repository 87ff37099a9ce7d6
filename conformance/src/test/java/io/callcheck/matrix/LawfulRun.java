package io.callcheck.matrix;

import io.callcheck.engine.Listener;
import io.callcheck.engine.Session;
import io.callcheck.verdict.Outcome;
import io.callcheck.verdict.Run;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The whole suite against a lawful server, both APIs.
 *
 * @param variants what it does differently
 */
record LawfulRun(List<String> variants) {
    /** What is discouraged and not forbidden: the clause that warns of it. */
    private static final List<List<String>> DISCOURAGED = List.of(
            List.of("status-201", "signalwire.create.success"),
            List.of("callbacks-unsigned", "signalwire.statusCallback.signed"));

    /** What cannot be found out, and is said so: the clause that is left open. */
    private static final List<List<String>> OPEN = List.of(List.of(Stand.UNREACHED, "signalwire.updateStream.plain"));

    /** The clauses that did not hold, each with its outcome. */
    Set<String> alarms() throws IOException {
        try (Stand stand = Stand.varied(variants.toArray(String[]::new));
                Session session = Session.open(stand.target(), clause -> true)) {
            Run run = session.run(Listener.SILENT);
            Set<String> alarms = new TreeSet<>();
            run.verdicts().stream()
                    .filter(v -> v.outcome().compareTo(Outcome.WARN) >= 0)
                    .forEach(v -> alarms.add(v.outcome() + " " + v.clause()));
            return alarms;
        }
    }

    /** The only alarms that are none. */
    Set<String> warned() {
        Set<String> warned = new TreeSet<>();
        for (List<String> row : DISCOURAGED) {
            if (variants.contains(row.get(0))) {
                warned.add("WARN " + row.get(1));
            }
        }
        for (List<String> row : OPEN) {
            if (variants.contains(row.get(0))) {
                warned.add("ERROR " + row.get(1));
            }
        }
        return warned;
    }

    /** Whether a machine that stood still left something open, and nothing was accused: then it is asked once more. */
    boolean onlyOpen(Set<String> alarms) {
        Set<String> more = new TreeSet<>(alarms);
        more.removeAll(warned());
        return !more.isEmpty() && more.stream().allMatch(a -> a.startsWith("ERROR "));
    }

    @Override
    public String toString() {
        return String.join(", ", variants);
    }
}
