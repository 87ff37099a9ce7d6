package io.callcheck.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.exchange.CallJournal;
import io.callcheck.exchange.TargetFile;
import io.callcheck.fixtures.ReferenceServer;
import io.callcheck.fixtures.Settings;
import io.callcheck.verdict.Outcome;
import io.callcheck.verdict.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a run that is cut short says is what it found by then, and no call of it goes on. */
@Timeout(60)
class SessionCutShortTest {
    @TempDir
    private Path folder;

    @Test
    void halfOfWhatAScriptSawIsNotJudged() throws IOException, InterruptedException {
        CountDownLatch requests = new CountDownLatch(60);
        Settings settings = Settings.defaults().withPort(0).withLog(line -> requests.countDown());
        CallJournal journal = CallJournal.in(folder);
        try (ReferenceServer server = ReferenceServer.start(settings);
                Session session = Session.open(
                        new TargetFile(null, Map.of(), keys(server)).read(),
                        journal,
                        Choice.beginning(List.of("signalwire.create", "signalwire.update")))) {
            CompletableFuture<Run> running = CompletableFuture.supplyAsync(() -> session.run(Listener.SILENT));
            requests.await();
            session.interrupt();
            Run run = running.join();
            assertThat(run.complete()).isFalse();
            assertThat(run.summary().callsCreated()).isPositive();
            assertThat(run.verdicts())
                    .hasSize(run.summary().planned())
                    .anyMatch(v -> v.reason().equals("the run was cut short"))
                    .noneMatch(v -> v.reason().contains("the run was interrupted"))
                    .noneMatch(v -> v.outcome() == Outcome.FAIL);
            assertThat(journal.open()).isEmpty();
        }
    }

    private static Map<String, String> keys(ReferenceServer server) {
        Settings.SignalWire account = server.settings().signalwire();
        return Map.of(
                "signalwire.url", server.baseUrl() + "/api/laml/2010-04-01",
                "signalwire.account", account.account(),
                "signalwire.token", account.token());
    }
}
