package io.callcheck.engine;

import io.callcheck.cases.Bench;
import io.callcheck.cases.Case;
import io.callcheck.cases.Script;
import io.callcheck.exchange.Transcript;
import io.callcheck.expect.Judgement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a plan does with calls that are there already: it looks at them, and with {@code read-only} at nothing else. */
final class Existing {
    private static final Set<String> READING = Set.of("retrieve", "list");
    /** What stays the same is seen at the second look. */
    private static final int LOOKS = 2;

    private Existing() {}

    /** The scripts of a plan: those that change something are not played when the target is only read. */
    static List<Script> scripts(Bench bench, List<Script> planned) {
        List<Script> scripts = new ArrayList<>();
        if (!bench.target().existing(bench.catalogue().api()).isEmpty()) {
            scripts.add(new Script(
                    "existing calls",
                    bench.catalogue().api(),
                    Set.of("retrieve"),
                    List.of(),
                    transcript -> look(bench, transcript)));
        }
        for (Script script : planned) {
            boolean kept = !bench.target().readOnly() || READING.containsAll(script.operations());
            scripts.add(kept ? script : unplayed(bench, script));
        }
        return scripts;
    }

    /** The cases of a plan: those of operations that are not sent do not apply. */
    static List<Case> cases(Bench bench, List<Case> planned) {
        return planned.stream().map(c -> offered(bench, c)).toList();
    }

    private static Case offered(Bench bench, Case of) {
        String lacking = bench.target().readOnly() ? bench.lacking(of.operation()) : "";
        return lacking.isEmpty() ? of : without(of, lacking);
    }

    /** Of what such a script does, some only reads: without the rest it shows nothing. */
    private static Script unplayed(Bench bench, Script script) {
        String lacking = bench.lacking("create");
        List<Case> cases = script.cases().stream().map(c -> without(c, lacking)).toList();
        return new Script(script.name(), script.api(), script.operations(), cases, transcript -> {});
    }

    private static Case without(Case of, String lacking) {
        return new Case(of.clause(), of.operation(), of.name(), evidence -> new Judgement.NotApplicable(lacking));
    }

    private static void look(Bench bench, Transcript transcript) {
        for (int i = 1; i <= LOOKS; i++) {
            for (String call : bench.target().existing(bench.catalogue().api())) {
                transcript.send("look " + i + " at " + call, "retrieve", bench.onCall("retrieve", call, Bench.empty()));
            }
        }
    }
}
