package io.callcheck.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.exchange.RawPeer;
import io.callcheck.verdict.Gate;
import io.callcheck.verdict.Outcome;
import io.callcheck.verdict.Run;
import io.callcheck.verdict.RunFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whole runs of both APIs, with default limits and 256 MB of memory, against targets that answer every request badly:
 * each ends in time, with no exception, no green and no word against a target that merely says nothing.
 */
final class HostileTest {
    private static final long LONGEST_MILLIS = 120_000;
    private static final int LONGEST_MINUTES = 12;

    @TempDir
    private Path folder;

    @Test
    void someBadAnswersAreJudgedForWhatTheyAre() throws IOException, InterruptedException {
        judge(EnumSet.of(Manner.CLOSES_AT_ONCE, Manner.DEEP_JSON, Manner.GZIP_BOMB));
    }

    @Test
    @Tag("matrix")
    void allBadAnswersAreJudgedForWhatTheyAre() throws IOException, InterruptedException {
        judge(EnumSet.allOf(Manner.class));
    }

    private void judge(Set<Manner> manners) throws IOException, InterruptedException {
        Map<Manner, RawPeer> peers = new LinkedHashMap<>();
        try {
            for (Manner manner : manners) {
                peers.put(manner, manner.start());
            }
            // Those that merely wait need neither processor nor memory; each of the others may need all there is.
            Process patient = start(peers, Manner::waits, peers.size());
            Process busy = start(peers, manner -> !manner.waits(), 1);
            try {
                ended(busy);
                ended(patient);
            } finally {
                busy.destroyForcibly();
                patient.destroyForcibly();
            }
            for (Manner manner : manners) {
                judge(manner, RunFile.read(folder.resolve(manner.name()).resolve(RunFile.NAME)));
            }
        } finally {
            for (RawPeer peer : peers.values()) {
                peer.close();
            }
        }
    }

    private Process start(Map<Manner, RawPeer> peers, Predicate<Manner> some, int atATime) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Small.class.getName(),
                folder.toString(),
                Integer.toString(atATime)));
        peers.forEach((manner, peer) -> {
            if (some.test(manner)) {
                command.addAll(Arrays.asList(manner.name(), peer.address().toString()));
            }
        });
        return new ProcessBuilder(command).inheritIO().start();
    }

    private static void ended(Process child) throws InterruptedException {
        assertThat(child.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES))
                .as("it ends")
                .isTrue();
        assertThat(child.exitValue())
                .as("it needs no more memory, and breaks nowhere")
                .isZero();
    }

    private static void judge(Manner manner, Run run) {
        Map<Outcome, Integer> outcomes = run.summary().outcomes();
        String what = manner + " " + outcomes + " " + run.summary().millis() + " ms";
        assertThat(run.summary().millis()).as(what).isLessThan(LONGEST_MILLIS);
        assertThat(run.verdicts()).as(what).hasSize(run.summary().planned());
        assertThat(run.exit()).as(what).isIn(Gate.VIOLATIONS, Gate.UNKNOWN);
        assertThat(run.verdicts())
                .as(what)
                .noneMatch(v -> v.outcome() == Outcome.PASS && v.caseName().endsWith(" is refused"))
                .noneMatch(v -> v.reason().startsWith("the kit broke"));
        switch (manner.fate()) {
            case SILENT -> {
                assertThat(run.exit()).as(what).isEqualTo(Gate.UNKNOWN);
                assertThat(outcomes).as(what).doesNotContainKeys(Outcome.FAIL, Outcome.WARN, Outcome.PASS);
            }
            case NOT_JSON -> {
                assertThat(run.exit()).as(what).isEqualTo(Gate.VIOLATIONS);
                assertThat(run.verdicts())
                        .as(what)
                        .anyMatch(v -> v.outcome() == Outcome.FAIL && v.clause().endsWith(".json"));
            }
            case CUT ->
                assertThat(run.verdicts())
                        .as(what)
                        .noneMatch(
                                v -> v.outcome() == Outcome.FAIL && v.clause().endsWith(".json"));
            case STRANGE ->
                assertThat(outcomes)
                        .as(what)
                        .containsAnyOf(
                                Map.entry(Outcome.FAIL, outcomes.getOrDefault(Outcome.FAIL, 0)),
                                Map.entry(Outcome.ERROR, outcomes.getOrDefault(Outcome.ERROR, 0)));
        }
    }
}
