package io.callcheck.bench;

import io.callcheck.fixtures.ReferenceServer;
import io.callcheck.fixtures.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The jar in a process of its own, again and again, against a server in this one. */
final class Starts {
    private Starts() {}

    /**
     * Prints what they take.
     *
     * @param jar the runnable jar
     * @param rounds how many of each
     */
    static void measure(Path jar, int rounds) throws IOException, InterruptedException {
        Table.line("**the jar, started anew each time**", "");
        Cold plain = new Cold(jar, List.of());
        double[] first = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            first[i] = plain.firstRequest();
        }
        Table.line("(e) from start to first request", Table.millis(Table.median(first)));
        Path folder = Files.createTempDirectory("callcheck-bench");
        try {
            Yardstick yardstick = Yardstick.in(folder);
            checks(plain, "", yardstick, rounds);
            checks(new Cold(jar, Cold.OF_THE_IMAGE), ", with the image's JVM flags", yardstick, rounds);
        } finally {
            Cold.delete(folder);
        }
    }

    private static void checks(Cold cold, String how, Yardstick yardstick, int rounds)
            throws IOException, InterruptedException {
        double[] part = new double[rounds];
        double[] whole = new double[rounds];
        double[] peak = new double[rounds];
        double[] fixed = new double[rounds];
        try (ReferenceServer server =
                ReferenceServer.start(Settings.defaults().withPort(0).withSpeed(20))) {
            for (int i = 0; i < rounds; i++) {
                part[i] = cold.check(server, "--only", "signalwire.retrieve").millis();
                fixed[i] = yardstick.millis();
                Cold.Taken taken = cold.check(server);
                whole[i] = taken.millis();
                peak[i] = taken.peak();
            }
        }
        double yard = Table.median(fixed);
        Table.line("a yardstick: the JDK's compiler and a fixed file, between these", Table.millis(yard));
        Table.line("check --only signalwire.retrieve" + how, Table.millis(Table.median(part)));
        Table.line("… to the yardstick", Table.times(Table.median(part) / yard));
        Table.line("check of both APIs, telephones 20 times faster" + how, Table.millis(Table.median(whole)));
        Table.line("… to the yardstick", Table.times(Table.median(whole) / yard));
        Table.line(
                "… its peak memory, everything included",
                Table.millis(Table.median(peak)).replace("ms", "MB"));
    }
}
