package io.callcheck.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import io.callcheck.spec.Api;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a target's description: a YAML file, over it the environment, over that system properties.
 *
 * @param file the file for messages; null when there is none
 * @param environment the environment variables
 * @param properties the system properties
 */
public record TargetFile(@Nullable Path file, Map<String, String> environment, Map<String, String> properties) {
    /** Stands for an account, workspace or channel that nobody named. */
    public static final String UNKNOWN = "00000000-0000-0000-0000-000000000000";

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");

    /**
     * Reads the description.
     *
     * @throws TargetException when it is wrong, in one line that names the key and the file
     */
    public Target read() {
        return read(Map.of());
    }

    /**
     * Reads the description, with the addresses of containers that were started for it.
     *
     * @param started the keys that starting them has settled, such as {@code signalwire.url}
     * @throws TargetException when it is wrong, in one line that names the key and the file
     */
    public Target read(Map<String, String> started) {
        Map<TargetKey, String> values = values(false);
        started.forEach((path, value) -> override(values, TargetKey.of(path).orElseThrow(), value, "the container"));
        return new TargetBuilder(values, this, started.keySet()).build();
    }

    /**
     * The container of each API whose address stands for one; the same for both when they share it.
     *
     * @throws TargetException when the description is wrong, in one line that names the key and the file
     */
    public Map<Api, ContainerSettings> containers() {
        return new TargetBuilder(values(false), this, Set.of()).containers();
    }

    /**
     * Reads the description to tell what a run would do: credentials may be missing, and no call needs to be allowed yet.
     *
     * @throws TargetException when it is wrong, in one line that names the key and the file
     */
    public Target readForPlan() {
        Map<TargetKey, String> values = values(true);
        values.put(TargetKey.ALLOW_CALLS, "true");
        spare(values);
        return new TargetBuilder(values, this, Set.of()).build();
    }

    /**
     * Reads the description for work that sends nothing: credentials and the account may be missing, no call needs to be
     * allowed, and what others sent is judged in a read-only target too. A proxy's password stays known, to be taken out.
     *
     * @throws TargetException when it is wrong, in one line that names the key and the file
     */
    public Target readOffline() {
        Map<TargetKey, String> values = values(true);
        values.put(TargetKey.LIVE, "false");
        values.keySet().removeIf(k -> k == TargetKey.READ_ONLY || k.path().startsWith("tls."));
        spare(values);
        if (values.containsKey(TargetKey.SIGNALWIRE_URL)) {
            values.putIfAbsent(TargetKey.SIGNALWIRE_ACCOUNT, UNKNOWN);
        }
        if (values.containsKey(TargetKey.BIRD_URL)) {
            values.putIfAbsent(TargetKey.BIRD_WORKSPACE, UNKNOWN);
            values.putIfAbsent(TargetKey.BIRD_CHANNEL, UNKNOWN);
        }
        return new TargetBuilder(values, this, Set.of()).build();
    }

    /**
     * A key of a target file, for people.
     *
     * @param path steps joined by dots
     * @param help what it is for, in one line
     * @param expected what a value looks like
     * @param example a value, as it is written in the file
     * @param variable the environment variable that sets it
     * @param property the system property that sets it
     * @param secret whether it is a credential
     */
    public record Key(
            String path,
            String help,
            String expected,
            String example,
            String variable,
            String property,
            boolean secret) {}

    /** Every key, in the order of a file. */
    public static List<Key> keys() {
        return Arrays.stream(TargetKey.values())
                .map(k -> new Key(
                        k.path(),
                        TargetHelp.of(k).text(),
                        k.expected(),
                        TargetHelp.of(k).example(),
                        k.variable(),
                        k.property(),
                        k.secret()))
                .toList();
    }

    /** Nothing is sent, so credentials may be missing. */
    private static void spare(Map<TargetKey, String> values) {
        values.putIfAbsent(TargetKey.SIGNALWIRE_TOKEN, "");
        values.putIfAbsent(TargetKey.BIRD_ACCESS_KEY, "");
        if (!values.containsKey(TargetKey.SIGNALWIRE_SECOND_TOKEN)) {
            values.remove(TargetKey.SIGNALWIRE_SECOND_ACCOUNT);
        }
    }

    /** Why a value of a key is wrong; empty when it is right. */
    public static Optional<String> wrong(String path, String value) {
        return TargetKey.of(path).map(k -> k.wrong(value)).orElseGet(() -> Optional.of("there is no such key"));
    }

    /** What it is, for messages. */
    String where() {
        return file == null ? "the given settings" : file.toString();
    }

    /** What relative paths count from: where the user called. */
    Path directory() {
        return Path.of(properties.getOrDefault("callcheck.directory", ""));
    }

