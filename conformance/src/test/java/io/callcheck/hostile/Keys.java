package io.callcheck.hostile;

import io.callcheck.exchange.Target;
import io.callcheck.exchange.TargetFile;
import io.callcheck.fixtures.Settings;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** The description of a target with both sides, everything configured, limits as they are by default. */
final class Keys {
    static final String ID = "6f1c2a3e-7d4b-4e58-9a60-1b2c3d4e5f60";

    private Keys() {}

    static Target target(URI address, Map<String, String> more) {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("signalwire.url", address + "/api/laml/2010-04-01");
        keys.put("signalwire.account", ID);
        keys.put("signalwire.token", "PT0123456789abcdef");
        keys.put("signalwire.from", "+15005550000");
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
        keys.put("signalwire.stream-url", "wss://127.0.0.1:9/audio");
        keys.put("signalwire.signing-key", "PSK_0123456789abcdef");
        keys.put("bird.url", address.toString());
        keys.put("bird.workspace", "3b0e9d52-41f7-4c8a-8e13-7a6f50c2d914");
        keys.put("bird.channel", "c85d1f04-92ab-4d67-b3f0-58e1a97c6d20");
        keys.put("bird.second-channel", Settings.Bird.OTHER_CHANNEL);
        keys.put("bird.access-key", "live_0123456789abcdef");
        keys.put("bird.from", "+15005550000");
        keys.put("bird.to.answered", "+15005550001");
        keys.put("bird.to.ringing", "+15005550005");
        keys.putAll(more);
        return new TargetFile(null, Map.of(), keys).read();
    }
}
