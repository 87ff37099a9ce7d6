package io.callcheck.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callcheck.engine.Audit;
import io.callcheck.engine.Listener;
import io.callcheck.engine.Session;
import io.callcheck.exchange.Answer;
import io.callcheck.exchange.Exchange;
import io.callcheck.exchange.Header;
import io.callcheck.exchange.Sent;
import io.callcheck.exchange.Target;
import io.callcheck.exchange.TargetFile;
import io.callcheck.expect.Answers;
import io.callcheck.expect.Contract;
import io.callcheck.fixtures.ReferenceServer;
import io.callcheck.fixtures.Settings;
import io.callcheck.spec.Api;
import io.callcheck.spec.Catalogue;
import io.callcheck.spec.Part;
import io.callcheck.spec.SpecDocument;
import io.callcheck.verdict.Run;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What becomes of the kit's work when there is many times as much of it. */
final class Growth {
    private static final int ANSWERS = 200;
    private static final int ROUNDS = 3;

    private Growth() {}

    /**
     * A size and its cost.
     *
     * @param units how many
     * @param millis the best of a few rounds
     * @param held what the heap holds for it at the end, in bytes
     */
    record Size(long units, double millis, long held) {
        String words() {
            return String.format(
                    Locale.ROOT,
                    "%.0f ms, %.0f µs each; %.1f MB held",
                    millis,
                    millis * 1000 / units,
                    Math.max(0, held) / 1048576.0);
        }
    }

    /** Work whose result is held on to. */
    @FunctionalInterface
    interface Work {
        Object done() throws IOException;
    }

    /** What some work costs, done a few times. */
    static Size of(long units, Work work) throws IOException {
        double best = Double.MAX_VALUE;
        long held = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long before = heap();
            long start = System.nanoTime();
            Object result = work.done();
            try {
                best = Math.min(best, (System.nanoTime() - start) / 1e6);
                held = heap() - before;
            } finally {
                Reference.reachabilityFence(result);
            }
        }
        return new Size(units, best, held);
    }

    /** What is left of the heap when all that nobody can reach is gone, in bytes. */
    private static long heap() {
        // The first finds what only references keep, the second takes it.
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** A contract whose call has so many times its members, each with clauses of its own, and answers that show them. */
    static Size clauses(int times) throws IOException {
        SpecDocument today = SpecDocument.load(Api.SIGNALWIRE);
        ObjectNode openapi = today.openapi().deepCopy();
        ObjectNode call = (ObjectNode) openapi.at("/components/schemas/Call");
        ObjectNode body = recorded();
        ObjectNode members = call.withObject("/properties");
        ArrayNode required = (ArrayNode) call.get("required");
        ObjectNode more = members.deepCopy();
        ObjectNode values = body.deepCopy();
        for (int i = 2; i <= times; i++) {
            String suffix = "_" + i;
            more.properties().forEach(m -> members.set(m.getKey() + suffix, m.getValue()));
            more.fieldNames().forEachRemaining(name -> required.add(name + suffix));
            values.properties().forEach(m -> body.set(m.getKey() + suffix, m.getValue()));
        }
        SpecDocument document = new SpecDocument(today.api(), openapi, today.behaviour(), today.digest());
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        long clauses = Catalogue.of(document).uses().stream()
                .filter(u -> u.operation().equals("retrieve") && u.part() == Part.ANSWER)
                .count();
        return of(clauses, () -> {
            Catalogue catalogue = Catalogue.of(document);
            Answers answers = new Answers(catalogue, Contract.of(catalogue));
            for (int i = 0; i < ANSWERS; i++) {
                answers.assess(exchange(bytes));
            }
            return answers;
        });
    }

    /** A recording with so many times the exchanges of a run. */
    static Size exchanges(int times) throws IOException {
        try (ReferenceServer server =
                ReferenceServer.start(Settings.defaults().withPort(0).withSpeed(20))) {
            Target target = new TargetFile(null, Map.of(), Replay.keys(server)).read();
            Run run;
            try (Session session = Session.open(target, clause -> true)) {
                run = session.run(Listener.SILENT);
            }
            Path recording = Files.createTempFile("callcheck-bench", ".jsonl");
            ObjectMapper mapper = new ObjectMapper();
            try (BufferedWriter out = Files.newBufferedWriter(recording)) {
                for (int i = 0; i < times; i++) {
                    for (Run.ExchangeInfo exchange : run.exchanges()) {
                        out.write(mapper.writeValueAsString(exchange));
                        out.newLine();
                    }
                }
            }
            try {
                return of(
                        (long) times * run.exchanges().size(),
                        () -> Audit.of(target, recording).run());
            } finally {
                Files.delete(recording);
            }
        }
    }

    private static ObjectNode recorded() throws IOException {
        try (ReferenceServer server = ReferenceServer.start(Settings.defaults().withPort(0));
                Session session = Session.open(
                        new TargetFile(null, Map.of(), Replay.keys(server)).read(),
                        clause -> clause.equals("signalwire.retrieve.success"))) {
            Run run = session.run(Listener.SILENT);
            for (Run.ExchangeInfo exchange : run.exchanges()) {
                Run.ResponseInfo response = exchange.response();
                if (exchange.operation().equals("retrieve") && response != null && response.status() == 200) {
                    return (ObjectNode) new ObjectMapper().readTree(response.body());
                }
            }
        }
        throw new IllegalStateException("no call was retrieved");
    }

    private static Exchange exchange(byte[] body) {
        return new Exchange(
                Api.SIGNALWIRE,
                "retrieve",
                Instant.EPOCH,
                new Sent("GET", URI.create("http://127.0.0.1/"), List.of(), ""),
                new Answer(200, List.of(new Header("Content-Type", "application/json")), body, false, 0),
                null);
    }
}
