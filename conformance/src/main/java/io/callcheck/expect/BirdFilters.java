package io.callcheck.expect;

import io.callcheck.exchange.Evidence;
import io.callcheck.exchange.Exchange;
import io.callcheck.exchange.Forms;
import io.callcheck.exchange.Step;
import io.callcheck.expect.BirdCalls.Seen;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * Judges whether a filter of Bird's list keeps back what it does not admit. What it shows of what it admits is not
 * judged: a list may lag behind.
 *
 * @param calls reads the answers
 * @param all how the names of the steps begin that ask for the whole list
 */
public record BirdFilters(BirdCalls calls, String all) {

    /**
     * A filtered list holds only calls that the filter admits, while the whole list holds others.
     *
     * @param step the step
     * @param admits whether a call is admitted, by its id, status, direction and so on
     */
    public Expectation filtered(String step, Predicate<String> admits, String member) {
        return evidence -> {
            Exchange list = evidence.exchange(step).orElse(null);
            Exchange whole = whole(evidence).orElse(null);
            if (list == null || whole == null || !list.accepted() || !whole.accepted()) {
                return new Judgement.Unseen("no such list was shown", list == null ? last(evidence) : List.of(list));
            }
            List<Exchange> both = List.of(list, whole);
            for (Seen seen : calls.of(list)) {
                if (forbids(admits, seen, member)) {
                    return new Judgement.Broken(
                            List.of(seen.finding(
                                    member, "only calls of " + list.sent().uri().getQuery())),
                            both);
                }
            }
            return calls.of(whole).stream().anyMatch(s -> forbids(admits, s, member))
                    ? new Judgement.Held(both)
                    : new Judgement.Unseen("there was no call that the filter does not admit", both);
        };
    }

    /** The call of a created step alone is admitted. */
    public Expectation byId(String step, String create) {
        return evidence -> {
            String id = evidence.exchange(create)
                    .flatMap(made -> calls.of(made).stream().map(Seen::id).findFirst())
                    .orElse("");
            return id.isEmpty()
                    ? new Judgement.Unseen("no call was created", last(evidence))
                    : filtered(step, id::equalsIgnoreCase, "id").judge(evidence);
        };
    }

    /** Calls alone are admitted whose member is the value that the query has. */
    public Expectation byValue(String step, String member) {
        return asked(step, member, String::equalsIgnoreCase);
    }

    /**
     * Calls alone are admitted to or from the address that the query has. Whether part of an address is enough is stated
     * nowhere, nor whether its plus sign counts: a call whose address does not even hold what was asked for is admitted
     * by no reading.
     *
     * @param steps one of them has an address that calls have, another one that none has
     */
    public Expectation byAddress(List<String> steps, String member) {
        return evidence -> {
            List<Judgement> judged = steps.stream()
                    .map(step -> asked(step, member, BirdFilters::holds).judge(evidence))
                    .toList();
            return first(judged, Judgement.Broken.class)
                    .or(() -> first(judged, Judgement.Held.class))
                    .orElse(judged.get(judged.size() - 1));
        };
    }

    private static Optional<Judgement> first(List<Judgement> judged, Class<? extends Judgement> kind) {
        return judged.stream().filter(kind::isInstance).findFirst();
    }

    private static boolean holds(String asked, String shown) {
        return bare(shown).contains(bare(asked));
    }

    private static String bare(String address) {
        return BirdLists.digits(address).toLowerCase(Locale.ROOT);
    }

    /** @param admits whether a value that was asked for admits a call that shows another one */
    private Expectation asked(String step, String member, BiPredicate<String, String> admits) {
        return evidence -> {
            String value = evidence.exchange(step).map(e -> value(e, member)).orElse("");
            // A filter without a value may be read as none.
            return filtered(step, shown -> value.isEmpty() || admits.test(value, shown), member)
                    .judge(evidence);
        };
    }

    private static String value(Exchange list, String parameter) {
        String query = list.sent().uri().getRawQuery();
        return Forms.decode(query == null ? "" : query)
                .getOrDefault(parameter, List.of(""))
                .get(0);
    }

    /** A call that lacks the member, or has a wrong one, is a matter of other clauses. */
    private static boolean forbids(Predicate<String> admits, Seen seen, String member) {
        return !seen.text(member).isEmpty() && !admits.test(seen.text(member));
    }

    private Optional<Exchange> whole(Evidence evidence) {
        return evidence.steps().stream()
                .filter(s -> s.name().startsWith(all))
                .map(Step::exchange)
                .reduce((before, later) -> later);
    }

    private static List<Exchange> last(Evidence evidence) {
        return List.of(evidence.steps().get(evidence.steps().size() - 1).exchange());
    }
}
