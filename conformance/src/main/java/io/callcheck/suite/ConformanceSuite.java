package io.callcheck.suite;

import io.callcheck.engine.Results;
import io.callcheck.engine.Session;
import io.callcheck.exchange.CallJournal;
import io.callcheck.exchange.Target;
import io.callcheck.exchange.TargetException;
import io.callcheck.verdict.Terms;
import java.io.IOException;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * The suite: a tree of tests by API and operation, one for each case. Which server it tests is
 * said by a {@link TargetSource}; a test class of your own uses {@link Conformance}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public class ConformanceSuite {
    private @Nullable TargetSource source;
    private @Nullable Session session;
    private Terms terms = Terms.plain();
    private CallJournal journal = CallJournal.NONE;
    private @Nullable CompletableFuture<Results> results;

    /** Begins the run. */
    @BeforeAll
    void begin() {
        TargetSource found = ServiceLoader.load(TargetSource.class)
                .findFirst()
                .orElseThrow(() -> new CaseError("no TargetSource is on the class path: nothing says what to test"));
        source = found;
        try {
            Target target = found.target();
            Terms given = Terms.of(target.settings(), found.directory());
            CallJournal open = CallJournal.in(found.folder());
            journal = open;
            Session opened = Session.open(target, open, clause -> true);
            session = opened;
            terms = given;
            Runtime.getRuntime().addShutdownHook(new Thread(() -> cut(opened)));
            results = CompletableFuture.supplyAsync(() -> run(found, opened, given), Conformance::begin);
        } catch (TargetException | IOException e) {
            throw new CaseError("exit=2: " + e.getMessage());
        }
    }

    /** The tree of cases. */
    @TestFactory
    Stream<DynamicNode> conformance() {
        return session == null ? Stream.empty() : CaseTests.of(session, terms).tree();
    }

    /** Ends the run and tells how it went. */
    @AfterAll
    void end() throws IOException {
        Results left;
        try {
            left = results == null ? null : results.join();
            if (left != null && source != null) {
                source.finished(left);
            }
        } finally {
            close();
        }
        if (left != null) {
            CaseTests.whole(left);
        }
    }

    /** In this order: whatever becomes of one, the server that was started for the suite goes last. */
    private void close() throws IOException {
        try {
            if (session != null) {
                session.close();
            }
        } finally {
            try {
                journal.close();
            } finally {
                if (source != null) {
                    source.close();
                }
            }
        }
    }

    /** When the build is stopped: the calls are hung up, and what was judged by then is written. */
    private static void cut(Session session) {
        session.interrupt();
        session.awaitEnd();
    }

    private static Results run(TargetSource source, Session session, Terms terms) {
        try {
            return Results.write(session.run(source.listener()), terms, source.folder());
        } catch (IOException e) {
            throw new CaseError("the results could not be written: " + e.getMessage());
        }
    }
}