    private Map<TargetKey, String> values(boolean offline) {
        Map<TargetKey, String> values = new EnumMap<>(TargetKey.class);
        if (file != null) {
            flatten("", TargetYaml.read(file), values, offline);
        }
        for (TargetKey key : TargetKey.values()) {
            override(values, key, environment.get(key.variable()), "the environment variable " + key.variable());
            override(values, key, properties.get(key.property()), "the system property " + key.property());
        }
        return values;
    }

    private void flatten(String prefix, JsonNode node, Map<TargetKey, String> values, boolean offline) {
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            String path = prefix + entry.getKey();
            JsonNode value = entry.getValue();
            if (value.isObject() && TargetKey.of(path).filter(TargetKey::map).isPresent()) {
                environment(TargetKey.of(path).orElseThrow(), value, values, offline);
            } else if (value.isObject() && !value.isEmpty()) {
                flatten(path + ".", value, values, offline);
            } else if (!value.isNull() && !value.isObject()) {
                TargetKey key = TargetKey.of(path).orElseThrow(() -> new TargetException(file + ": " + unknown(path)));
                boolean spared = offline && key.secret() && missing(value);
                override(values, key, spared ? null : text(value, path), String.valueOf(file));
            } else if (TargetKey.of(path).isEmpty() && !isSection(path)) {
                throw new TargetException(file + ": " + unknown(path));
            }
        }
    }

    /** One line for each name and its value. */
    private void environment(TargetKey key, JsonNode names, Map<TargetKey, String> values, boolean offline) {
        List<String> lines = new ArrayList<>();
        names.properties().forEach(e -> {
            boolean spared = offline && missing(e.getValue());
            lines.add(e.getKey() + "=" + (spared ? "" : text(e.getValue(), key.path())));
        });
        override(values, key, String.join("\n", lines), String.valueOf(file));
    }

    private String text(JsonNode value, String path) {
        if (value.isArray()) {
            List<String> items = new ArrayList<>();
            value.forEach(v -> items.add(text(v, path)));
            return String.join(",", items);
        }
        Matcher matcher = VARIABLE.matcher(value.asText());
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            String found = environment.get(matcher.group(1));
            if (found == null) {
                throw new TargetException(file + ": " + path + " asks for ${" + matcher.group(1)
                        + "}: set the environment variable " + matcher.group(1)
                        + (path.startsWith("signalwire.") || path.startsWith("bird.")
                                ? ", or delete the section '" + path.substring(0, path.indexOf('.'))
                                        + "' of an API that the server does not have"
                                : ""));
            }
            matcher.appendReplacement(filled, Matcher.quoteReplacement(found));
        }
        return matcher.appendTail(filled).toString();
    }

    /** Whether a value asks for a variable that is not set. */
    private boolean missing(JsonNode value) {
        return VARIABLE.matcher(value.asText()).results().anyMatch(m -> !environment.containsKey(m.group(1)));
    }

    private static void override(Map<TargetKey, String> values, TargetKey key, @Nullable String value, String where) {
        if (value == null) {
            return;
        }
        key.wrong(value).ifPresent(why -> {
            String clean = key.address() || value.contains("://")
                    ? PlainAddress.of(value)
                    : value.replaceAll("(?s)^.*@", Redaction.MARK + "@").replaceAll("\\R", " ");
            String shown = key.secret() ? "its value" : "'" + clean + "'";
            throw new TargetException(where + ": " + key.path() + ": " + why + ", not " + shown);
        });
        values.put(key, value);
    }

    private static boolean isSection(String path) {
        for (TargetKey key : TargetKey.values()) {
            if (key.path().startsWith(path + ".")) {
                return true;
            }
        }
        return false;
    }

    private static String unknown(String path) {
        for (TargetKey key : TargetKey.values()) {
            if (key.path().startsWith(path + ".")) {
                return "'" + path + "' has keys of its own, such as '" + key.path() + "', and no value";
            }
        }
        return "there is no key '" + path + "'" + near(path);
    }

    /** The key that somebody may have meant: of that name elsewhere, or one of its section that begins alike. */
    private static String near(String path) {
        int dot = path.lastIndexOf('.') + 1;
        String last = plain(path.substring(dot));
        String begun = path.substring(0, dot) + path.substring(dot, dot + (path.length() - dot + 1) / 2);
        Optional<TargetKey> same = Arrays.stream(TargetKey.values())
                .filter(k ->
                        plain(k.path().substring(k.path().lastIndexOf('.') + 1)).equals(last))
                .findFirst();
        Optional<TargetKey> alike = Arrays.stream(TargetKey.values())
                .filter(k -> k.path().startsWith(begun) && k.path().indexOf('.', dot) < 0)
                .findFirst();
        return same.or(() -> alike)
                .map(k -> "; did you mean '" + k.path() + "'?")
                .orElse("");
    }

    private static String plain(String name) {
        return name.replace("_", "").replace("-", "").toLowerCase(Locale.ROOT);
    }
}
