package io.callcheck.exchange;

import io.callcheck.spec.Api;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Counts the calls that a run creates, holds it to its bound, and remembers those that may still be going on. */
public final class CallBudget {
    private final int most;
    private final boolean live;
    private final CallJournal journal;
    private final Map<String, Api> open = new LinkedHashMap<>();
    private final Set<String> ids = new HashSet<>();
    private final Set<String> shared = new HashSet<>();
    private final Map<Api, Instant> lost = new EnumMap<>(Api.class);
    private final Map<Api, Integer> unknown = new EnumMap<>(Api.class);
    private boolean unnamed;
    private int asked;
    private int created;
    private boolean unwritten;
    private boolean stopped;

    /**
     * A budget.
     *
     * @param most how many creations may be sent; 0 for no bound
     * @param live whether calls ring phones: none is made any more after one whose id nobody knows
     * @param journal where the open calls are written down
     */
    public CallBudget(int most, boolean live, CallJournal journal) {
        this.most = most;
        this.live = live;
        this.journal = journal;
    }

    /** A budget whose calls are not written down. */
    public CallBudget(int most) {
        this(most, false, CallJournal.NONE);
    }

    /**
     * Takes one creation, which is written down before it is sent; why not, when none may be sent.
     *
     * @param at when it is to be sent
     */
    synchronized Optional<String> take(Api api, Instant at) {
        if (stopped) {
            return Optional.of(Exchange.INTERRUPTED + ": no further call is created");
        }
        if (live && unnamed) {
            return Optional.of("a call was created whose id the target does not tell, so that nobody could hang up"
                    + " another one: no further call is created");
        }
        if (most > 0 && asked >= most) {
            return Optional.of("limits.calls is reached: no further call is created");
        }
        unwritten |= !journal.asked(api, at);
        if (unwritten) {
            return Optional.of("the journal of open calls cannot be written: no further call is created");
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
        if (!ids.add(id)) {
            shared.add(id);
        }
        // What a run made without its journal would be lost with it.
        unwritten |= !journal.created(api, id);
    }

    /** It is known what came of a creation, or that it was not sent. */
    synchronized void answered(Api api, Instant at) {
        journal.answered(api, at);
    }

    /** Remembers that nobody knows what came of a creation: there may be a call. */
    synchronized void lost(Api api, Instant at) {
        lost.merge(api, at, (one, other) -> one.isBefore(other) ? one : other);
        unknown.merge(api, 1, Integer::sum);
    }

    /** Remembers a call that the target created without telling its id. */
    synchronized void unnamed(Api api, Instant at) {
        created++;
        unnamed = true;
        doubtful(api, at);
    }

    /**
     * Remembers a creation that may have made a call, though its answer tells of none. Where no phones ring, nobody looks
     * for it: among calls to the same numbers there may be those of another run.
     */
    synchronized void doubtful(Api api, Instant at) {
        if (live) {
            lost(api, at);
        } else {
            answered(api, at);
        }
    }

    /**
     * Remembers the calls that were found of those whose ids never came.
     *
     * @param complete whether there are no others: else nobody knows still what came of those creations
     */
    public synchronized void found(Api api, List<String> ids, boolean complete) {
        ids.forEach(id -> open.putIfAbsent(id, api));
        Instant since = complete ? lost.remove(api) : null;
        if (complete) {
            unknown.remove(api);
        }
        journal.found(api, since == null ? Instant.MAX : since, ids);
    }

    /**
     * How many calls may still be going on.
     *
     * @param ringing whether those count of which nobody knows whether they are there
     */
    public synchronized int left(boolean ringing) {
        return open.size()
                + (ringing
                        ? unknown.values().stream().mapToInt(Integer::intValue).sum()
                        : 0);
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

    /** Whether several creations showed one and the same call. */
    public synchronized boolean shared(String id) {
        return shared.contains(id);
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
