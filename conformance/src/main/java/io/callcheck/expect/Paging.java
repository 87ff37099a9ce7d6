package io.callcheck.expect;

import com.fasterxml.jackson.databind.JsonNode;
import io.callcheck.exchange.Answer;
import io.callcheck.exchange.Exchange;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The pages of a list. */
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
            if (answer == null || Unanswered.putOff(page)) {
                return Unanswered.of(page).orElseThrow();
            }
            if (!page.accepted()) {
                return i == 0 || answer.status() >= 500
                        ? new Judgement.Unseen("the page was answered with " + answer.status(), List.of(page))
                        : broken(
                                new Finding("/next_page_uri", "the next page", "answered with " + answer.status()),
                                pages.get(i - 1),
                                page);
            }
            for (String sid : listed(page)) {
                if (!seen.add(sid)) {
                    return broken(new Finding("/calls", "no call twice", sid + " once more"), page, whole);
                }
            }
        }
        Exchange last = pages.get(pages.size() - 1);
        Set<String> missing = new LinkedHashSet<>(expected);
        missing.removeAll(seen);
        JsonNode next = Outcomes.body(last).path("next_page_uri");
        if (!missing.isEmpty() && !next.isTextual() && !next.isNull() && !next.isMissingNode()) {
            return new Judgement.Blocked(
                    "signalwire.page.next_page_uri.type", "the link to the next page is no text", List.of(last));
        }
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

    private static Judgement broken(Finding finding, Exchange seen) {
        return new Judgement.Broken(List.of(finding), List.of(seen));
    }

    private static Judgement broken(Finding finding, Exchange seen, Exchange beside) {
        return new Judgement.Broken(List.of(finding), List.of(seen, beside));
    }

    private static String first(Set<String> sids) {
        return sids.iterator().next();
    }

    static Set<String> sids(Exchange page) {
        return new LinkedHashSet<>(listed(page));
    }

    /** A sid that is none is a matter of its own clause. */
    private static List<String> listed(Exchange page) {
        return Lists.calls(page).stream()
                .map(c -> c.path("sid").asText())
                .filter(Sighting::isUuid)
                .toList();
    }
}
