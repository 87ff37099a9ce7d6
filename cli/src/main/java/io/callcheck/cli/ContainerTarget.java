package io.callcheck.cli;

import io.callcheck.exchange.ContainerSettings;
import io.callcheck.exchange.Redaction;
import io.callcheck.exchange.Target;
import io.callcheck.exchange.TargetFile;
import io.callcheck.spec.Api;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The target of a file, and the containers that were started for it; without any, nothing here touches Docker. */
final class ContainerTarget implements AutoCloseable {
    private final Map<ContainerSettings, ContainerServer> servers = new LinkedHashMap<>();
    private Target target;

    private ContainerTarget(Target described) {
        this.target = described;
    }

    /**
     * Starts the containers that a target file asks for, and waits until they are ready.
     *
     * @param log takes a line for each container that was started
     * @throws io.callcheck.exchange.TargetException when the file is wrong or a container cannot be had
     */
    static ContainerTarget of(TargetFile file, Consumer<String> log) {
        ContainerTarget made = new ContainerTarget(file.read());
        Map<Api, ContainerSettings> containers = file.containers();
        if (!containers.isEmpty()) {
            try {
                made.target = file.read(made.start(containers, log));
            } catch (RuntimeException e) {
                made.close();
                throw e;
            }
        }
        return made;
    }

    /** The target, every address real. */
    Target target() {
        return target;
    }

    @Override
    public void close() {
        servers.values().forEach(ContainerServer::close);
        servers.clear();
    }

    /** What starting them settles, by the keys of the target file. */
    private Map<String, String> start(Map<Api, ContainerSettings> containers, Consumer<String> log) {
        Redaction redaction = Redaction.of(target);
        ContainerDocker docker = ContainerDocker.find();
        Map<String, String> settled = new LinkedHashMap<>();
        containers.forEach((api, settings) -> {
            URI address = target.url(api);
            ContainerServer server = servers.get(settings);
            if (server == null) {
                server = new ContainerServer(settings, ports(settings, containers), redaction::text);
                servers.put(settings, server);
                log.accept(server.start(docker));
            }
            settled.put(api.id() + ".url", server.address(address).toString());
        });
        if (target.publicUrl() == null) {
            settled.put("callbacks.public-url", "http://" + ContainerServer.GATEWAY + ":0");
            if (target.listen() == null) {
                // Not every address of this machine: nobody else is to reach our receiver.
                servers.values().stream()
                        .flatMap(s -> s.bridge().stream())
                        .findFirst()
                        .ifPresent(bridge -> settled.put("callbacks.listen", bridge + ":0"));
            }
        }
        return settled;
    }

    /** An address may name another port of its container. */
    private Integer[] ports(ContainerSettings settings, Map<Api, ContainerSettings> containers) {
        return containers.entrySet().stream()
                .filter(e -> e.getValue().equals(settings))
                .map(e -> ContainerServer.port(settings, target.url(e.getKey())))
                .distinct()
                .toArray(Integer[]::new);
    }
}
