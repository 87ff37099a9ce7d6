package io.callcheck.expect;

import io.callcheck.exchange.Evidence;
import io.callcheck.exchange.Exchange;
import io.callcheck.exchange.Step;
import io.callcheck.expect.BirdCalls.Seen;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Judges whether Bird's list tells the truth about the calls that were made.
 *
 * @param calls reads the answers
 * @param creates the steps that make the calls which are looked for
 * @param all how the names of the steps begin that ask for the whole list
 */
public record BirdLists(BirdCalls calls, List<String> creates, String all) {
    /** It may be any call; what is wrong with its id is a matter of other clauses. */
    private static final String NAMELESS = "a listed call shows no id that could be compared";

    /**
     * The created calls are in the list.
     *
     * @param looks how the names of the steps begin that retrieve one which is not
     */
    public Expectation listed(String looks) {
        return evidence -> {
            Exchange whole = whole(evidence).orElse(null);
            Set<String> made = made(evidence);
            if (whole == null || made.isEmpty()) {
                return new Judgement.Unseen("no call was created", last(evidence));
            }
            if (!whole.accepted()) {
                return new Judgement.Unseen("the list was answered with " + whole.outcome(), List.of(whole));
            }
            Set<String> missing = new LinkedHashSet<>(made);
            Set<String> listed = ids(evidence);
            missing.removeAll(listed);
            if (missing.isEmpty()) {
                return new Judgement.Held(List.of(whole));
            }
            if (listed.contains("")) {
                return new Judgement.Unseen(NAMELESS, List.of(whole));
            }
            if (!token(whole).isEmpty()) {
                return new Judgement.Unseen("the channel has more calls than one page shows", List.of(whole));
            }
            boolean there = evidence.steps().stream()
                    .filter(s -> s.name().startsWith(looks))
                    .anyMatch(s -> s.exchange().accepted());
            return there
                    ? Judgement.Broken.late(
                            new Finding(
                                    "/results",
                                    "the created call " + missing.iterator().next(),
                                    calls.of(whole).size() + " other calls"),
                            List.of(whole))
                    : new Judgement.Blocked(
                            "bird.create.retrievable", "the created call cannot be retrieved either", List.of(whole));
        };
    }

    /**
     * A refused create makes no call: the list shows none that was not there before; where it does, round after round.
     *
     * @param requests the steps that were to be refused
     * @param windows the steps that asked for the list before and after them, one for each round that there may be
     * @param ends how the steps begin that asked for the list at the end of a round
     * @param to the number that they asked for
     */
    public Expectation noneOf(List<String> requests, List<Window> windows, String ends, String to) {
        return evidence -> {
            List<Exchange> sent = requests.stream()
                    .flatMap(s -> evidence.exchange(s).filter(e -> !Unanswered.is(e)).stream())
                    .toList();
            List<Window> begun = windows.stream()
                    .filter(w -> evidence.step(w.before()).isPresent())
                    .toList();
            List<Rounds.Round> probed = begun.stream()
                    .flatMap(w -> BirdRounds.of(evidence, w.before(), w.after()).stream())
                    .toList();
            Exchange later = last(evidence, all).orElse(null);
            if (sent.isEmpty() || begun.isEmpty() || probed.size() < begun.size() || later == null) {
                return new Judgement.Unseen("no request was answered between two lists", last(evidence));
            }
            if (sent.stream().anyMatch(Exchange::accepted)) {
                return new Judgement.Unseen("what was to be refused was accepted", sent);
            }
            if (!ids(evidence).containsAll(made(evidence)) || made(evidence).size() < creates.size()) {
                return new Judgement.Unseen("the lawful calls beside them were not listed either", List.of(later));
            }
            List<Rounds.Round> quiet = last(evidence, ends)
                    .filter(Exchange::accepted)
                    .map(end -> List.of(new Rounds.Round(end, later)))
                    .orElse(List.of());
            return new Rounds(probed, quiet, windows.size())
                    .judge(
                            "/results",
                            sent.get(0),
                            (before, after) -> BirdRounds.fresh(calls, before, after, made(evidence), to));
        };
    }

    /** Whether the later of two lists shows a call that the earlier one does not. */
    public boolean news(Exchange earlier, Exchange later) {
        return !idsOf(earlier).containsAll(idsOf(later));
    }

    /**
     * A time between two lists.
     *
     * @param before the step that asked for the first
     * @param after the step that asked for the second
     */
    public record Window(String before, String after) {}

    /** A page holds no more calls than were asked for, while there are more. */
    public Expectation limited(String step) {
        return evidence -> {
            Exchange page = evidence.exchange(step).orElse(null);
            if (page == null || !page.accepted()) {
                return new Judgement.Unseen("no such list was shown", page == null ? last(evidence) : List.of(page));
            }
            int held = calls.of(page).size();
            if (held > limit(page)) {
                return new Judgement.Broken(
                        List.of(new Finding("/results", "at most " + limit(page), held + " calls")), List.of(page));
            }
            return whole(evidence).map(w -> calls.of(w).size()).orElse(0) > limit(page)
                    ? new Judgement.Held(List.of(page))
                    : new Judgement.Unseen("there were not more calls than the limit", List.of(page));
        };
    }

