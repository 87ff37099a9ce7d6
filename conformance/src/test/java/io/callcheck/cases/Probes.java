package io.callcheck.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callcheck.spec.Use;
import io.callcheck.testing.Documents;
import io.callcheck.testing.Samples;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Probes of the documents' own parameters, for tests. */
final class Probes {
    static final String ID = "5f1d4b0a-7c1e-4c57-9d7e-0d3b8a6f2c11";
    static final Placeholders PLACEHOLDERS = new Placeholders(Map.of(
            "to", "+15005550001",
            "from", "+15005550000",
            "sip", "sip:callcheck@127.0.0.1",
            "document", "http://127.0.0.1:1/document",
            "callback", "http://127.0.0.1:1/callback",
            "recording-callback", "http://127.0.0.1:1/recording-callback",
            "amd-callback", "http://127.0.0.1:1/amd-callback",
            "status-callback", "http://127.0.0.1:1/status-callback",
            "stream", "ws://127.0.0.1:1/stream",
            "application", ID));

    private Probes() {}

    /** A lawful value of a clause of an operation. */
    static Probe lawful(String clause, String value) {
        return new Probe(use(clause), Samples.parse(value), true, companions("{}"));
    }

    /** A lawful value that is sent with companions. */
    static Probe lawful(String clause, String value, String companions) {
        return new Probe(use(clause), Samples.parse(value), true, companions(companions));
    }

    /** A wrong value; {@link Samples#ABSENT} for a parameter that is left out. */
    static Probe wrong(String clause, String value) {
        JsonNode node = value.equals(Samples.ABSENT) ? MissingNode.getInstance() : Samples.parse(value);
        return new Probe(use(clause), node, false, companions("{}"));
    }

    /** The use of a clause whose second part is the operation. */
    static Use use(String clause) {
        List<String> parts = List.of(clause.split("\\.", -1));
        List<String> operations = List.of("create", "update", "list");
        return Documents.use(clause, operations.contains(parts.get(1)) ? parts.get(1) : "update");
    }

    /** The member of a body around the value of a probe, placeholders filled. */
    static ObjectNode fragment(Probe probe) {
        ObjectNode body = (ObjectNode) Objects.requireNonNull(probe.use().embedding())
                .around(probe.value())
                .deepCopy();
        String root = probe.use().place().get(0);
        ObjectNode member = body.objectNode();
        if (body.has(root)) {
            member.set(root, body.get(root));
        }
        return (ObjectNode) PLACEHOLDERS.fill(member).orElseThrow();
    }

    private static ObjectNode companions(String json) {
        return (ObjectNode) PLACEHOLDERS.fill(Samples.parse(json)).orElseThrow();
    }
}
