package io.callcheck.cli;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.ContainerNetwork;
import com.github.dockerjava.api.model.WaitResponse;
import io.callcheck.exchange.ContainerSettings;
import io.callcheck.exchange.TargetException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;
import org.testcontainers.utility.DockerImageName;

/** A server under test in a container, from its start to its end. */
final class ContainerServer implements AutoCloseable {
    /** The name of this machine inside a container. */
    static final String GATEWAY = "host.docker.internal";

    /** Who finds such a container left behind knows whose it is. */
    private static final Map<String, String> LABELS = Map.of("io.callcheck", "server-under-test");

    private static final int LINES = 5;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final ContainerSettings settings;
    private final UnaryOperator<String> redaction;
    private final GenericContainer<?> container;

    ContainerServer(ContainerSettings settings, Integer[] ports, UnaryOperator<String> redaction) {
        this.settings = settings;
        this.redaction = redaction;
        this.container = made(settings)
                .withImagePullPolicy(image -> false)
                .withExposedPorts(ports)
                .withEnv(settings.environment())
                .withLabels(LABELS)
                .withExtraHost(GATEWAY, "host-gateway")
                // Ours also sees a container that ends, and says what it saw.
                .waitingFor(new NoWait());
        if (!settings.command().isEmpty()) {
            container.withCommand(settings.command().toArray(String[]::new));
        }
    }

    /**
     * Starts it and waits until it is ready.
     *
     * @return a line for people
     * @throws TargetException when it cannot be started or is not ready in time
     */
    String start(ContainerDocker docker) {
        docker.need(settings);
        long begin = System.nanoTime();
        try {
            container.start();
        } catch (RuntimeException e) {
            throw failed("cannot be started: " + ContainerDocker.cause(e));
        }
        awaitReady(docker, begin + settings.longest().toNanos());
        return settings.section() + ": started " + settings.image() + ", ready after "
                + Duration.ofNanos(System.nanoTime() - begin).toMillis() + " ms";
    }

    /** The address by which this machine reaches what the target file wrote as an address of the container. */
    URI address(URI written) {
        return URI.create(written.getScheme() + "://" + container.getHost() + ":"
                + container.getMappedPort(port(settings, written)) + written.getRawPath());
    }

    /** The port inside the container that an address of the target file means. */
    static int port(ContainerSettings settings, URI written) {
        return written.getPort() < 0 ? settings.port() : written.getPort();
    }

    /**
     * The address of this machine in the container's network. Empty when the daemon runs elsewhere or in a virtual
     * machine, which hands what its containers send to the host on to loopback.
     */
    Optional<String> bridge() {
        try {
            for (ContainerNetwork network : container
                    .getContainerInfo()
                    .getNetworkSettings()
                    .getNetworks()
                    .values()) {
                String gateway = network.getGateway();
                if (gateway != null
                        && !gateway.isEmpty()
                        && NetworkInterface.getByInetAddress(InetAddress.getByName(gateway)) != null) {
                    return Optional.of(gateway);
                }
            }
        } catch (IOException e) {
            throw failed("stands in an odd network: " + ContainerDocker.cause(e));
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        container.stop();
    }

    private static GenericContainer<?> made(ContainerSettings settings) {
        try {
            return new GenericContainer<>(DockerImageName.parse(settings.image()));
        } catch (IllegalArgumentException e) {
            throw new TargetException(settings.section() + ".image: '" + settings.image() + "' is no name of an image");
        }
    }

    private void awaitReady(ContainerDocker docker, long deadline) {
        ContainerReady ready = new ContainerReady(settings, container);
        try (End end =
                docker.client().waitContainerCmd(container.getContainerId()).exec(new End())) {
            while (!ready.now()) {
                if (end.came()) {
                    throw failed("ended by itself with code " + end.code + " before it was ready");
                }
                if (System.nanoTime() > deadline) {
                    throw failed("was not ready within " + settings.longest().toSeconds() + " s: " + ready.seen()
                            + odd(docker));
                }
            }
        } catch (IOException e) {
            throw failed("could not be watched: " + ContainerDocker.cause(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("was not waited for: interrupted");
        }
    }

    private String odd(ContainerDocker docker) {
        List<Integer> exposed = docker.exposed(settings.image());
        return exposed.isEmpty() || exposed.contains(settings.port())
                ? ""
                : "; is " + settings.section() + ".port right? the image exposes " + exposed;
    }

    private TargetException failed(String what) {
        String last = last();
        return new TargetException(settings.section() + ": " + settings.image() + " " + what
                + (last.isEmpty() ? "; it printed nothing" : "; its last lines: " + last));
    }

    /** The last lines of its log, nothing secret in them. */
    private String last() {
        if (container.getContainerId() == null) {
            return "";
        }
        String log = redaction.apply(container.getLogs());
        for (String value : settings.environment().values()) {
            // What is shorter is no credential, and would tear other words apart.
            log = value.length() < 8 ? log : log.replace(value, "[redacted]");
        }
        List<String> lines = log.lines().filter(l -> !l.isBlank()).toList();
        return lines.subList(Math.max(0, lines.size() - LINES), lines.size()).stream()
                .map(String::strip)
                .collect(Collectors.joining(" | "));
    }

    /** Hears when the container ends. */
    private static final class End extends ResultCallback.Adapter<WaitResponse> {
        private final CountDownLatch ended = new CountDownLatch(1);
        private volatile int code;

        @Override
        public void onNext(WaitResponse response) {
            code = response.getStatusCode();
            ended.countDown();
        }

        /** Whether it ended, within a moment. */
        boolean came() throws InterruptedException {
            return ended.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Leaves the waiting to us. */
    private static final class NoWait extends AbstractWaitStrategy {
        @Override
        protected void waitUntilReady() {
            // Nothing: see awaitReady.
        }
    }
}
