package io.callcheck.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What this process took of the processors, and what others took of them: the next thing to doubt where times differ. */
final class Cpu {
    private static final Path STAT = Path.of("/proc/stat");
    /** The eighth figure of the first line: what other virtual machines were given when this one wanted it. */
    private static final int STOLEN = 8;

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private Cpu() {}

    /**
     * How much was used.
     *
     * @param nanos by the clock
     * @param cpuNanos of all processors together
     */
    record Used(long nanos, long cpuNanos) {
        double millis() {
            return nanos / 1e6;
        }

        double cpuMillis() {
            return cpuNanos / 1e6;
        }
    }

    /** The two clocks now. */
    static Used now() {
        return new Used(System.nanoTime(), SYSTEM.getProcessCpuTime());
    }

    /** What was used since. */
    static Used since(Used before) {
        Used now = now();
        return new Used(now.nanos() - before.nanos(), now.cpuNanos() - before.cpuNanos());
    }

    /**
     * What became of the time of all processors since the machine began.
     *
     * @param all of it
     * @param stolen given to other virtual machines
     */
    record Shares(long all, long stolen) {}

    /** The shares until now; nothing but zeros where the system does not tell. */
    static Shares shares() throws IOException {
        if (!Files.isReadable(STAT)) {
            return new Shares(0, 0);
        }
        try (var lines = Files.lines(STAT)) {
            List<String> line = List.of(lines.findFirst().orElse("").trim().split("\\s+"));
            long all = line.stream()
                    .skip(1)
                    .limit(STOLEN)
                    .mapToLong(Long::parseLong)
                    .sum();
            return new Shares(all, line.size() > STOLEN ? Long.parseLong(line.get(STOLEN)) : 0);
        }
    }

    /** Which part of them others took since; empty where the system does not tell. */
    static Optional<Double> taken(Shares before) throws IOException {
        Shares now = shares();
        long all = now.all() - before.all();
        return all > 0 ? Optional.of((double) (now.stolen() - before.stolen()) / all) : Optional.empty();
    }
}
