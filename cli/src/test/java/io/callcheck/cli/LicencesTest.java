package io.callcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The runnable jar holds the licences of what it holds; what of the class path goes into it, the pom says. */
class LicencesTest {
    private static final Path FOLDER = Path.of("src", "main", "resources", "META-INF");

    /** The groups of what tests alone use. */
    private static final List<String> OF_TESTS = List.of(
            "io.qameta.allure",
            "net.bytebuddy",
            "org.apiguardian",
            "org.assertj",
            "org.junit.jupiter",
            "org.junit.platform",
            "org.opentest4j");

    @Test
    void everyLibraryInTheJarIsListed() throws IOException {
        Set<String> listed = found("(?m)^  ([\\w.-]+:[\\w.-]+)", list());
        List<String> apart = new ArrayList<>(OF_TESTS);
        apart.addAll(found("<exclude>([\\w.-]+):\\*</exclude>", Files.readString(Path.of("pom.xml"))));
        // A jar in a repository stands in the folders of its group, of its name and of its version.
        List<String> jars = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(jar -> jar.toString().endsWith(".jar"))
                .filter(jar -> !jar.getFileName().toString().startsWith("callcheck-"))
                .map(jar -> jar.subpath(0, jar.getNameCount() - 2).toString().replace(File.separatorChar, '.'))
                .filter(jar -> apart.stream().noneMatch(group -> jar.contains("." + group + ".")))
                .toList();
        assertThat(jars).hasSizeGreaterThan(40);
        assertThat(jars)
                .as("libraries that THIRD-PARTY.txt does not have")
                .allMatch(jar -> listed.stream().anyMatch(l -> jar.endsWith("." + l.replace(':', '.'))));
        assertThat(listed)
                .as("libraries that nobody uses any more")
                .allMatch(l -> jars.stream().anyMatch(jar -> jar.endsWith("." + l.replace(':', '.'))));
    }

    @Test
    void everyTextIsThereAndIsSomebodys() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.resolve("licenses"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(found("licenses/([\\w.-]+\\.txt)", list()));
        }
    }

    private static String list() throws IOException {
        return Files.readString(FOLDER.resolve("THIRD-PARTY.txt"));
    }

    private static Set<String> found(String pattern, String text) {
        Set<String> found = new TreeSet<>();
        Pattern.compile(pattern).matcher(text).results().forEach(result -> found.add(result.group(1)));
        return found;
    }
}
