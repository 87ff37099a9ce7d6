package io.callcheck.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A piece of work that is the same in every version of the kit, and much like what a check is when it is started anew:
 * the JDK's compiler, in a process of its own, with a file that never changes. Machines differ, and one machine does
 * within the hour; what takes so many times as long as this does on one takes about as many times as long on another.
 *
 * @param folder where the file lies
 */
record Yardstick(Path folder) {
    private static final String FILE = "Fixed.java";

    private static final int METHODS = 200;

    /** One that lies in a folder. */
    static Yardstick in(Path folder) throws IOException {
        String methods = IntStream.range(0, METHODS).mapToObj(Yardstick::method).collect(Collectors.joining("\n"));
        Files.writeString(folder.resolve(FILE), "import java.util.*;\n\nclass Fixed {\n" + methods + "\n}\n");
        return new Yardstick(folder);
    }

    private static String method(int n) {
        return """
                static Map<String, List<Integer>> of%d(Map<String, List<Integer>> in) {
                    Map<String, List<Integer>> out = new TreeMap<>();
                    in.forEach((key, values) -> out.computeIfAbsent(key + %d, k -> new ArrayList<>())
                            .addAll(values.stream().map(v -> v * %d).filter(v -> v > %d).toList()));
                    return out;
                }
            """.formatted(n, n, n + 1, n);
    }

    /**
     * How long the process is there, in milliseconds.
     *
     * @throws IllegalStateException where the JDK has no compiler, or it fails
     */
    double millis() throws IOException, InterruptedException {
        Path compiler = Path.of(System.getProperty("java.home"), "bin", "javac");
        long start = System.nanoTime();
        Process process = new ProcessBuilder(compiler.toString(), "-proc:none", FILE)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        int exit = process.waitFor();
        double took = (System.nanoTime() - start) / 1e6;
        if (exit != 0) {
            throw new IllegalStateException(compiler + " ended with " + exit);
        }
        return took;
    }
}
