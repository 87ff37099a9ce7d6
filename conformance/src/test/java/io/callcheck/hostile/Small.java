package io.callcheck.hostile;

import io.callcheck.engine.Listener;
import io.callcheck.engine.Session;
import io.callcheck.verdict.RunFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The kit in a process of its own, with little memory: it runs against some targets and leaves a run of each. */
final class Small {
    private Small() {}

    /**
     * Runs.
     *
     * @param args the folder, how many at a time, and for each target its name and its address
     */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        ExecutorService pool = Executors.newFixedThreadPool(Integer.parseInt(args[1]));
        List<Future<?>> pending = new ArrayList<>();
        for (int i = 2; i < args.length; i += 2) {
            String name = args[i];
            URI address = URI.create(args[i + 1]);
            pending.add(pool.submit(() -> run(folder.resolve(name), address)));
        }
        for (Future<?> run : pending) {
            run.get();
        }
        pool.shutdown();
    }

    private static Path run(Path folder, URI address) throws IOException {
        try (Session session = Session.open(Keys.target(address, Map.of()), clause -> true)) {
            return RunFile.write(session.run(Listener.SILENT), folder);
        }
    }
}
