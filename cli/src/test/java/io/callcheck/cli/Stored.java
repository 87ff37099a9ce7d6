package io.callcheck.cli;

import io.callcheck.expect.Finding;
import io.callcheck.spec.Edition;
import io.callcheck.spec.Level;
import io.callcheck.verdict.Gate;
import io.callcheck.verdict.Outcome;
import io.callcheck.verdict.Run;
import io.callcheck.verdict.RunFile;
import io.callcheck.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A stored run of two verdicts, in which a MUST is kept and a SHOULD is broken. */
final class Stored {
    static final String KEPT = "signalwire.create.Timeout.maximum";
    static final String BROKEN = "signalwire.call.price_unit.pattern";

    private Stored() {}

    /** Writes it. */
    static String in(Path folder, Map<String, String> settings) throws IOException {
        return RunFile.write(run(settings), folder).toString();
    }

    private static Run run(Map<String, String> settings) {
        String at = "2026-11-21T09:30:05Z";
        return new Run(
                new Run.Kit("0.1.0", Edition.newestName(), Map.of()),
                new Run.TargetInfo("mine", settings),
                at,
                at,
                true,
                Gate.CONFORMANT,
                new Run.Summary(Map.of(Outcome.PASS, 1, Outcome.WARN, 1), 2, 1, 2, 9),
                List.of(info(KEPT, Level.MUST), info(BROKEN, Level.SHOULD)),
                List.of(
                        verdict(KEPT, Level.MUST, Outcome.PASS, List.of()),
                        verdict(
                                BROKEN,
                                Level.SHOULD,
                                Outcome.WARN,
                                List.of(new Finding("/price_unit", "three capitals", "\"usd\"")))),
                Map.of(),
                List.of(),
                List.of());
    }

    private static Run.ClauseInfo info(String clause, Level level) {
        return new Run.ClauseInfo(clause, "signalwire", level, "It holds.", "Calls", null, null);
    }

    private static Verdict verdict(String clause, Level level, Outcome outcome, List<Finding> findings) {
        return new Verdict(clause, "it holds", "signalwire", "create", level, outcome, "", "", findings, List.of());
    }
}
