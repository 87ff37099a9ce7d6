package io.callcheck.exchange;

import io.callcheck.spec.Api;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The open calls of a run, a line for each beginning and end, so that what a killed run left can be hung up. A line is
 * written before anything else is done with the call, and one before a call is asked for at all.
 */
public final class CallJournal {
    /** Its name in the folder of results. */
    public static final String NAME = "open-calls.tsv";

    /** Nothing is written down. */
    public static final CallJournal NONE = new CallJournal(null);

    private static final String CREATED = "created";
    private static final String ENDED = "ended";
    private static final String ASKED = "asked";
    private static final String ANSWERED = "answered";

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

    /** Writes down that a call is about to be asked for; false when that cannot be done. */
    synchronized boolean asked(Api api, Instant at) {
        try {
            write(ASKED + "\t" + api.id() + "\t" + at);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Writes down that it is known what came of that. */
    synchronized void answered(Api api, Instant at) {
        try {
            write(ANSWERED + "\t" + api.id() + "\t" + at);
        } catch (IOException e) {
            // It is looked for once more than it need be.
            return;
        }
    }

    /** Writes down the calls that came of what was asked for on one API: they are open first, and only then known. */
    public synchronized void found(Api api, List<String> ids) {
        try {
            Map<String, Api> open = open();
            boolean written = true;
            for (String id : ids) {
                written &= open.containsKey(id) || created(api, id);
            }
            for (Instant at : written ? unanswered(api) : List.<Instant>of()) {
                answered(api, at);
            }
        } catch (IOException e) {
            // They are looked for once more.
            return;
        }
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
     * When calls of an API were asked for of which nobody knows whether they came to be, the first before the others.
     *
     * @throws IOException when it cannot be read
     */
    public synchronized List<Instant> unanswered(Api api) throws IOException {
        List<Instant> asked = new ArrayList<>();
        if (file == null || !Files.exists(file)) {
            return asked;
        }
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            String[] parts = line.split("\t", -1);
            if (parts.length == 3 && parts[1].equals(api.id())) {
                Optional<Instant> at = instant(parts[2]);
                if (parts[0].equals(ASKED)) {
                    at.ifPresent(asked::add);
                } else if (parts[0].equals(ANSWERED)) {
                    at.ifPresent(asked::remove);
                }
            }
        }
        Collections.sort(asked);
        return asked;
    }

    /**
     * Removes the file, when no call is open by it.
     *
     * @throws IOException when it cannot be removed
     */
    public synchronized void close() throws IOException {
        if (file != null && left() == 0) {
            Files.deleteIfExists(file);
        }
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            // Not a line of ours.
            return Optional.empty();
        }
    }

    /**
     * How many calls may be going on by it, those included of which nobody knows whether they came to be.
     *
     * @throws IOException when it cannot be read
     */
    public synchronized int left() throws IOException {
        int left = open().size();
        for (Api api : Api.values()) {
            left += unanswered(api).size();
        }
        return left;
    }

    private void write(String line) throws IOException {
        if (file != null) {
            Files.writeString(
                    file, line + "\n", StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }
}
