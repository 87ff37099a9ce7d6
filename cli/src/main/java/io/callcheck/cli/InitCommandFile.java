package io.callcheck.cli;

import io.callcheck.exchange.TargetFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The target file that {@code callcheck init} writes: every key with its help, those without a value commented out. */
final class InitCommandFile {
    private static final Set<String> BEGINNING = Set.of(
            "name",
            "signalwire.url",
            "signalwire.account",
            "signalwire.token",
            "signalwire.from",
            "signalwire.to.answered",
            "bird.url",
            "bird.workspace",
            "bird.channel",
            "bird.access-key");

    private static final String HEAD = """
            # The server under test, for 'callcheck check --target'.
            # Each key can also be set by its environment variable or by -D: see docs/reference.md.
            """;

    private InitCommandFile() {}

    /** The examples of what nearly every file has. */
    static Map<String, String> examples() {
        Map<String, String> values = new LinkedHashMap<>();
        TargetFile.keys().stream()
                .filter(k -> BEGINNING.contains(k.path()))
                .forEach(k -> values.put(k.path(), k.example()));
        return values;
    }

    /**
     * The file.
     *
     * @param values by key, as they are written in the file
     */
    static String text(Map<String, String> values) {
        StringBuilder file = new StringBuilder(HEAD);
        List<String> open = List.of();
        for (TargetFile.Key key : TargetFile.keys()) {
            List<String> path = List.of(key.path().split("\\.", -1));
            List<String> sections = path.subList(0, path.size() - 1);
            for (int i = 0; i < sections.size(); i++) {
                List<String> section = sections.subList(0, i + 1);
                if (open.size() <= i || !open.subList(0, i + 1).equals(section)) {
                    boolean used =
                            values.keySet().stream().anyMatch(k -> k.startsWith(String.join(".", section) + "."));
                    file.append(i == 0 ? "\n" : "").append(used ? "" : "# ").append("  ".repeat(i));
                    file.append(sections.get(i)).append(":\n");
                }
            }
            if (sections.isEmpty()) {
                file.append('\n');
            }
            open = sections;
            String indent = "  ".repeat(sections.size());
            String value = values.get(key.path());
            file.append(value == null ? "# " : "").append(indent);
            file.append(path.get(path.size() - 1)).append(": ").append(value == null ? key.example() : value);
            file.append("  # ").append(key.help()).append('\n');
        }
        return file.toString();
    }
}
