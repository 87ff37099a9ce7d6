package io.callcheck.exchange;

import io.callcheck.spec.Api;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The open calls of a run, a line for each beginning and end, so that what a killed run left can be hung up. A line is
 * written before anything else is done with the call.
 */
public final class CallJournal {
    /** Its name in the folder of results. */
    public static final String NAME = "open-calls.tsv";

    /** Nothing is written down. */
    public static final CallJournal NONE = new CallJournal(null);

    private static final String CREATED = "created";
    private static final String ENDED = "ended";

    private final @Nullable Path file;

    private CallJournal(@Nullable Path file) {
        this.file = file;
    }

    /**
     * A new journal in a folder, which begins with what an earlier run left open there.
     *
     * @throws IOException when it cannot be written
     */
    public static CallJournal in(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        Files.createDirectories(folder);
        Files.writeString(file, "", StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        return new CallJournal(file);
    }

    /** Writes down that a call was created; false when that cannot be done. */
    synchronized boolean created(Api api, String id) {
        try {
            write(CREATED + "\t" + api.id() + "\t" + id.replaceAll("\\s", " "));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Writes down that a call has ended. */
    public synchronized void ended(String id) {
        try {
            write(ENDED + "\t\t" + id.replaceAll("\\s", " "));
        } catch (IOException e) {
            // It stays in the journal: to hang it up once more does no harm, and the run has to go on hanging up.
            return;
        }
    }

    /**
     * The calls that are open by it: id and API.
     *
     * @throws IOException when it cannot be read
     */
    public synchronized Map<String, Api> open() throws IOException {
        Map<String, Api> open = new LinkedHashMap<>();
        if (file == null || !Files.exists(file)) {
            return open;
        }
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            String[] parts = line.split("\t", -1);
            if (parts.length == 3 && parts[0].equals(ENDED)) {
                open.remove(parts[2]);
            } else if (parts.length == 3 && parts[0].equals(CREATED)) {
                for (Api api : Api.values()) {
                    if (api.id().equals(parts[1])) {
                        open.put(parts[2], api);
                    }
                }
            }
        }
        return open;
    }

    /**
     * Removes the file, when no call is open by it.
     *
     * @throws IOException when it cannot be removed
     */
    public synchronized void close() throws IOException {
        if (file != null && open().isEmpty()) {
            Files.deleteIfExists(file);
        }
    }

    private void write(String line) throws IOException {
        if (file != null) {
            Files.writeString(
                    file, line + "\n", StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }
}
