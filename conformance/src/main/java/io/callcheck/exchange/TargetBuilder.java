package io.callcheck.exchange;

import io.callcheck.spec.Api;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes a target of settings that are right one by one: what belongs together must be there together. */
final class TargetBuilder {
    private static final String FROM = "+15005550000";
    private static final String ANSWERED = "+15005550001";

    private final Map<TargetKey, String> values;
    private final TargetFile file;
    private final String where;
    private final Set<String> started;

    /**
     * A builder.
     *
     * @param file what the settings were read from
     * @param started the keys that were settled by starting containers
     */
    TargetBuilder(Map<TargetKey, String> values, TargetFile file, Set<String> started) {
        this.values = values;
        this.file = file;
        this.where = file.where();
        this.started = started;
    }

    /** The container of each API whose address stands for one. */
    Map<Api, ContainerSettings> containers() {
        Map<Api, ContainerSettings> containers = new EnumMap<>(Api.class);
        for (Api api : Api.values()) {
            String key = api.id() + ".url";
            String url = values.get(TargetKey.of(key).orElseThrow());
            if (url != null && ContainerSettings.meant(URI.create(url))) {
                containers.put(
                        api,
                        ContainerSettings.of(api, values, where)
                                .orElseThrow(() -> new TargetException(where
                                        + ": " + key
                                        + ": the host 'container' stands for a container, and none is described:"
                                        + " write container.image and container.port")));
            }
        }
        return containers;
    }

    Target build() {
        boolean signalwire = section("signalwire");
        boolean bird = section("bird");
        boolean none = containers().isEmpty() && started.isEmpty();
        if (none && values.keySet().stream().anyMatch(k -> k.path().contains("container."))) {
            throw new TargetException(where + ": a container is described, and no address stands for it:"
                    + " write its url with the host 'container', such as http://container/api");
        }
        if (!signalwire && !bird) {
            throw new TargetException(
                    where + ": neither signalwire.url nor bird.url is given: there is nothing to test");
        }
        boolean live = live();
        boolean reads = "true".equals(values.get(TargetKey.READ_ONLY));
        boolean calls = live && !reads;
        if (calls && !"true".equals(values.get(TargetKey.ALLOW_CALLS))) {
            throw new TargetException(
                    where + ": this target is not on this machine, so calls may cost money and ring phones:"
                            + " write 'allow-calls: true' to allow them, 'read-only: true' to look at"
                            + " existing calls alone, or 'live: false' for a test host");
        }
        Proxies proxies = new Proxies(values.get(TargetKey.PROXY), file.environment(), file.properties());
        return new Target(
                values.getOrDefault(TargetKey.NAME, "unnamed target"),
                signalwire ? signalwire(calls) : null,
                bird ? bird(calls) : null,
                lacks(),
                live,
                !live || "true".equals(values.get(TargetKey.ALLOW_INVALID)),
                reads,
                existing(signalwire, bird, reads),
                limits(live, calls),
                listen(),
                values.containsKey(TargetKey.CALLBACKS_PUBLIC_URL) ? uri(TargetKey.CALLBACKS_PUBLIC_URL) : null,
                documents(),
                new Connection(
                        encrypted() ? new Tls(values, where, file.directory(), file.file()).context() : new NoTls(),
                        proxies),
                settings(live, proxies));
    }

    private boolean section(String prefix) {
        return values.keySet().stream().anyMatch(k -> k.path().startsWith(prefix + ".") && !k.secret());
    }

    private SignalWireTarget signalwire(boolean calls) {
        return new SignalWireTarget(
                uri(TargetKey.SIGNALWIRE_URL),
                need(TargetKey.SIGNALWIRE_ACCOUNT),
                need(TargetKey.SIGNALWIRE_TOKEN),
                calls ? need(TargetKey.SIGNALWIRE_FROM) : values.getOrDefault(TargetKey.SIGNALWIRE_FROM, FROM),
                numbers("signalwire.to.", calls),
                values.get(TargetKey.SIGNALWIRE_SIGNING_KEY),
                values.get(TargetKey.SIGNALWIRE_APPLICATION_SID),
                SignalWireTarget.Second.of(
                        values.get(TargetKey.SIGNALWIRE_SECOND_ACCOUNT),
                        values.get(TargetKey.SIGNALWIRE_SECOND_TOKEN),
                        where),
                values.get(TargetKey.SIGNALWIRE_STREAM_URL));
    }

    private BirdTarget bird(boolean calls) {
        return new BirdTarget(
                uri(TargetKey.BIRD_URL),
                need(TargetKey.BIRD_WORKSPACE),
                need(TargetKey.BIRD_CHANNEL),
                need(TargetKey.BIRD_ACCESS_KEY),
                values.getOrDefault(TargetKey.BIRD_FROM, ""),
                numbers("bird.to.", calls),
                values.get(TargetKey.BIRD_SECOND_CHANNEL));
    }

