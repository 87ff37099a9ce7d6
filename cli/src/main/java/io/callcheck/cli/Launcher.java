package io.callcheck.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The main class of the jar: gives {@code check} a virtual machine that is set up for a run of seconds.
 *
 * <p>HotSpot sets itself up for servers that run for months: it takes the memory that there is, and a third of a short run's
 * CPU goes into code that is then hardly used any more. A manifest cannot carry options, so that a first virtual machine
 * starts a second one with them, hands it the terminal, its own signals and exit code, and waits. Who gives the first one an
 * option, by the command line or by the environment, knows better: then there is no second.
 *
 * <p>This class is the first thing that a user waits for: it uses no lambda and no joined text, which would load what builds
 * them.
 */
public final class Launcher {
    /** The property that tells the second virtual machine the process id of the first. */
    static final String PARENT = "callcheck.launcher";

    /** What a virtual machine is told for a check; the image and the GitHub Action tell it the same. */
    public static final List<String> OPTIONS =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmn16m", "-XX:-UsePerfData");

    /** The exit code of a process that SIGTERM ended. */
    private static final int TERMINATED = 143;

    private static final List<String> OPTIONS_BY_ENVIRONMENT = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS");

    private Launcher() {}

    /** Runs the command line, in this virtual machine or in another one, and ends with its exit code. */
    public static void main(String[] arguments) {
        ProcessHandle.Info own = ProcessHandle.current().info();
        boolean plain = isPlain(arguments, own.arguments().orElse(new String[0]), System.getenv());
        if (plain && own.command().isPresent()) {
            try {
                System.exit(end(second(own.command().get(), arguments).start()));
            } catch (IOException e) {
                // No process to be had: the run is slower here, no more.
                Callcheck.main(arguments);
            }
        } else {
            Callcheck.main(arguments);
        }
    }

    /**
     * Ends this process as a signal would when its launcher goes without a word: nobody else would hang up its calls.
     *
     * @param parent the process id of the launcher; null when there is none
     */
    static void follow(@Nullable String parent) {
        if (parent != null) {
            // Who is gone already is followed at once.
            CompletableFuture<Void> unused = ProcessHandle.of(Long.parseLong(parent))
                    .map(ProcessHandle::onExit)
                    .orElseGet(() -> CompletableFuture.completedFuture(null))
                    .thenRun(() -> System.exit(TERMINATED));
        }
    }

    /**
     * Whether it is a check, and nobody gave the virtual machine an option.
     *
     * @param arguments those of the command line
     * @param own those of this process: of the virtual machine first; none where the system does not tell them
     * @param environment the environment variables
     */
    static boolean isPlain(String[] arguments, String[] own, Map<String, String> environment) {
        if (arguments.length == 0 || !arguments[0].equals(CheckCommand.NAME)) {
            return false;
        }
        for (String name : OPTIONS_BY_ENVIRONMENT) {
            if (environment.containsKey(name)) {
                return false;
            }
        }
        // A class path stands in the environment or behind -cp.
        int before = own.length - arguments.length;
        return (before == 1 && own[0].equals(Launcher.class.getName()))
                || (before == 2 && own[0].equals("-jar"))
                || (before == 3 && own[0].equals("-cp"));
    }

    private static ProcessBuilder second(String java, String[] arguments) {
        List<String> command = new ArrayList<>();
        command.add(java);
        command.add("-XX:+IgnoreUnrecognizedVMOptions");
        command.addAll(OPTIONS);
        command.add("-D"
                .concat(PARENT)
                .concat("=")
                .concat(Long.toString(ProcessHandle.current().pid())));
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(Callcheck.class.getName());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).inheritIO();
    }

    /** Its exit code; a signal that ends this process ends the other one first. */
    private static int end(Process second) {
        Runtime.getRuntime().addShutdownHook(new Ending(second));
        return awaited(second);
    }

    private static int awaited(Process second) {
        // Nobody interrupts these threads; without the other's exit code there is nothing to end with.
        while (second.isAlive()) {
            try {
                return second.waitFor();
            } catch (InterruptedException e) {
                Thread.interrupted();
            }
        }
        return second.exitValue();
    }

    /** Hands a signal on, and waits for what comes of it. */
    private static final class Ending extends Thread {
        private final Process second;

        Ending(Process second) {
            super("callcheck-launcher");
            this.second = second;
        }

        @Override
        public void run() {
            second.destroy();
            awaited(second);
        }
    }
}
