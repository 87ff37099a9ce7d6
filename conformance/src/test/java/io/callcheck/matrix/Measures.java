package io.callcheck.matrix;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** What the matrix measured, in {@code target/matrix.json}: one object for each test, with its figures. */
final class Measures {
    private static final Path FILE = Path.of("target", "matrix.json");
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private Measures() {}

    /** Writes the figures of one test; those of the others stay. */
    static synchronized void put(String test, Map<String, Integer> figures) throws IOException {
        ObjectNode all = Files.exists(FILE) && JSON.readTree(Files.readAllBytes(FILE)) instanceof ObjectNode known
                ? known
                : JSON.createObjectNode();
        ObjectNode own = all.putObject(test);
        new TreeMap<>(figures).forEach(own::put);
        Files.createDirectories(Path.of("target"));
        Files.write(FILE, JSON.writeValueAsBytes(all));
    }
}
