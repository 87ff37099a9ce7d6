package io.callcheck.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.callcheck.engine.Choice;
import io.callcheck.engine.Listener;
import io.callcheck.engine.Session;
import io.callcheck.exchange.BirdTarget;
import io.callcheck.exchange.Forms;
import io.callcheck.exchange.SignalWireTarget;
import io.callcheck.exchange.Target;
import io.callcheck.exchange.TargetFile;
import io.callcheck.fixtures.ReferenceServer;
import io.callcheck.fixtures.Settings;
import io.callcheck.fixtures.telephony.Destination;
import io.callcheck.spec.Api;
import io.callcheck.verdict.Run;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What a run would do to a target: the same run is made against the reference server, set up like the target, and
 * counted. So the figures cannot drift away from what a run really does. Nothing is sent to the target.
 */
final class DryRun {
    private static final double SPEED = 20;
    /** More than any run needs: a live target must have a bound. */
    private static final String UNBOUNDED = "999999";

    private static final ObjectMapper JSON = new ObjectMapper();

    private DryRun() {}

    /**
     * The lines to print.
     *
     * @param price what one call costs
     * @param look looks at the planned session before it runs, and may refuse it
     * @throws IOException when our own receiver cannot be opened
     */
    static List<String> lines(Target target, Choice only, BigDecimal price, Consumer<Session> look) throws IOException {
        Settings settings = Settings.defaults().withPort(0).withSpeed(SPEED).withDestinations(destinations(target));
        try (ReferenceServer server = ReferenceServer.start(settings);
                Session session = Session.open(like(target, server), only)) {
            look.accept(session);
            return lines(target, session.run(Listener.SILENT), price);
        }
    }

    private static List<String> lines(Target target, Run run, BigDecimal price) throws IOException {
        List<String> lines = new ArrayList<>();
        Map<String, Integer> dialled = new TreeMap<>();
        for (Run.ExchangeInfo exchange : run.exchanges()) {
            Run.ResponseInfo response = exchange.response();
            if (exchange.operation().equals("create") && response != null && response.status() / 100 == 2) {
                dialled.merge(to(exchange), 1, Integer::sum);
            }
        }
        int calls = dialled.values().stream().mapToInt(Integer::intValue).sum();
        int sent = (int) run.exchanges().stream()
                .filter(e -> e.operation().equals("create"))
                .count();
        lines.add("plan     " + run.summary().planned() + " cases; a server that keeps its contract gets about "
                + run.summary().requestsSent() + " requests");
        lines.add("calls    " + calls + " calls are created; " + sent + " requests ask for one"
                + (sent > calls ? ", most of which are to be refused" : ""));
        dialled.forEach((number, times) -> lines.add("         " + number + ": " + times));
        int most = target.limits().calls();
        if (most > 0 && most < sent) {
            lines.add("limit    limits.calls is " + most + ": no call is created beyond it, and what needs one is not"
                    + " found out; set it to " + sent + " for a whole run");
        }
        if (price.signum() > 0) {
            lines.add("cost     " + price.multiply(BigDecimal.valueOf(calls)).toPlainString() + " at "
                    + price.toPlainString() + " a call");
        }
        for (Api api : target.apis()) {
            lines.add("target   " + target.url(api) + ": nothing was sent to it");
        }
        return lines;
    }

    private static String to(Run.ExchangeInfo exchange) throws IOException {
        String body = exchange.request().body();
        if (exchange.api().equals(Api.BIRD.id())) {
            JsonNode tree = JSON.readTree(body);
            return tree.path("to").asText();
        }
        return Forms.decode(body).getOrDefault("To", List.of("")).get(0);
    }

    private static Map<String, Destination> destinations(Target target) {
        Map<String, Destination> destinations = new LinkedHashMap<>();
        SignalWireTarget signalwire = target.signalwire();
        BirdTarget bird = target.bird();
        for (Map<String, String> numbers : List.of(
                bird == null ? Map.<String, String>of() : bird.to(),
                signalwire == null ? Map.<String, String>of() : signalwire.to())) {
            numbers.forEach((name, number) -> destinations.put(
                    number,
                    switch (name) {
                        case "busy" -> Destination.BUSY;
                        case "no-answer" -> Destination.NO_ANSWER;
                        case "failed" -> Destination.FAILED;
                        case "ringing" -> Destination.RINGING;
                        case "machine" -> Destination.MACHINE;
                        default -> Destination.ANSWERED;
                    }));
        }
        return destinations;
    }

    /** The reference server under the target's own settings: what it lacks, its numbers, whether it is live. */
    private static Target like(Target target, ReferenceServer server) {
        Map<String, String> keys = new LinkedHashMap<>();
        target.settings().forEach((key, value) -> {
            if (!key.startsWith("callbacks.")
                    && !key.startsWith("documents.")
                    && !key.startsWith("limits.")
                    && !key.contains("container.")) {
                keys.put(key.contains(".") ? key : "callcheck." + key, value);
            }
        });
        keys.put("callcheck.allow-calls", "true");
        keys.put("limits.calls", UNBOUNDED);
        keys.put("limits.rate", UNBOUNDED);
        Settings settings = server.settings();
        if (target.signalwire() != null) {
            keys.put("signalwire.url", server.baseUrl() + "/api/laml/2010-04-01");
            keys.put("signalwire.account", settings.signalwire().account());
            keys.put("signalwire.token", settings.signalwire().token());
            keys.put("signalwire.from", settings.signalwire().from());
            keys.computeIfPresent(
                    "signalwire.signing-key", (k, v) -> settings.signalwire().signingKey());
            keys.computeIfPresent("signalwire.second-account.account", (k, v) -> Settings.SignalWire.OTHER_ACCOUNT);
            keys.computeIfPresent("signalwire.second-account.token", (k, v) -> Settings.SignalWire.OTHER_TOKEN);
            keys.computeIfPresent("signalwire.application-sid", (k, v) -> "5f1d4b0a-7c1e-4c57-9d7e-0d3b8a6f2c11");
        }
        if (target.bird() != null) {
            keys.put("bird.url", server.baseUrl());
            keys.put("bird.workspace", settings.bird().workspace());
            keys.put("bird.channel", settings.bird().channel());
            keys.computeIfPresent("bird.second-channel", (k, v) -> Settings.Bird.OTHER_CHANNEL);
            keys.put("bird.access-key", settings.bird().accessKey());
            keys.put("bird.from", settings.signalwire().from());
        }
        keys.remove("callcheck.signalwire");
        keys.remove("callcheck.bird");
        keys.remove("callcheck.baseline");
        return new TargetFile(null, Map.of(), keys).read();
    }
}
