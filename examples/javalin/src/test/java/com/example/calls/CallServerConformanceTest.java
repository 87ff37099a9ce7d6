package com.example.calls;

import io.callcheck.suite.Conformance;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Every clause of the contract that the server claims to keep, as a test. */
class CallServerConformanceTest {
    private static final String ACCOUNT = "6f1c2a3e-7d4b-4e58-9a60-1b2c3d4e5f60";
    private static final String TOKEN = "test-token";

    private static CallServer server;

    @BeforeAll
    static void start() {
        server = CallServer.start(0, ACCOUNT, TOKEN);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @TestFactory
    Stream<DynamicNode> clauses() {
        return Conformance.signalwire(server.url(), ACCOUNT, TOKEN)
                .with("name", "javalin-calls")
                .with("signalwire.to.ringing", Call.UNANSWERED)
                .lacks("callbacks", "documents", "machine-detection", "recordings", "streams", "delete")
                .baseline(Path.of("known-failures.yaml"))
                .clauses();
    }
}
