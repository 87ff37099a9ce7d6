package io.callcheck.cli;

import io.callcheck.exchange.Target;
import io.callcheck.exchange.TargetFile;
import io.callcheck.fixtures.ReferenceServer;
import io.callcheck.fixtures.Settings;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A running reference server and its description as a target.
 *
 * @param server the server
 * @param keys the keys of its target file, in order
 */
record Embedded(ReferenceServer server, Map<String, String> keys) implements AutoCloseable {

    static Embedded start(Settings settings) {
        ReferenceServer server = ReferenceServer.start(settings);
        return new Embedded(server, keys(server));
    }

    /** The target of the server, nothing of the environment over it. */
    Target target() {
        Map<String, String> properties = new LinkedHashMap<>();
        keys.forEach((key, value) -> properties.put(key.contains(".") ? key : "callcheck." + key, value));
        return new TargetFile(null, Map.of(), properties).read();
    }

    @Override
    public void close() {
        server.close();
    }

    private static Map<String, String> keys(ReferenceServer server) {
        Settings settings = server.settings();
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("name", "reference server");
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
        keys.put("signalwire.stream-url", "wss://127.0.0.1:9/audio");
        keys.put("signalwire.signing-key", settings.signalwire().signingKey());
        keys.put("bird.url", server.baseUrl());
        keys.put("bird.workspace", settings.bird().workspace());
        keys.put("bird.channel", settings.bird().channel());
        keys.put("bird.second-channel", Settings.Bird.OTHER_CHANNEL);
        keys.put("bird.access-key", settings.bird().accessKey());
        keys.put("bird.from", settings.signalwire().from());
        keys.put("bird.to.answered", "+15005550001");
        keys.put("bird.to.ringing", "+15005550005");
        return keys;
    }
}
