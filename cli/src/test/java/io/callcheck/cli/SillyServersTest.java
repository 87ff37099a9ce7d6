package io.callcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.engine.Listener;
import io.callcheck.engine.Session;
import io.callcheck.fixtures.Settings;
import io.callcheck.verdict.Gate;
import io.callcheck.verdict.Outcome;
import io.callcheck.verdict.Run;
import io.callcheck.verdict.Verdict;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Servers that understand nothing: what the report says of them must be right in every line. */
class SillyServersTest {

    @Execution(ExecutionMode.CONCURRENT)
    @Test
    void aServerThatRefusesEveryCreatePassesNoRefusal() throws IOException {
        Run run = run("signalwire.create.plain:refuses", "bird.create.plain:refuses");
        assertThat(run.exit()).isEqualTo(Gate.VIOLATIONS);
        assertThat(of(run, "signalwire.create.plain")).allMatch(v -> v.outcome() == Outcome.FAIL);
        assertThat(of(run, "bird.create.plain")).allMatch(v -> v.outcome() == Outcome.FAIL);
        assertThat(run.verdicts())
                .filteredOn(v -> v.operation().equals("create") && v.caseName().endsWith("is refused"))
                .isNotEmpty()
                .noneMatch(v -> v.outcome() == Outcome.PASS);
        assertThat(run.verdicts())
                .filteredOn(v -> v.blockedBy().equals("signalwire.create.plain"))
                .isNotEmpty();
        assertThat(run.summary().callsCreated()).isZero();
    }

    @Execution(ExecutionMode.CONCURRENT)
    @Test
    void aServerThatAcceptsEverythingFailsEveryRefusal() throws IOException {
        Run run = run("accept-everything");
        assertThat(run.exit()).isEqualTo(Gate.VIOLATIONS);
        assertThat(of(run, "signalwire.create.Timeout.maximum"))
                .filteredOn(v -> v.caseName().endsWith("is refused"))
                .isNotEmpty()
                .allMatch(v -> v.outcome() == Outcome.FAIL);
        assertThat(run.verdicts())
                .filteredOn(v -> v.operation().equals("create") && v.caseName().endsWith("is accepted"))
                .isNotEmpty()
                .noneMatch(v -> v.outcome() == Outcome.FAIL);
        assertThat(run.verdicts())
                .filteredOn(v -> v.operation().equals("create") && v.caseName().endsWith("is refused"))
                .noneMatch(v -> v.outcome() == Outcome.PASS);
    }

    @Execution(ExecutionMode.CONCURRENT)
    @Test
    void aServerThatAnswersEverythingWithOneCallIsNotConformant() throws IOException {
        Run run = run("same-call");
        assertThat(run.exit()).isEqualTo(Gate.VIOLATIONS);
        assertThat(of(run, "signalwire.retrieve.unknown")).allMatch(v -> v.outcome() == Outcome.FAIL);
        assertThat(of(run, "signalwire.create.security")).allMatch(v -> v.outcome() == Outcome.FAIL);
        assertThat(of(run, "signalwire.call.sid.required")).noneMatch(v -> v.outcome() == Outcome.FAIL);
        assertThat(run.verdicts())
                .filteredOn(v -> v.operation().equals("create") && v.caseName().endsWith("is refused"))
                .noneMatch(v -> v.outcome() == Outcome.PASS);
    }

    /** What these servers never do is not waited for at length. */
    private static Run run(String... faults) throws IOException {
        try (Embedded server = Embedded.start(Settings.defaults().withSpeed(10).withFaults(faults))) {
            server.keys().put("limits.settle", "100ms");
            try (Session session = Session.open(server.target(), clause -> true)) {
                return session.run(Listener.SILENT);
            }
        }
    }

    private static List<Verdict> of(Run run, String clause) {
        List<Verdict> verdicts =
                run.verdicts().stream().filter(v -> v.clause().equals(clause)).toList();
        assertThat(verdicts).as(clause).isNotEmpty();
        return verdicts;
    }
}
