package io.callcheck.behaviour;

import io.callcheck.engine.Listener;
import io.callcheck.engine.Session;
import io.callcheck.exchange.TargetFile;
import io.callcheck.fixtures.ReferenceServer;
import io.callcheck.fixtures.Settings;
import io.callcheck.spec.Api;
import io.callcheck.spec.Catalogue;
import io.callcheck.spec.Clause;
import io.callcheck.verdict.Outcome;
import io.callcheck.verdict.Run;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Runs about the calls and lists of a reference server of the Compatibility API. */
final class SignalWireRuns {
    /** The laws of a call, its life cycle and the lists. */
    static final Predicate<String> OURS = Catalogue.load(Api.SIGNALWIRE).clauses().stream()
            .filter(c -> c.keyword().equals("behaviour") && c.unchecked() == null)
            .map(Clause::id)
            .filter(id -> id.matches("signalwire\\.(call|update|delete|list|create|unauthorized)\\..*"))
            .filter(id -> !id.matches(".*\\.(plain|isolation|unknown|handler)") || id.startsWith("signalwire.call."))
            .collect(Collectors.toSet())::contains;

    private SignalWireRuns() {}

    /** The clauses that did not hold, those that could not be found out with their reason. */
    static Set<String> broken(Run run) {
        return run.verdicts().stream()
                .filter(v -> v.outcome().compareTo(Outcome.WARN) >= 0)
                .map(v -> v.outcome() == Outcome.ERROR ? "ERROR " + v.clause() + ": " + v.reason() : v.clause())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static Run run(ReferenceServer server, Predicate<String> clauses) throws IOException {
        return run(keys(server), clauses);
    }

    static Run run(Map<String, String> keys, Predicate<String> clauses) throws IOException {
        try (Session session = Session.open(new TargetFile(null, Map.of(), keys).read(), clauses::test)) {
            return session.run(Listener.SILENT);
        }
    }

    static Map<String, String> keys(ReferenceServer server) {
        Settings.SignalWire account = server.settings().signalwire();
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("signalwire.url", server.baseUrl() + "/api/laml/2010-04-01");
        keys.put("signalwire.account", account.account());
        keys.put("signalwire.token", account.token());
        keys.put("signalwire.from", account.from());
        List<String> names = Arrays.asList("answered", "busy", "no-answer", "failed", "ringing", "machine");
        names.forEach(name -> keys.put("signalwire.to." + name, "+1500555000" + (names.indexOf(name) + 1)));
        keys.put("limits.settle", "500ms");
        return keys;
    }
}
