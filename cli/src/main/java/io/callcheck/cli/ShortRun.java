package io.callcheck.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Tells the virtual machine that this process ends within seconds.
 *
 * <p>HotSpot's optimising compiler would take a third of a short run's CPU, for code that is then hardly used any more.
 * It is asked for nothing, by the same directive that {@code jcmd <pid> Compiler.directives_add} takes: a manifest cannot
 * carry the option {@code -XX:TieredStopAtLevel=1}.
 */
final class ShortRun {
    private static final String DIRECTIVE = "[{match: \"*.*\", c2: {Exclude: true}}]";

    /** What the virtual machine says of itself when it was started without that compiler. */
    private static final Set<String> WITHOUT = Set.of("emulated-client", "interpreted mode");

    /** How many threads the common pool has; the JDK reads it once. */
    private static final String POOL = "java.util.concurrent.ForkJoinPool.common.parallelism";

    private ShortRun() {}

    /**
     * Comes before anything that goes on beside the rest, and asks for the directive beside what goes on; where the virtual
     * machine knows no such directives the run is slower, no more.
     */
    static void begin() {
        pool(System.getProperties(), Runtime.getRuntime().availableProcessors());
        if (optimises(System.getProperty("java.vm.info", ""))) {
            Thread asking = new Thread(ShortRun::ask, "callcheck-short");
            asking.setDaemon(true);
            // A runtime image without java.management has no classes for it.
            asking.setUncaughtExceptionHandler((thread, thrown) -> {});
            asking.start();
        }
    }

    /**
     * With one processor or two the common pool has one thread, and {@link java.util.concurrent.CompletableFuture} makes a new
     * one for whatever is to go on beside the rest: for each answer, which the HTTP client tells of so. A pool of two is used.
     */
    static void pool(Properties properties, int processors) {
        if (processors <= 2) {
            properties.putIfAbsent(POOL, "2");
        }
    }

    /**
     * Whether a virtual machine has an optimising compiler.
     *
     * @param info what it says of itself in {@code java.vm.info}
     */
    static boolean optimises(String info) {
        return WITHOUT.stream().noneMatch(info::contains);
    }

    /** Whether the virtual machine took the directive. */
    static boolean ask() {
        try {
            Path file = Files.createTempFile("callcheck", ".json");
            try {
                Files.writeString(file, DIRECTIVE);
                Object said = ManagementFactory.getPlatformMBeanServer()
                        .invoke(
                                new ObjectName("com.sun.management:type=DiagnosticCommand"),
                                "compilerDirectivesAdd",
                                new Object[] {new String[] {file.toString()}},
                                new String[] {String[].class.getName()});
                return String.valueOf(said).startsWith("1 ");
            } finally {
                Files.delete(file);
            }
        } catch (IOException | JMException | RuntimeException e) {
            return false;
        }
    }
}