    private Map<String, String> numbers(String prefix, boolean calls) {
        Map<String, String> numbers = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            if (key.path().startsWith(prefix)) {
                numbers.put(key.path().substring(prefix.length()), value);
            }
        });
        if (!numbers.containsKey("answered")) {
            if (calls) {
                throw new TargetException(
                        where + ": " + prefix + "answered is missing: a number that the calls may go to");
            }
            numbers.put("answered", ANSWERED);
        }
        return Map.copyOf(numbers);
    }

    private Map<Api, List<String>> existing(boolean signalwire, boolean bird, boolean needed) {
        Map<Api, List<String>> existing = new EnumMap<>(Api.class);
        if (signalwire) {
            existing.put(Api.SIGNALWIRE, ids(TargetKey.SIGNALWIRE_EXISTING_CALLS, needed));
        }
        if (bird) {
            existing.put(Api.BIRD, ids(TargetKey.BIRD_CALLS, needed));
        }
        return existing;
    }

    private List<String> ids(TargetKey key, boolean needed) {
        String text = values.getOrDefault(key, "");
        if (needed && text.isEmpty()) {
            throw new TargetException(
                    where + ": 'read-only: true' makes no call: write some that are there already as " + key.path());
        }
        return text.isEmpty() ? List.of() : List.of(text.split(",", -1));
    }

    private Set<String> lacks() {
        String text = values.getOrDefault(TargetKey.LACKS, "");
        return text.isEmpty() ? Set.of() : new LinkedHashSet<>(Arrays.asList(text.split(",")));
    }

    private Limits limits(boolean live, boolean spending) {
        String rate = values.getOrDefault(TargetKey.LIMITS_RATE, live ? "20" : "0");
        String calls = values.getOrDefault(TargetKey.LIMITS_CALLS, live ? "30" : "0");
        if (spending && Integer.parseInt(calls) == 0) {
            throw new TargetException(where + ": limits.calls: 0 would be no bound, and calls may cost money:"
                    + " write how many may be created, or 'read-only: true' for none");
        }
        int asked = Integer.parseInt(rate.replace("/s", ""));
        if (live && asked == 0) {
            throw new TargetException(where + ": limits.rate: 0 would be no bound, and a live target is somebody's:"
                    + " write how many requests a second it may get, such as 20/s");
        }
        return new Limits(
                Integer.parseInt(calls),
                asked,
                span(values.getOrDefault(TargetKey.LIMITS_TIMEOUT, "5s")),
                span(values.getOrDefault(TargetKey.LIMITS_SETTLE, "5s")));
    }

    private Map<String, String> documents() {
        Map<String, String> documents = new LinkedHashMap<>();
        put(documents, "short", values.get(TargetKey.DOCUMENTS_SHORT));
        put(documents, "hold", values.get(TargetKey.DOCUMENTS_HOLD));
        return Map.copyOf(documents);
    }

    private static void put(Map<String, String> map, String key, @Nullable String value) {
        if (value != null) {
            map.put(key, value);
        }
    }

    /** Whether any address is one of TLS: else its keys are about nothing. */
    private boolean encrypted() {
        return urls().stream().anyMatch(url -> "https".equals(url.getScheme()));
    }

    private List<URI> urls() {
        return Stream.of(TargetKey.SIGNALWIRE_URL, TargetKey.BIRD_URL)
                .map(values::get)
                .filter(Objects::nonNull)
                .map(URI::create)
                .toList();
    }

    private Map<String, String> settings(boolean live, Proxies proxies) {
        Map<String, String> settings = new LinkedHashMap<>();
        values.forEach((key, value) -> settings.put(key.path(), shown(key, value)));
        settings.put("live", Boolean.toString(live));
        settings.remove(TargetKey.PROXY.path());
        for (URI url : urls()) {
            proxies.of(url)
                    .ifPresent(p -> settings.put("proxy of " + url.getHost(), p.address() + " by " + p.source()));
        }
        if (encrypted() && "true".equals(values.get(TargetKey.TLS_INSECURE))) {
            settings.put("tls", "WARNING: neither certificates nor host names are checked");
        }
        for (String api : List.of("signalwire", "bird")) {
            if (!section(api)) {
                settings.keySet().removeIf(key -> key.startsWith(api + "."));
                settings.put(api, "not configured, so not tested");
            }
        }
        return Collections.unmodifiableMap(settings);
    }

    /** Of an environment the names are no secret. */
    private static String shown(TargetKey key, String value) {
        if (key.map()) {
            return value.lines().map(l -> l.substring(0, l.indexOf('='))).collect(Collectors.joining(", "));
        }
        return key.secret() ? Redaction.MARK : value;
    }

    /** Only when it is not the receiver's own default. */
    private @Nullable InetSocketAddress listen() {
        String value = values.get(TargetKey.CALLBACKS_LISTEN);
        if (value == null) {
            return null;
        }
        int colon = value.lastIndexOf(':');
        int port = Integer.parseInt(value.substring(colon + 1));
        if (port > 65_535) {
            throw new TargetException(where + ": callbacks.listen: there is no port " + port);
        }
        return new InetSocketAddress(value.substring(0, colon).replaceAll("[\\[\\]]", ""), port);
    }

    private boolean live() {
        String said = values.getOrDefault(TargetKey.LIVE, "auto");
        if (!said.equals("auto")) {
            return said.equals("true");
        }
        return !loopback(TargetKey.SIGNALWIRE_URL) || !loopback(TargetKey.BIRD_URL);
    }

    private boolean loopback(TargetKey key) {
        String url = values.get(key);
        if (url == null || started.contains(key.path())) {
            return true;
        }
        URI address = URI.create(url);
        return ContainerSettings.meant(address) || Unproxied.loopback(address);
    }

    private URI uri(TargetKey key) {
        String text = need(key);
        return URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    }

    private String need(TargetKey key) {
        String value = values.get(key);
        if (value == null) {
            throw new TargetException(where + ": " + key.path() + " is missing: write it there"
                    + " or set the environment variable " + key.variable());
        }
        return value;
    }

    static Duration span(String text) {
        return text.endsWith("ms")
                ? Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - 2)))
                : Duration.ofSeconds(Long.parseLong(text.substring(0, text.length() - 1)));
    }
}
