package io.callcheck.exchange;

import io.callcheck.spec.Api;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A container that a target file asks for: a server under test that is started for the run. An address whose host is
 * {@value #HOST} stands for it.
 *
 * @param section the section of the file: {@code container} for both APIs, or that of one API
 * @param image its image
 * @param port the port inside it that an address without a port means
 * @param command its command, empty for the image's own
 * @param environment its environment variables
 * @param path the path that answers when it is ready; null when none is given
 * @param log what a line of its log looks like when it is ready, a regular expression; null when none is given
 * @param longest how long it may take to be ready
 */
public record ContainerSettings(
        String section,
        String image,
        int port,
        List<String> command,
        Map<String, String> environment,
        @Nullable String path,
        @Nullable String log,
        Duration longest) {

    /** The host that stands for a container in an address of the target file. */
    public static final String HOST = "container";

    private static final Duration LONGEST = Duration.ofSeconds(60);

    /** Leaves out the values of the environment: some are secret. */
    @Override
    public String toString() {
        return section + ": " + image + ", port " + port + ", environment " + environment.keySet();
    }

    /** Whether an address stands for a container. */
    public static boolean meant(URI address) {
        return HOST.equals(address.getHost());
    }

    /** The container of an API: its own, else the one for both. */
    static Optional<ContainerSettings> of(Api api, Map<TargetKey, String> values, String where) {
        Optional<ContainerSettings> own = of(api.id() + "." + HOST, values, where);
        return own.isPresent() ? own : of(HOST, values, where);
    }

    private static Optional<ContainerSettings> of(String section, Map<TargetKey, String> values, String where) {
        if (values.keySet().stream().noneMatch(k -> k.path().startsWith(section + "."))) {
            return Optional.empty();
        }
        String command = value(section + ".command", values);
        String time = value(section + ".wait.time", values);
        return Optional.of(new ContainerSettings(
                section,
                need(section + ".image", values, where),
                Integer.parseInt(need(section + ".port", values, where)),
                command == null ? List.of() : Arrays.asList(command.strip().split("\\s+")),
                environment(value(section + ".env", values)),
                value(section + ".wait.path", values),
                value(section + ".wait.log", values),
                time == null ? LONGEST : TargetBuilder.span(time)));
    }

    private static @Nullable String value(String path, Map<TargetKey, String> values) {
        return TargetKey.of(path).map(values::get).orElse(null);
    }

    private static String need(String path, Map<TargetKey, String> values, String where) {
        String found = value(path, values);
        if (found == null) {
            throw new TargetException(where + ": " + path + " is missing: a container needs an image and a port");
        }
        return found;
    }

    private static Map<String, String> environment(@Nullable String lines) {
        Map<String, String> environment = new LinkedHashMap<>();
        if (lines != null) {
            lines.lines()
                    .forEach(l -> environment.put(l.substring(0, l.indexOf('=')), l.substring(l.indexOf('=') + 1)));
        }
        return environment;
    }
}
