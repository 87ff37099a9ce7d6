package io.callcheck.exchange;

import io.callcheck.spec.Api;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts the calls that a run creates, holds it to its bound, and remembers those that may still be going on. */
public final class CallBudget {
    private final int most;
    private final CallJournal journal;
    private final Map<String, Api> open = new LinkedHashMap<>();
    private final Map<Api, Instant> lost = new EnumMap<>(Api.class);
    private int asked;
    private int created;
    private boolean unwritten;
    private boolean stopped;

    /**
     * A budget.
     *
     * @param most how many creations may be sent; 0 for no bound
     * @param journal where the open calls are written down
     */
    public CallBudget(int most, CallJournal journal) {
        this.most = most;
        this.journal = journal;
    }

    /** A budget whose calls are not written down. */
    public CallBudget(int most) {
        this(most, CallJournal.NONE);
    }

    /** Takes one creation; why not, when none may be sent. */
    synchronized Optional<String> take() {
        if (stopped) {
            return Optional.of(Exchange.INTERRUPTED + ": no further call is created");
        }
        if (unwritten) {
            return Optional.of("the journal of open calls cannot be written: no further call is created");
        }
        if (most > 0 && asked >= most) {
            return Optional.of("limits.calls is reached: no further call is created");
        }
        asked++;
        return Optional.empty();
    }

    /** From now on no call is created: what waits to be sent is not sent any more. */
    public synchronized void stop() {
        stopped = true;
    }

    /** Remembers a call that the target created. */
    synchronized void created(Api api, String id) {
        created++;
        open.put(id, api);
        // What a run made without its journal would be lost with it.
        unwritten |= !journal.created(api, id);
    }

    /** Remembers that a creation was sent of which no answer came: there may be a call that nobody knows. */
    synchronized void lost(Api api, Instant at) {
        lost.putIfAbsent(api, at);
    }

    /** Since when there may be calls of an API whose ids never came. */
    public synchronized Optional<Instant> lost(Api api) {
        return Optional.ofNullable(lost.get(api));
    }

    /** Forgets a call that was seen to have ended. */
    public synchronized void ended(String id) {
        if (open.remove(id) != null) {
            journal.ended(id);
        }
    }

    /** How many calls the target created. */
    public synchronized int calls() {
        return created;
    }

    /** How many creations were sent. */
    public synchronized int creations() {
        return asked;
    }

    /** The calls of an API that may still be going on. */
    public synchronized List<String> open(Api api) {
        List<String> ids = new ArrayList<>();
        open.forEach((id, of) -> {
            if (of == api) {
                ids.add(id);
            }
        });
        return ids;
    }
}
