package com.example.calls;

import io.callcheck.suite.Conformance;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every clause of the contract that the server claims to keep, as a test. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "calls.access-key=test-key")
class CallsConformanceTest {
    @LocalServerPort
    int port;

    @Autowired
    Channel channel;

    @TestFactory
    Stream<DynamicNode> clauses() {
        return Conformance.bird("http://127.0.0.1:" + port, channel.workspace(), channel.channel(), channel.accessKey())
                .with("name", "spring-boot-calls")
                .with("bird.to.ringing", Call.UNANSWERED)
                .lacks("callbacks", "recordings", "documents", "machine-detection")
                .baseline(Path.of("known-failures.yaml"))
                .clauses();
    }
}
