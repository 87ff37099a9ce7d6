package io.callcheck.exchange;

import io.callcheck.spec.Api;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The open calls of a run, a line for each beginning and end, so that what a killed run left can be hung up. A line is
 * written before anything else is done with the call, and one before a call is asked for at all. Before them stands whose
 * calls they are, so that nobody looks for them elsewhere.
 */
public final class CallJournal {
    /** Its name in the folder of results. */
    public static final String NAME = "open-calls.tsv";

    /** Nothing is written down. */
    public static final CallJournal NONE = new CallJournal(null);

    private final @Nullable JournalFile file;

    private CallJournal(@Nullable JournalFile file) {
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
        return new CallJournal(new JournalFile(file));
    }

    /**
     * Writes down whose calls are those of the lines that follow.
     *
     * @throws IOException when it cannot be written
     */
    public synchronized void belongsTo(Target target) throws IOException {
        for (Api api : target.apis()) {
            write(OpenCalls.TARGET, api.id(), target.owner(api));
        }
    }

    /** Writes down that a call is about to be asked for; false when that cannot be done. */
    synchronized boolean asked(Api api, Instant at) {
        try {
            write(OpenCalls.ASKED, api.id(), at.toString());
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Writes down that it is known what came of that. */
    synchronized void answered(Api api, Instant at) {
        try {
            write(OpenCalls.ANSWERED, api.id(), at.toString());
        } catch (IOException e) {
            // It is looked for once more than it need be.
            return;
        }
    }

    /**
     * Writes down the calls that came of what was asked for on one API: they are open first, and only then known.
     *
     * @param asked when they were asked for
     */
    public synchronized void found(Api api, Collection<Instant> asked, List<String> ids) {
        try {
            Set<String> open = open().keySet();
            boolean written = true;
            for (String id : ids) {
                written &= open.contains(id) || created(api, id);
            }
            for (Instant at : written ? asked : List.<Instant>of()) {
                answered(api, at);
            }
        } catch (IOException e) {
            // They are looked for once more.
            return;
        }
    }

    /** The same of what was asked for since then: what an earlier run asked for was not looked for. */
    synchronized void found(Api api, Instant since, List<String> ids) {
        try {
            found(
                    api,
                    unanswered(api).stream().filter(at -> !at.isBefore(since)).toList(),
                    ids);
        } catch (IOException e) {
            // They are looked for once more.
            return;
        }
    }

    /** Writes down that a call was created; false when that cannot be done. */
    synchronized boolean created(Api api, String id) {
        try {
            write(OpenCalls.CREATED, api.id(), id);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Writes down that a call has ended. */
    public synchronized void ended(String id) {
        try {
            write(OpenCalls.ENDED, "", id);
        } catch (IOException e) {
            // It stays in the journal: to hang it up once more does no harm, and the run has to go on hanging up.
            return;
        }
    }

    /**
     * Everything that it says.
     *
     * @throws IOException when it cannot be read
     */
    public synchronized OpenCalls read() throws IOException {
        return OpenCalls.of(file == null ? new byte[0] : file.read());
    }

    /**
     * The calls that are open by it: id and API.
     *
     * @throws IOException when it cannot be read
     */
    public Map<String, Api> open() throws IOException {
        return read().calls().stream()
                .collect(Collectors.toMap(
                        OpenCalls.Call::id, OpenCalls.Call::api, (one, other) -> one, LinkedHashMap::new));
    }

    /**
     * When calls of an API were asked for of which nobody knows whether they came to be, the first before the others.
     *
     * @throws IOException when it cannot be read
     */
    public List<Instant> unanswered(Api api) throws IOException {
        return read().asked().stream()
                .filter(a -> a.api() == api)
                .map(OpenCalls.Asked::at)
                .toList();
    }

    /**
     * Removes the file, when no call is open by it and every line of it can be read.
     *
     * @throws IOException when it cannot be removed
     */
    public synchronized void close() throws IOException {
        if (file != null && read().isNothing()) {
            file.delete();
        }
    }

    /**
     * How many calls may be going on by it, those included of which nobody knows whether they came to be.
     *
     * @throws IOException when it cannot be read
     */
    public int left() throws IOException {
        return read().entries().size();
    }

    private void write(String what, String api, String value) throws IOException {
        if (file != null) {
            // A target's text cannot write lines of its own.
            file.add(what + "\t" + api + "\t" + value.replaceAll("[\\s\\p{Cc}]", " "));
        }
    }
}
