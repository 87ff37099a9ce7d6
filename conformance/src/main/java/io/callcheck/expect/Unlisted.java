package io.callcheck.expect;

import com.fasterxml.jackson.databind.JsonNode;
import io.callcheck.exchange.Evidence;
import io.callcheck.exchange.Exchange;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A create that is refused makes no call: the list shows none that was not there before; where it does, round after round.
 *
 * @param requests the steps of the creates
 * @param last the step that created the last call before them
 * @param marks the parameters by which a call of theirs is known, by member
 * @param sent what the creates asked for
 */
public record Unlisted(List<String> requests, String last, Map<String, String> marks, JsonNode sent) {

    /**
     * A time between two lists.
     *
     * @param before the step that asked for the first, or a row of such steps, of which the last one did
     * @param after the step or the row that asked for the second
     */
    public record Window(String before, String after) {}

    /**
     * Judges it.
     *
     * @param windows the times of the creates, one for each round that there may be
     * @param quiet times in which nothing of ours was created
     */
    public Expectation judged(List<Window> windows, List<Window> quiet) {
        return evidence -> {
            List<Exchange> refused = requests.stream()
                    .flatMap(s -> evidence.exchange(s).stream())
                    .filter(e -> !Unanswered.is(e) && !e.accepted())
                    .toList();
            List<Window> begun = windows.stream()
                    .filter(w -> evidence.step(w.before()).isPresent())
                    .toList();
            List<Rounds.Round> rounds = rounds(evidence, begun);
            if (refused.isEmpty() || begun.isEmpty() || rounds.size() < begun.size()) {
                return new Judgement.Unseen("no request was refused between two lists", List.of());
            }
            if (!rounds.stream().allMatch(r -> Lists.ends(r.before()))) {
                return new Judgement.Unseen("the account has more calls than one page shows", refused);
            }
            Optional<OffsetDateTime> since = evidence.exchange(last)
                    .flatMap(e ->
                            Rfc2822.parse(Outcomes.body(e).path("date_created").asText()));
            return new Rounds(rounds, rounds(evidence, quiet), windows.size())
                    .judge("/calls", refused.get(0), (before, after) -> {
                        Set<String> fresh = fresh(before, after, since);
                        fresh.removeAll(made(evidence));
                        return fresh;
                    });
        };
    }

    private static List<Rounds.Round> rounds(Evidence evidence, List<Window> windows) {
        return windows.stream()
                .flatMap(w -> {
                    Exchange before = list(evidence, w.before());
                    Exchange after = list(evidence, w.after());
                    return before == null || after == null || !before.accepted() || !after.accepted()
                            ? Optional.<Rounds.Round>empty().stream()
                            : Optional.of(new Rounds.Round(before, after)).stream();
                })
                .toList();
    }

    private static @Nullable Exchange list(Evidence evidence, String name) {
        return evidence.exchange(name).orElseGet(() -> Lists.last(evidence, name));
    }

    /** What was to be refused and was not made calls that nobody has to hide: that is another clause's matter. */
    private static Set<String> made(Evidence evidence) {
        Set<String> made = new LinkedHashSet<>();
        evidence.of("create").stream()
                .filter(Exchange::accepted)
                .forEach(e -> made.add(Outcomes.body(e).path("sid").asText()));
        return made;
    }

    /** The calls like the ones asked for that only the second list shows, created after the last one of our own. */
    private Set<String> fresh(Exchange before, Exchange after, Optional<OffsetDateTime> since) {
        Set<String> known = Paging.sids(before);
        Set<String> fresh = new LinkedHashSet<>();
        for (JsonNode call : Lists.calls(after)) {
            String sid = call.path("sid").asText();
            boolean like = marks.entrySet().stream()
                    .allMatch(m -> call.path(m.getKey())
                            .asText()
                            .equals(sent.path(m.getValue()).asText()));
            boolean younger = Rfc2822.parse(call.path("date_created").asText())
                    .filter(created -> since.isPresent() && !created.isBefore(since.get()))
                    .isPresent();
            if (like && younger && !known.contains(sid)) {
                fresh.add(sid);
            }
        }
        return fresh;
    }
}
