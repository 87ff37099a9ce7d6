package io.callcheck.matrix;

import io.callcheck.exchange.Target;
import io.callcheck.exchange.TargetFile;
import io.callcheck.fixtures.ReferenceServer;
import io.callcheck.fixtures.Settings;
import io.callcheck.spec.Api;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A reference server that is set up in some way, and its description as a target.
 *
 * @param server the running server
 * @param target its description
 */
record Stand(ReferenceServer server, Target target) implements AutoCloseable {
    /** The variant of a server that finds nobody at our own receiver, as nothing else is named. */
    static final String UNREACHED = "streams-unreached";

    private static final double SPEED = 10;

    /** A server with faults, of which the given APIs are tested. */
    static Stand faulty(Set<Api> apis, String... faults) {
        return start(Settings.defaults().withFaults(faults), apis);
    }

    /** A server with variants, of which both APIs are tested. */
    static Stand varied(String... variants) {
        return start(Settings.defaults().withVariants(variants), Set.of(Api.values()));
    }

    /** A stand whose telephones are so many times faster than life. */
    static Stand hurried(double speed) {
        return started(Settings.defaults().withSpeed(speed), Set.of(Api.values()));
    }

    private static Stand start(Settings settings, Set<Api> apis) {
        return started(settings.withSpeed(SPEED), apis);
    }

    private static Stand started(Settings settings, Set<Api> apis) {
        ReferenceServer server = ReferenceServer.start(settings.withPort(0));
        return new Stand(server, new TargetFile(null, Map.of(), keys(server, apis)).read());
    }

    private static Map<String, String> keys(ReferenceServer server, Set<Api> apis) {
        Settings settings = server.settings();
        Map<String, String> keys = new LinkedHashMap<>();
        if (apis.contains(Api.SIGNALWIRE)) {
            keys.put("signalwire.url", server.baseUrl() + "/api/laml/2010-04-01");
            keys.put("signalwire.account", settings.signalwire().account());
            keys.put("signalwire.token", settings.signalwire().token());
            keys.put("signalwire.from", settings.signalwire().from());
            keys.put("signalwire.to.answered", "+15005550001");
            keys.put("signalwire.to.busy", "+15005550002");
            keys.put("signalwire.to.no-answer", "+15005550003");
            keys.put("signalwire.to.failed", "+15005550004");
            keys.put("signalwire.to.ringing", "+15005550005");
            keys.put("signalwire.to.machine", "+15005550006");
            keys.put("signalwire.to.sip", "sip:callcheck@127.0.0.1");
            keys.put("signalwire.application-sid", "5f1d4b0a-7c1e-4c57-9d7e-0d3b8a6f2c11");
            keys.put("signalwire.second-account.account", Settings.SignalWire.OTHER_ACCOUNT);
            keys.put("signalwire.second-account.token", Settings.SignalWire.OTHER_TOKEN);
            // The server connects to nothing: a stream goes on until it is stopped.
            if (!settings.variants().contains(UNREACHED)) {
                keys.put("signalwire.stream-url", "wss://127.0.0.1:9/audio");
            }
            keys.put("signalwire.signing-key", settings.signalwire().signingKey());
        }
        if (apis.contains(Api.BIRD)) {
            keys.put("bird.url", server.baseUrl());
            keys.put("bird.workspace", settings.bird().workspace());
            keys.put("bird.channel", settings.bird().channel());
            keys.put("bird.second-channel", Settings.Bird.OTHER_CHANNEL);
            keys.put("bird.access-key", settings.bird().accessKey());
            keys.put("bird.from", settings.signalwire().from());
            keys.put("bird.to.answered", "+15005550001");
            keys.put("bird.to.ringing", "+15005550005");
        }
        return keys;
    }

    @Override
    public void close() {
        server.close();
    }
}
