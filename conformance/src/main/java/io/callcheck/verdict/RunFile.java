package io.callcheck.verdict;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes and reads {@code run.json}. */
public final class RunFile {
    /** The file's name in the folder of results. */
    public static final String NAME = "run.json";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private RunFile() {}

    /** Writes a run whole or not at all: into a file beside, which then takes the name. */
    public static Path write(Run run, Path folder) throws IOException {
        Files.createDirectories(folder);
        // Not createTempFile: its files are for their owner alone, and others read what CI keeps.
        Path temporary =
                folder.resolve("." + NAME + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            MAPPER.writeValue(temporary.toFile(), run);
            return Files.move(
                    temporary,
                    folder.resolve(NAME),
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } finally {
            // On a full disk it takes the room of what else is to be written.
            Files.deleteIfExists(temporary);
        }
    }

    /**
     * Reads a run.
     *
     * @throws IOException when the file cannot be read or is no run, saying why in one line
     */
    public static Run read(Path file) throws IOException {
        try {
            Run run = MAPPER.readValue(file.toFile(), Run.class);
            if (run == null || run.verdicts() == null) {
                throw new IOException(file + ": this is not a run.json of this kit: it holds no verdicts");
            }
            if (run.target() == null || run.target().settings() == null) {
                throw new IOException(file + ": this is not a run.json of this kit: it does not say what was tested");
            }
            return run;
        } catch (JsonProcessingException e) {
            throw new IOException(file + ": this is not a run.json of this kit: " + e.getOriginalMessage(), e);
        }
    }

    /** The text of a run, as it is written. */
    public static String text(Run run) {
        try {
            return MAPPER.writeValueAsString(run);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a run is always JSON", e);
        }
    }
}
