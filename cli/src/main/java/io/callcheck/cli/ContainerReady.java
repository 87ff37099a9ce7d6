package io.callcheck.cli;

import io.callcheck.exchange.ContainerSettings;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.testcontainers.containers.GenericContainer;

/** Whether a server in a container is ready: its log says so, or it answers; when nothing is asked for, with anything. */
final class ContainerReady {
    private static final int TIMEOUT_MILLIS = 2_000;

    private final ContainerSettings settings;
    private final GenericContainer<?> container;
    private final @Nullable Pattern log;
    private String seen = "nothing was asked";

    ContainerReady(ContainerSettings settings, GenericContainer<?> container) {
        this.settings = settings;
        this.container = container;
        this.log = settings.log() == null ? null : Pattern.compile(settings.log());
    }

    /** Asks once. */
    boolean now() {
        if (log != null && !log.matcher(container.getLogs()).find()) {
            seen = "no line of its log matched '" + log + "'";
            return false;
        }
        return (settings.path() == null && log != null) || answers();
    }

    /** What the last question brought. */
    String seen() {
        return seen;
    }

    private boolean answers() {
        String path = settings.path() == null ? "/" : settings.path();
        int port = settings.port();
        URI address = URI.create("http://" + container.getHost() + ":" + container.getMappedPort(port) + path);
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            connection.setInstanceFollowRedirects(false);
            int status = connection.getResponseCode();
            connection.disconnect();
            seen = "GET " + path + " at its port " + port + " answered " + status;
            return status > 0 && (settings.path() == null || status / 100 == 2 || status / 100 == 3);
        } catch (IOException e) {
            seen = "nothing answered GET " + path + " at its port " + port;
            return false;
        }
    }
}