    /**
     * The pages lead through all calls, each of them once.
     *
     * @param pages how the names of the steps begin that follow the tokens
     * @param again the step that asks for the whole list afterwards: it is the same if nobody else made calls
     */
    public Expectation paged(String pages, String again) {
        return evidence -> {
            List<Exchange> followed = evidence.steps().stream()
                    .filter(s -> s.name().startsWith(pages))
                    .map(Step::exchange)
                    .toList();
            Exchange whole = whole(evidence).orElse(null);
            if (followed.isEmpty() || whole == null || (followed.size() == 1 && !goesOn(followed.get(0), whole))) {
                return new Judgement.Unseen("there was no second page", last(evidence));
            }
            // Of a page that names no next one, though there are more calls, the whole list tells that.
            List<Exchange> cited = followed.size() == 1
                    ? List.of(followed.get(0), whole)
                    : followed.subList(followed.size() - 2, followed.size());
            Set<String> seen = new HashSet<>();
            String twice = "";
            for (Exchange page : followed) {
                if (calls.of(page).size() > limit(page)) {
                    return new Judgement.Blocked("bird.list.limit.effect", "a page is too long", List.of(page));
                }
                for (Seen call : calls.of(page)) {
                    twice = seen.add(call.id()) ? twice : call.id();
                }
            }
            Exchange end = followed.get(followed.size() - 1);
            Set<String> before = idsOf(whole);
            if (!before.equals(evidence.exchange(again).map(this::idsOf).orElse(Set.of()))) {
                return new Judgement.Unseen("others made calls meanwhile", cited);
            }
            if (end.refused()) {
                return broken("the next page for its token", end.outcome(), cited);
            }
            if (!end.accepted()) {
                return new Judgement.Unseen("a page was answered with " + end.outcome(), cited);
            }
            if (!twice.isEmpty()) {
                return broken("every call once", twice + " twice", cited);
            }
            if (!token(end).isEmpty()) {
                return new Judgement.Unseen("there were more pages than the kit follows", cited);
            }
            if (before.contains("") || seen.contains("")) {
                return new Judgement.Unseen(NAMELESS, cited);
            }
            before.removeAll(seen);
            return before.isEmpty()
                    ? new Judgement.Held(cited)
                    : broken("every call of the whole list", before.iterator().next() + " on no page", cited);
        };
    }

    /** The token of the next page; empty for none. */
    public static String token(Exchange page) {
        var body = page.answer() == null ? null : page.answer().json().value();
        return body == null ? "" : body.path("nextPageToken").asText("").replaceFirst("^null$", "");
    }

    /** Whether the list of an answer holds all the created calls. */
    public boolean complete(Evidence evidence) {
        return ids(evidence).containsAll(made(evidence));
    }

    /** Whether there are more calls than a page may hold that was shown. */
    private boolean goesOn(Exchange page, Exchange whole) {
        return page.accepted() && idsOf(whole).size() > limit(page);
    }

    private static Judgement broken(String expected, String actual, List<Exchange> cited) {
        return new Judgement.Broken(List.of(new Finding("/results", expected, actual)), cited);
    }

    private static int limit(Exchange page) {
        String query = page.sent().uri().getQuery();
        for (String pair : query == null ? new String[0] : query.split("&", -1)) {
            if (pair.startsWith("limit=")) {
                return Integer.parseInt(pair.substring("limit=".length()));
            }
        }
        return Integer.MAX_VALUE;
    }

    private Optional<Exchange> whole(Evidence evidence) {
        return last(evidence, all);
    }

    private Set<String> ids(Evidence evidence) {
        return whole(evidence).map(this::idsOf).orElse(Set.of());
    }

    private Set<String> idsOf(Exchange list) {
        Set<String> ids = new LinkedHashSet<>();
        calls.of(list).forEach(s -> ids.add(s.id()));
        return ids;
    }

    private Set<String> made(Evidence evidence) {
        Set<String> ids = new LinkedHashSet<>();
        for (String create : creates) {
            evidence.exchange(create).map(this::id).filter(id -> !id.isEmpty()).ifPresent(ids::add);
        }
        return ids;
    }

    private String id(Exchange create) {
        return calls.of(create).stream().map(Seen::id).findFirst().orElse("");
    }

    /** A number without its plus sign, which Bird shows or leaves out. */
    public static String digits(String number) {
        return number.startsWith("+") ? number.substring(1) : number;
    }

    private static Optional<Exchange> last(Evidence evidence, String prefix) {
        List<Step> found = evidence.steps().stream()
                .filter(s -> s.name().startsWith(prefix))
                .toList();
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(found.get(found.size() - 1).exchange());
    }

    private static List<Exchange> last(Evidence evidence) {
        return List.of(evidence.steps().get(evidence.steps().size() - 1).exchange());
    }
}
