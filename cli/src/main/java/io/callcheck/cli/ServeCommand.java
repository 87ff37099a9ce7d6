package io.callcheck.cli;

import io.callcheck.fixtures.Settings;
import io.callcheck.fixtures.fault.Fault;
import io.callcheck.fixtures.fault.Faults;
import io.callcheck.spec.Nearest;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code callcheck serve}: the reference server of both APIs. */
@Command(
        name = "serve",
        description = "Runs the reference server of both APIs until Ctrl-C.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private CommandSpec spec;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "the address to listen at (default: ${DEFAULT-VALUE}; 0.0.0.0 for all, as in a container)")
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private String host;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "the port (default: ${DEFAULT-VALUE}; 0 for any free one)")
    private int port;

    @Option(
            names = "--speed",
            paramLabel = "X",
            defaultValue = "1",
            description = "how much faster than real its telephones are (default: ${DEFAULT-VALUE})")
    private double speed;

    @Option(names = "--log", description = "print a line for each request")
    private boolean log;

    @Option(
            names = "--fault",
            paramLabel = "ID",
            description =
                    "violate a clause deliberately, such as signalwire.create.Timeout.maximum:accepts; repeatable")
    private List<String> faults = new ArrayList<>();

    @Option(
            names = "--variant",
            paramLabel = "ID",
            description = "behave in another lawful way, such as gmt (see faults --variants); may be repeated")
    private List<String> variants = new ArrayList<>();

    @Override
    public Integer call() throws InterruptedException {
        Console console = new Console(spec.commandLine().getOut());
        CountDownLatch ended = new CountDownLatch(1);
        try (Embedded embedded = started(console)) {
            Runtime.getRuntime().addShutdownHook(new Thread(ended::countDown));
            console.line("# The reference server answers. Ctrl-C ends it. This is its target file:");
            print(embedded.keys(), console);
            ended.await();
        }
        return 0;
    }

    /** Starts the server; a wrong option or a port that is taken is a mistake of the command line. */
    private Embedded started(Console console) {
        faults.forEach(this::known);
        try {
            return Embedded.start(Settings.defaults()
                    .withHost(host)
                    .withPort(port)
                    .withSpeed(speed)
                    .withFaults(faults.toArray(String[]::new))
                    .withVariants(variants.toArray(String[]::new))
                    .withLog(log ? console::line : null));
        } catch (RuntimeException e) {
            throw new ParameterException(spec.commandLine(), why(e), e);
        }
    }

    /** The web server takes every address at which it cannot listen for one that is taken. */
    private String why(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
                return "cannot listen at " + host + ": there is no such host";
            }
            if (cause instanceof SocketException && cause.getMessage() != null) {
                return "cannot listen at " + host + ", port " + port + ": " + cause.getMessage();
            }
        }
        return String.valueOf(failure.getMessage());
    }

    /** A server with a fault that there is not is a correct one, and whoever checks it believes that nothing was caught. */
    private void known(String id) {
        Fault fault;
        try {
            fault = Fault.parse(id);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
        if (fault.kind().equals(id)) {
            // A mode of the whole server.
            return;
        }
        List<String> ids = Faults.all().stream().map(Faults.Entry::id).toList();
        boolean there = ids.stream()
                .map(Fault::parse)
                .anyMatch(f -> f.clause().equals(fault.clause()) && f.kind().equals(fault.kind()));
        if (!there) {
            List<String> near = Nearest.of(id, ids);
            throw new ParameterException(
                    spec.commandLine(),
                    "there is no fault " + id + " (see 'callcheck faults')"
                            + (near.isEmpty() ? "" : ": like it are " + String.join(", ", near)));
        }
    }

    /** A target file of dotted keys, indented by their sections. */
    static void print(Map<String, String> keys, Console console) {
        List<String> open = List.of();
        for (Map.Entry<String, String> entry : keys.entrySet()) {
            List<String> path = List.of(entry.getKey().split("\\.", -1));
            List<String> sections = path.subList(0, path.size() - 1);
            for (int i = 0; i < sections.size(); i++) {
                boolean shown = open.size() > i && open.subList(0, i + 1).equals(sections.subList(0, i + 1));
                if (!shown) {
                    console.line("  ".repeat(i) + sections.get(i) + ":");
                }
            }
            open = sections;
            console.line("  ".repeat(sections.size()) + path.get(path.size() - 1) + ": \"" + entry.getValue() + "\"");
        }
    }
}
