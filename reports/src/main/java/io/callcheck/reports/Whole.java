package io.callcheck.reports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file whole or not at all: into a file beside, which then takes the name. */
final class Whole {
    private Whole() {}

    static void write(Path folder, String name, String text) throws IOException {
        // Not a temporary file of the platform's: only its owner could read it.
        Path temporary = folder.resolve(name + ".tmp");
        try {
            Files.writeString(temporary, text);
            Files.move(
                    temporary,
                    folder.resolve(name),
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
