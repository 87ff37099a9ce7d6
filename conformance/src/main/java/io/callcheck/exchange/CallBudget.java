package io.callcheck.exchange;

import io.callcheck.spec.Api;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts the calls that a run creates, holds it to its bound, and remembers those that may still be going on. */
public final class CallBudget {
    private final int most;
    private final Map<String, Api> open = new LinkedHashMap<>();
    private int asked;
    private int created;

    /** @param most how many creations may be sent; 0 for no bound */
    public CallBudget(int most) {
        this.most = most;
    }

    /** Takes one creation; false when the bound is reached. */
    synchronized boolean take() {
        if (most > 0 && asked >= most) {
            return false;
        }
        asked++;
        return true;
    }

    /** Remembers a call that the target created. */
    synchronized void created(Api api, String id) {
        created++;
        open.put(id, api);
    }

    /** Forgets a call that was seen to have ended. */
    public synchronized void ended(String id) {
        open.remove(id);
    }

    /** How many calls the target created. */
    public synchronized int calls() {
        return created;
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
