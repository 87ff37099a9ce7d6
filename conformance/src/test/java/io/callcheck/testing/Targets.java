package io.callcheck.testing;

import io.callcheck.exchange.Target;
import io.callcheck.exchange.TargetFile;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** Targets made of settings, as a person would give them. */
public final class Targets {
    /** The account and the workspace of every target here. */
    public static final String ACCOUNT = "b3877c40-da60-4998-90ad-b792e98472af";

    private Targets() {}

    /** A target with both sides, where nothing listens. */
    public static Target both(Map<String, String> settings) {
        return read("http://127.0.0.1:1", settings);
    }

    /** A target with both sides at an address. */
    public static Target at(URI url, String timeout) {
        return read(url.toString(), Map.of("limits.timeout", timeout));
    }

    /** A target at an address whose calls ring phones. */
    public static Target live(URI url) {
        return read(
                url.toString(),
                Map.of(
                        "callcheck.live", "true",
                        "callcheck.allow-calls", "true",
                        "signalwire.from", "+15550000001",
                        "signalwire.to.answered", "+15550000002",
                        "bird.from", "+15550000001",
                        "bird.to.answered", "+15550000002"));
    }

    private static Target read(String url, Map<String, String> settings) {
        Map<String, String> all = new LinkedHashMap<>(Map.of(
                "signalwire.url", url,
                "signalwire.account", ACCOUNT,
                "signalwire.token", "the-token",
                "bird.url", url,
                "bird.workspace", ACCOUNT,
                "bird.channel", ACCOUNT,
                "bird.access-key", "the-key"));
        all.putAll(settings);
        return new TargetFile(null, Map.of(), all).read();
    }
}
