package io.callcheck.behaviour;

import static io.callcheck.behaviour.SignalWireRuns.OURS;
import static io.callcheck.behaviour.SignalWireRuns.broken;
import static io.callcheck.behaviour.SignalWireRuns.keys;
import static io.callcheck.behaviour.SignalWireRuns.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.fixtures.ReferenceServer;
import io.callcheck.fixtures.Settings;
import io.callcheck.fixtures.telephony.Destination;
import io.callcheck.verdict.Outcome;
import io.callcheck.verdict.Run;
import io.callcheck.verdict.Verdict;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What is found out about the calls and lists of servers that work, that lack something, and whose phones do not ring. */
class SignalWireBehaviourTest {

    @Execution(ExecutionMode.CONCURRENT)
    @Test
    void timeoutWithoutEffectIsSeen() throws IOException {
        String fault = "signalwire.create.Timeout.effect:ignored";
        // Both ring for a minute, which is much more than looks are apart.
        Settings settings = Settings.defaults().withSpeed(16).withFaults(fault);
        Predicate<String> only = "signalwire.create.Timeout.effect"::equals;
        try (ReferenceServer server = ReferenceServer.start(settings)) {
            Set<String> broken = broken(run(server, only));
            if (broken.isEmpty()) {
                broken = broken(run(server, only));
            }
            assertThat(broken).containsExactly("signalwire.create.Timeout.effect");
            assertThat(server.exercised(fault)).isPositive();
        }
    }

    @Execution(ExecutionMode.CONCURRENT)
    @Test
    void phoneThatDoesNotAnswerIsSeen() throws IOException {
        Settings settings =
                Settings.defaults().withSpeed(20).withDestinations(Map.of("+15005550001", Destination.NO_ANSWER));
        try (ReferenceServer server = ReferenceServer.start(settings)) {
            assertThat(broken(run(server, "signalwire.call.status.answered"::equals)))
                    .containsExactly("signalwire.call.status.answered");
        }
    }

    /** As whoever begins to build a server has it: no phone ever rings, and most waits would be in vain. */
    @Execution(ExecutionMode.CONCURRENT)
    @Test
    void callsThatNobodyDialsAreNotWaitedForOneAfterTheOther() throws IOException {
        try (ReferenceServer server = ReferenceServer.start(Settings.defaults().withSpeed(1e-4))) {
            Map<String, String> keys = keys(server);
            keys.put("limits.settle", "100ms");
            Run run = run(keys, OURS);
            assertThat(broken(run))
                    .containsExactly(
                            "signalwire.call.status.answered",
                            "signalwire.call.status.busy",
                            "signalwire.call.status.failed",
                            "signalwire.call.status.unanswered");
            assertThat(run.verdicts())
                    .filteredOn(v -> v.clause().equals("signalwire.create.Timeout.effect"))
                    .singleElement()
                    .satisfies(v -> assertThat(v.reason()).contains("the last look showed a call queued"));
            assertThat(run.verdicts())
                    .filteredOn(v -> v.clause().equals("signalwire.create.listed"))
                    .extracting(Verdict::outcome)
                    .containsExactly(Outcome.PASS);
            // The longer of two ring times is a minute.
            assertThat(Instant.parse(run.finishedAt()))
                    .isBefore(Instant.parse(run.startedAt()).plusSeconds(45));
        }
    }

    @Test
    void faithfulServerBreaksNothing() throws IOException {
        try (ReferenceServer server = ReferenceServer.start(Settings.defaults().withSpeed(5))) {
            Run run = run(server, OURS);
            assertThat(run.verdicts())
                    .isNotEmpty()
                    .allSatisfy(v -> assertThat(v.outcome())
                            .as(v.clause() + ": " + v.caseName() + " " + v.reason())
                            .isEqualTo(Outcome.PASS));
        }
    }

    @Execution(ExecutionMode.CONCURRENT)
    @Test
    void anAddressMayBeShownInAnotherFormThanItWasGiven() throws IOException {
        Settings settings = Settings.defaults().withSpeed(20).withVariants("sip-port");
        try (ReferenceServer server = ReferenceServer.start(settings)) {
            Map<String, String> keys = keys(server);
            keys.put("signalwire.to.answered", "sip:bob@pbx.example.com");
            Run run = run(keys, id -> id.matches("signalwire\\.list\\.(To|From)\\.filter"));
            assertThat(run.verdicts()).hasSize(2).extracting(Verdict::outcome).containsOnly(Outcome.PASS);
        }
    }

    @Test
    void whatIsLackingIsNotApplicable() throws IOException {
        try (ReferenceServer server = ReferenceServer.start(Settings.defaults().withSpeed(8))) {
            Map<String, String> keys = keys(server);
            keys.keySet().removeIf(k -> k.startsWith("signalwire.to.") && !k.endsWith("answered"));
            keys.put("callcheck.lacks", "list,delete,machine-detection");
            Run run = run(keys, OURS);
            assertThat(broken(run)).isEmpty();
            assertThat(run.verdicts())
                    .filteredOn(
                            v -> v.clause().startsWith("signalwire.list.")
                                    || v.clause().startsWith("signalwire.delete.")
                                    || v.clause()
                                            .matches(
                                                    "signalwire\\.(call|create)\\..*\\.(busy|unanswered|machine|canceled|effect)"))
                    .extracting(Verdict::outcome)
                    .containsOnly(Outcome.NOT_APPLICABLE);
        }
    }
}
