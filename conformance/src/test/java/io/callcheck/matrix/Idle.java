package io.callcheck.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Whether the processors have time for more; what other virtual machines take of them is no such time. */
final class Idle {
    /** How long what has just begun takes to show in the figures. */
    static final long LOOK_MILLIS = 1000;

    private static final Path STAT = Path.of("/proc/stat");
    /** The fourth figure of the first line. */
    private static final int IDLE = 4;
    /** Those after it count guests' time, which is in the first two already. */
    private static final int FIGURES = 8;

    /** Beside rounds that leave less than this, another one makes all of them late. */
    private static final double ENOUGH = 0.35;

    private long looked = System.nanoTime();
    private Shares last = shares();

    /** What became of the time of all processors since the machine began, in the system's units. */
    private record Shares(long all, long idle) {}

    /**
     * Whether enough of the time since the last look was idle; the look is somebody's alone, who begins something now. Never
     * where the last look was a moment ago, or where the system does not tell.
     */
    synchronized boolean enough() {
        long now = System.nanoTime();
        if (now - looked < TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS)) {
            return false;
        }
        Shares shares = shares();
        double all = shares.all() - last.all();
        boolean enough = shares.idle() - last.idle() > ENOUGH * all;
        looked = now;
        last = shares;
        return enough;
    }

    private static Shares shares() {
        if (!Files.isReadable(STAT)) {
            return new Shares(0, 0);
        }
        try (var lines = Files.lines(STAT)) {
            List<String> line = List.of(lines.findFirst().orElse("").trim().split("\\s+"));
            long all = line.stream()
                    .skip(1)
                    .limit(FIGURES)
                    .mapToLong(Long::parseLong)
                    .sum();
            return new Shares(all, line.size() > IDLE ? Long.parseLong(line.get(IDLE)) : 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
