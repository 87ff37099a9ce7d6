package io.callcheck.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.callcheck.exchange.Answer;
import io.callcheck.exchange.Redaction;
import io.callcheck.exchange.Target;
import java.io.IOException;
import java.util.Optional;

/** Takes the entries of a recording, counts what cannot be judged, and hands on what can. */
final class AuditDesk {
    private final AuditMap map;
    private final Taker taker;
    private final AuditCount.Counter counter = new AuditCount.Counter();
    private String place = "";
    private Optional<AuditMap.Match> match = Optional.empty();

    AuditDesk(AuditMap map, Taker taker) {
        this.map = map;
        this.taker = taker;
    }

    /** Takes an exchange that can be judged. */
    @FunctionalInterface
    interface Taker {
        /**
         * Takes it.
         *
         * @param accounts counts whose it is
         * @throws IOException when our own receiver, which cases are planned with, cannot be opened
         */
        void take(AuditMap.Match match, AuditEntry entry, AuditAccounts accounts) throws IOException;
    }

    /** Reads an entry. */
    @FunctionalInterface
    interface Reading {
        AuditEntry read() throws AuditMalformed;
    }

    /** Whose exchanges were judged so far. */
    AuditAccounts accounts() {
        return counter.accounts();
    }

    /** What was counted so far. */
    AuditCount count(Target target, Redaction redaction) {
        return counter.count(target, redaction);
    }

    /** How many entries there were so far. */
    int entries() {
        return counter.entries();
    }

    /** Begins an entry. */
    void place(String where) {
        place = where;
        match = Optional.empty();
        counter.entry();
    }

    /** Whether a request belongs to an operation. */
    boolean wanted(String method, String url) {
        match = map.of(method, url);
        return match.isPresent();
    }

    /** Tells of an entry that cannot be read. */
    void malformed(String why) {
        counter.skipped(place, why);
    }

    /** Ends an entry: one of another address is counted, one that is whole is taken. */
    void entry(Reading reading, JsonNode request) throws IOException {
        if (match.isEmpty()) {
            if (request.path("url").isTextual() && request.path("method").isTextual()) {
                counter.other(
                        map,
                        request.path("method").textValue(),
                        request.path("url").textValue());
            } else {
                malformed("it has no request with a method and a url");
            }
            return;
        }
        counter.matched(match.get().api());
        try {
            AuditEntry entry = reading.read();
            Answer answer = entry.answer();
            if (!entry.gap().isEmpty()) {
                malformed(entry.gap());
            } else if (answer != null && answer.status() == 304) {
                malformed("304 is about the client's own store, not about a call");
            } else {
                taker.take(match.get(), entry, counter.accounts());
                counter.judged();
            }
        } catch (AuditMalformed e) {
            malformed(String.valueOf(e.getMessage()));
        }
    }

    /** Tells that the file breaks off: it is never green then. */
    void broken(String why) {
        counter.broken(place, why);
    }
}
