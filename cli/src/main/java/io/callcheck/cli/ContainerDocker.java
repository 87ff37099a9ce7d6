package io.callcheck.cli;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.PullImageResultCallback;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.ExposedPort;
import io.callcheck.exchange.ContainerSettings;
import io.callcheck.exchange.TargetException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.testcontainers.DockerClientFactory;

/**
 * The Docker daemon that starts the containers.
 *
 * @param client speaks to it
 */
record ContainerDocker(DockerClient client) {
    /** Longer than a big image takes on a slow line. */
    private static final int PULL_MINUTES = 10;

    /**
     * The daemon of this machine, or that of {@code DOCKER_HOST}.
     *
     * @throws TargetException when none answers
     */
    static ContainerDocker find() {
        try {
            return new ContainerDocker(DockerClientFactory.instance().client());
        } catch (RuntimeException e) {
            String why = cause(e);
            if (why.contains("ryuk")) {
                throw new TargetException("container: Testcontainers cannot start its cleaner: " + why
                        + ": set TESTCONTAINERS_RYUK_DISABLED=true to do without it");
            }
            String host = System.getenv("DOCKER_HOST");
            throw new TargetException("container: no Docker daemon answers"
                    + (host == null ? "" : " at " + host + " (DOCKER_HOST)")
                    + ": start Docker, or set DOCKER_HOST; to do without, start the server yourself"
                    + " and write its address instead of 'container'");
        }
    }

    /**
     * Makes sure that the image is there: one that is not on this machine is pulled.
     *
     * @throws TargetException when it is not to be had
     */
    void need(ContainerSettings settings) {
        String image = settings.image();
        try {
            if (here(image)) {
                return;
            }
            client.pullImageCmd(image.contains("@") || image.matches(".*:[^/]+") ? image : image + ":latest")
                    .exec(new PullImageResultCallback())
                    .awaitCompletion(PULL_MINUTES, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw missing(settings, "interrupted");
        } catch (RuntimeException e) {
            throw missing(settings, cause(e));
        }
        if (!here(image)) {
            throw missing(settings, "it is not there after " + PULL_MINUTES + " minutes");
        }
    }

    /** The ports that an image declares; a server may listen at others. */
    List<Integer> exposed(String image) {
        var config = client.inspectImageCmd(image).exec().getConfig();
        ExposedPort[] ports = config == null ? null : config.getExposedPorts();
        return ports == null
                ? List.of()
                : Arrays.stream(ports).map(ExposedPort::getPort).sorted().toList();
    }

    /** The innermost reason, in one line. */
    static String cause(Throwable thrown) {
        Throwable inner = thrown;
        while (inner.getCause() != null && inner.getCause() != inner) {
            inner = inner.getCause();
        }
        String message = inner.getMessage() == null ? inner.getClass().getSimpleName() : inner.getMessage();
        return message.strip().replaceAll("\\s*\\R\\s*", " ");
    }

    private boolean here(String image) {
        try {
            client.inspectImageCmd(image).exec();
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }

    private static TargetException missing(ContainerSettings settings, String why) {
        return new TargetException(settings.section() + ".image: " + settings.image()
                + " is not on this machine and cannot be pulled: " + why
                + ": build it with 'docker build -t " + settings.image() + " .', or correct its name");
    }
}
