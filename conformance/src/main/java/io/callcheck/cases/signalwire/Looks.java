package io.callcheck.cases.signalwire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callcheck.cases.Bench;
import io.callcheck.cases.Until;
import io.callcheck.exchange.Exchange;
import io.callcheck.exchange.Sent;
import io.callcheck.exchange.Transcript;
import io.callcheck.expect.Lists;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/**
 * Looks at calls and lists, again and again until they show something; each row of looks has steps named {@code row 1},
 * {@code row 2} …
 */
final class Looks {
    private static final Set<String> LIVE = Set.of("queued", "ringing", "in-progress");
    /** The most that a page may hold: a list on one page can be compared with another. */
    private static final int WHOLE = 1000;
    /** A look goes out a little before or after the time that is waited for. */
    private static final int WELL = 300;

    private final Bench bench;
    private final Transcript transcript;

    Looks(Bench bench, Transcript transcript) {
        this.bench = bench;
        this.transcript = transcript;
    }

    /** How long an effect may take. */
    Duration effect() {
        return bench.target().limits().settle();
    }

    /** How long a phone may take. */
    Duration outcome() {
        return bench.target().limits().settle().multipliedBy(4);
    }

    /** How long a phone may take that was asked to ring for so many seconds. */
    Duration outcome(int timeout) {
        return outcome().plusSeconds(timeout);
    }

    /**
     * What is left of a time that began earlier, at least as long as an effect may take: phones that were called together
     * had the same time.
     *
     * @param since when it began, in nanoseconds of {@link System#nanoTime}
     */
    Duration left(Duration longest, long since) {
        Duration left = longest.minusNanos(System.nanoTime() - since);
        return left.compareTo(effect()) > 0 ? left : effect();
    }

    /** Sends one request on a call. */
    Exchange send(String step, String operation, String sid, ObjectNode body) {
        return transcript.send(step, operation, bench.onCall(operation, sid, body));
    }

    /** Sends one request on a call that is to be refused, beside another that is accepted. */
    void probe(String step, String control, String operation, String sid, ObjectNode body) {
        Sent sent = bench.onCall(operation, sid, body);
        transcript.sendAll(operation, List.of(new Transcript.Asked(step, control, Set.of(), sent)));
    }

    /** Looks at a call until it can be retrieved. */
    boolean found(String row, String sid) throws InterruptedException {
        return Until.enough(effect(), retrieving(row, sid), seen -> seen.accepted() || seen.answer() == null)
                .accepted();
    }

    /** Looks at a call until it cannot be retrieved any more. */
    void gone(String row, String sid) throws InterruptedException {
        Until.enough(effect(), retrieving(row, sid), seen -> !seen.accepted());
    }

    /** Looks at a call until it has one of the given statuses, has left every status of a living call, or time is up. */
    String status(String row, String sid, Set<String> wanted, Duration longest) throws InterruptedException {
        return shows(row, sid, call -> wanted.contains(call.path("status").asText()), longest)
                .path("status")
                .asText();
    }

    /** Looks at a call until it shows something, has left every status of a living call, or time is up. */
    JsonNode shows(String row, String sid, Predicate<JsonNode> wanted, Duration longest) throws InterruptedException {
        JsonNode last = Bench.body(Until.enough(longest, retrieving(row, sid), seen -> {
            JsonNode call = Bench.body(seen);
            boolean itself = call.path("sid").asText().equals(sid);
            return !seen.accepted()
                    || !itself
                    || wanted.test(call)
                    || !LIVE.contains(call.path("status").asText());
        }));
        // What another call does says nothing of this one; that it was shown is a clause of its own.
        return last.path("sid").asText().equals(sid) ? last : MissingNode.getInstance();
    }

    /** Looks at a call once; its status, where it lives. */
    Optional<String> living(String step, String sid) {
        Exchange seen = send(step, "retrieve", sid, Bench.empty());
        return Optional.of(Bench.body(seen).path("status").asText()).filter(LIVE::contains);
    }

    /** Looks at a call that is over until it shows something, or until what an effect may take is well over. */
    void after(String row, String sid, Predicate<JsonNode> wanted) throws InterruptedException {
        Until.enough(
                effect().plusMillis(WELL),
                retrieving(row, sid),
                seen -> !seen.accepted() || wanted.test(Bench.body(seen)));
    }

    /** Lists calls until all the given ones are shown, or, when asked for, none of them, or time is up. */
    Exchange list(String row, ObjectNode query, Collection<String> sids, boolean there) throws InterruptedException {
        Predicate<Exchange> wanted = seen -> sids.stream().allMatch(sid -> Lists.shows(seen, sid) == there);
        return Until.enough(effect(), look -> list(row, look, query), seen -> !seen.accepted() || wanted.test(seen));
    }

    /** Lists calls once. */
    Exchange list(String row, ObjectNode query) {
        return list(row, 1, query);
    }

    /** Lists calls once, in a row of several such looks. */
    Exchange list(String row, int look, ObjectNode query) {
        return transcript.send(row + " " + look, "list", bench.requests().of(bench.operation("list"), Map.of(), query));
    }

    /** A query for the whole list, as far as one page holds it. */
    static ObjectNode whole() {
        return Bench.empty().put("PageSize", WHOLE);
    }

    private IntFunction<Exchange> retrieving(String row, String sid) {
        return look -> send(row + " " + look, "retrieve", sid, Bench.empty());
    }
}
