package io.callcheck.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import io.callcheck.cli.Launcher;
import io.callcheck.fixtures.ReferenceServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The runnable jar as a user starts it, in a process of its own.
 *
 * @param jar the jar
 * @param flags what the JVM is told
 */
record Cold(Path jar, List<String> flags) {
    /** What the image and the GitHub Action tell it. */
    static final List<String> OF_THE_IMAGE = Launcher.OPTIONS;

    private static final long LOOK_MILLIS = 20;

    /**
     * What a process took.
     *
     * @param millis from its start to its end
     * @param peak the most memory that it had, with what it started, in MB, what both share counted once; not a number
     *     where the system does not say
     */
    record Taken(double millis, double peak) {}

    /** From the start of the process to the first request that a target sees, in milliseconds. */
    double firstRequest() throws IOException, InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.countDown();
            exchange.close();
        });
        server.start();
        Path file = file(Map.of(
                "bird.url", "http://127.0.0.1:" + server.getAddress().getPort(),
                "bird.workspace", "3b0e9d52-41f7-4c8a-8e13-7a6f50c2d914",
                "bird.channel", "c85d1f04-92ab-4d67-b3f0-58e1a97c6d20",
                "bird.access-key", "x"));
        Path out = Files.createTempDirectory("callcheck-bench");
        long start = System.nanoTime();
        Process process = start(file, out, List.of());
        boolean came = asked.await(60, TimeUnit.SECONDS);
        double took = came ? (System.nanoTime() - start) / 1e6 : Double.NaN;
        process.destroy();
        process.waitFor();
        server.stop(0);
        Files.delete(file);
        delete(out);
        return took;
    }

    /** A run against a server, from the start of the process to its end. */
    Taken check(ReferenceServer server, String... options) throws IOException, InterruptedException {
        Path file = file(Replay.keys(server));
        Path out = Files.createTempDirectory("callcheck-bench");
        long start = System.nanoTime();
        Process process = start(file, out, List.of(options));
        double own = Double.NaN;
        double alone = 0;
        double others = 0;
        List<ProcessHandle> second = List.of();
        while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            second = second.isEmpty() ? process.children().toList() : second;
            own = second.isEmpty() ? peak(process.pid(), own) : own;
            for (ProcessHandle each : second) {
                alone = Math.max(alone, alone(process.pid()));
                others = peak(each.pid(), others);
            }
        }
        double took = (System.nanoTime() - start) / 1e6;
        if (process.exitValue() != 0) {
            throw new IllegalStateException("check ended with " + process.exitValue());
        }
        Files.delete(file);
        delete(out);
        return new Taken(took, second.isEmpty() ? own : alone + others);
    }

    /** Linux keeps the peak for as long as the process lives. */
    private static double peak(long process, double before) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(process), "status"))) {
            return lines.filter(l -> l.startsWith("VmHWM:"))
                    .mapToDouble(l -> Long.parseLong(l.replaceAll("\\D", "")) / 1024.0)
                    .findFirst()
                    .orElse(before);
        } catch (IOException | UncheckedIOException e) {
            return before;
        }
    }

    /** What a process has and shares with no other: the code of the virtual machine is there once for all of them. */
    private static double alone(long process) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(process), "smaps_rollup"))) {
            return lines.filter(l -> l.startsWith("Private_"))
                    .mapToDouble(l -> Long.parseLong(l.replaceAll("\\D", "")) / 1024.0)
                    .sum();
        } catch (IOException | UncheckedIOException e) {
            return 0;
        }
    }

    private Process start(Path file, Path out, List<String> options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of(
                "-jar", jar.toString(), "check", "--target", file.toString(), "--out", out.toString(), "--quiet"));
        command.addAll(options);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** A target file of keys with dots, which YAML takes as they are. */
    private static Path file(Map<String, String> keys) throws IOException {
        ObjectNode tree = new ObjectMapper().createObjectNode();
        keys.forEach((key, value) -> {
            ObjectNode at = tree;
            String[] steps = key.split("\\.", -1);
            for (int i = 0; i < steps.length - 1; i++) {
                at = at.withObject("/" + steps[i]);
            }
            at.put(steps[steps.length - 1], value);
        });
        return Files.writeString(Files.createTempFile("callcheck-bench", ".yaml"), tree.toPrettyString());
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
