package io.callcheck.expect;

import io.callcheck.exchange.Answer;
import io.callcheck.exchange.Evidence;
import io.callcheck.exchange.Exchange;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The pages of a list, and what is listed after a request that was refused. */
public final class Paging {
    private Paging() {}

    /**
     * A page holds no more calls than was asked for, and says so.
     *
     * @param all the row of the whole list, which must hold more calls than that
     */
    public static Expectation size(String step, int size, String all) {
        return evidence -> {
            Exchange page = evidence.exchange(step).orElse(null);
            Exchange whole = Lists.last(evidence, all);
            if (page == null || whole == null) {
                return new Judgement.Unseen("it was never sent", List.of());
            }
            if (page.accepted()) {
                int shown = Lists.calls(page).size();
                if (shown > size) {
                    return broken(new Finding("/calls", "at most " + size + " calls", shown + " calls"), page);
                }
                var told = Outcomes.body(page).path("page_size");
                if (told.isIntegralNumber() && told.asLong() != size) {
                    return broken(new Finding("/page_size", "" + size, told.toString()), page);
                }
                return Lists.calls(whole).size() > size
                        ? new Judgement.Held(List.of(page, whole))
                        : new Judgement.Unseen("there are not more calls than that", List.of(page, whole));
            }
            return Lists.unaccepted(page).orElseThrow();
        };
    }

    /**
     * The links lead through all calls, none twice and none left out.
     *
     * @param before the row of the whole list before the walk
     * @param walk the row of the pages
     * @param after the row of the whole list after it: when it is not the same, the account was not quiet
     */
    public static Expectation walk(String before, String walk, String after) {
        return evidence -> {
            Exchange first = Lists.last(evidence, before);
            Exchange last = Lists.last(evidence, after);
            List<Exchange> pages = Outcomes.looks(evidence, walk);
            if (first == null || last == null || pages.isEmpty()) {
                return new Judgement.Unseen("no list was followed", List.of());
            }
            if (!first.accepted() || !last.accepted() || !Lists.ends(first)) {
                return new Judgement.Unseen("the whole list does not stand on one page", List.of(first, last));
            }
            if (!sids(first).equals(sids(last))) {
                return new Judgement.Unseen("calls came or went meanwhile", List.of(first, last));
            }
            return walked(sids(first), first, pages);
        };
    }

    private static Judgement walked(Set<String> expected, Exchange whole, List<Exchange> pages) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < pages.size(); i++) {
            Exchange page = pages.get(i);
            Answer answer = page.answer();
            if (answer == null) {
                return new Judgement.Unknown("no answer: " + page.problem(), List.of(page));
            }
            if (!page.accepted()) {
                return i == 0 || answer.status() >= 500
                        ? new Judgement.Unseen("the page was answered with " + answer.status(), List.of(page))
                        : broken(
                                new Finding("/next_page_uri", "the next page", "answered with " + answer.status()),
                                pages.get(i - 1),
                                page);
            }
            for (String sid : sids(page)) {
                if (!seen.add(sid)) {
                    return broken(new Finding("/calls", "no call twice", sid + " once more"), page, whole);
                }
            }
        }
        Exchange last = pages.get(pages.size() - 1);
        Set<String> missing = new LinkedHashSet<>(expected);
        missing.removeAll(seen);
        if (!missing.isEmpty()) {
            Finding left = new Finding(
                    "/calls",
                    "every call on one of the pages",
                    missing.size() + " left out, such as " + first(missing));
            return broken(left, last, whole);
        }
        return pages.size() > 1 && Lists.ends(last)
                ? new Judgement.Held(pages)
                : new Judgement.Unseen("no page had a next one", pages);
    }

    /**
     * A request that is refused makes no call: the list shows none that was not there before.
     *
     * @param steps the requests
     * @param before the row of the list before them
     * @param after the row of the list after them
     * @param last the step that created the last call before them
     * @param from the number that the requests said they call from
     */
    public static Expectation nothing(List<String> steps, String before, String after, String last, String from) {
        return evidence -> {
            List<Exchange> refused = steps.stream()
                    .flatMap(s -> evidence.exchange(s).stream())
                    .filter(e -> e.answer() != null && !e.accepted())
                    .toList();
            Exchange first = Lists.last(evidence, before);
            Exchange then = Lists.last(evidence, after);
            if (refused.isEmpty() || first == null || then == null || !first.accepted() || !then.accepted()) {
                return new Judgement.Unseen("no request was refused between two lists", List.of());
            }
            List<Exchange> seen = List.of(refused.get(0), then);
            return Lists.ends(first)
                    ? made(evidence, sids(first), then, last, from)
                            .<Judgement>map(f -> new Judgement.Broken(List.of(f), seen))
                            .orElseGet(() -> new Judgement.Held(seen))
                    : new Judgement.Unseen("the account has more calls than one page shows", seen);
        };
    }

    /** A call that is new, from our number, and was created after the last one of our own. */
    private static Optional<Finding> made(
            Evidence evidence, Set<String> known, Exchange then, String last, String from) {
        var ours = evidence.exchange(last)
                .flatMap(
                        e -> Rfc2822.parse(Outcomes.body(e).path("date_created").asText()));
        return Lists.calls(then).stream()
                .filter(c -> !known.contains(c.path("sid").asText()))
                .filter(c -> c.path("from").asText().equals(from))
                .filter(c -> ours.isPresent()
                        && Rfc2822.parse(c.path("date_created").asText())
                                .filter(d -> !d.isBefore(ours.get()))
                                .isPresent())
                .findFirst()
                .map(c -> new Finding(
                        "/calls", "no new call", "the call " + c.path("sid").asText()));
    }

    private static Judgement broken(Finding finding, Exchange seen) {
        return new Judgement.Broken(List.of(finding), List.of(seen));
    }

    private static Judgement broken(Finding finding, Exchange seen, Exchange beside) {
        return new Judgement.Broken(List.of(finding), List.of(seen, beside));
    }

    private static String first(Set<String> sids) {
        return sids.iterator().next();
    }

    private static Set<String> sids(Exchange page) {
        Set<String> sids = new LinkedHashSet<>();
        // A sid that is none is a matter of its own clause.
        Lists.calls(page).stream()
                .map(c -> c.path("sid").asText())
                .filter(Sighting::isUuid)
                .forEach(sids::add);
        return sids;
    }
}
