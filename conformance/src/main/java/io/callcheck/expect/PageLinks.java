package io.callcheck.expect;

import com.fasterxml.jackson.databind.JsonNode;
import io.callcheck.exchange.Evidence;
import io.callcheck.exchange.Exchange;
import io.callcheck.exchange.Forms;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where the links of pages lead, and what number a page has.
 *
 * @param before the row of the whole list before the walk
 * @param walk the row of the pages
 * @param after the row of the whole list after it: when it is not the same, the account was not quiet
 */
public record PageLinks(String before, String walk, String after) {
    private static final String ALONE = "no page had a next one";

    /** Each page that the links to the next one lead to tells its number, counted from 0. */
    public static Expectation numbers(String walk) {
        return evidence -> {
            List<Exchange> pages = Outcomes.looks(evidence, walk);
            Tally tally = new Tally();
            for (int i = 0; i < pages.size() && pages.get(i).accepted(); i++) {
                JsonNode told = Outcomes.body(pages.get(i)).path("page");
                if (told.isIntegralNumber() && told.asLong() != i) {
                    tally.broken(new Finding("/page", "" + i, told.toString()), pages.get(i));
                } else if (told.isIntegralNumber() && i > 0) {
                    tally.held(pages.get(i));
                }
            }
            return tally.judgement(ALONE);
        };
    }

    /**
     * The pages after the first of a list by a filter show nothing that the filter does not admit.
     *
     * @param whole the row of the list by that filter on one page
     * @param walk the row of its pages
     * @param parameter the filter
     * @param member the member of a call that it is about
     */
    public static Expectation filtered(String whole, String walk, String parameter, String member) {
        return evidence -> {
            List<Exchange> pages = Outcomes.looks(evidence, walk);
            Exchange list = Lists.last(evidence, whole);
            if (pages.size() < 2 || list == null) {
                return new Judgement.Unseen(ALONE, pages);
            }
            Exchange first = pages.get(0);
            String value = asked(first, parameter);
            for (Exchange beside : List.of(list, first)) {
                if (other(beside, member, value).isPresent()) {
                    return new Judgement.Blocked(
                            "signalwire.list." + parameter + ".filter",
                            "the filter itself is not kept",
                            List.of(beside));
                }
            }
            Tally tally = new Tally();
            for (Exchange page : pages.subList(1, pages.size())) {
                Optional<Finding> other = other(page, member, value);
                if (other.isPresent()) {
                    tally.broken(other.get(), page, first);
                } else if (page.accepted() && !Lists.calls(page).isEmpty()) {
                    tally.held(page);
                }
            }
            return tally.judgement("no second page showed a call");
        };
    }

    /**
     * A link of the second page leads to the calls of the first one. How many more that page holds is left open.
     *
     * @param step the step that follows it
     * @param link the member
     */
    public Expectation leading(String step, String link) {
        return evidence -> {
            List<Exchange> pages = Outcomes.looks(evidence, walk);
            if (pages.size() < 2 || !pages.get(1).accepted()) {
                return new Judgement.Unseen(ALONE, pages);
            }
            Exchange second = pages.get(1);
            Set<String> there = Paging.sids(pages.get(0));
            if (there.stream().anyMatch(Paging.sids(second)::contains)) {
                return new Judgement.Blocked(
                        "signalwire.list.paging", "the second page shows calls of the first one", pages.subList(0, 2));
            }
            Exchange led = evidence.exchange(step).orElse(null);
            if (led == null) {
                return Outcomes.body(second).path(link).isNull()
                        ? broken(link, "a link", "null", List.of(second))
                        : new Judgement.Unseen("there was no link that could be followed", List.of(second));
            }
            List<Exchange> both = List.of(led, second);
            if (Unanswered.is(led)) {
                return Unanswered.of(led, both).orElseThrow();
            }
            if (!led.accepted()) {
                return led.outcome().startsWith("5")
                        ? new Judgement.Unseen("the page was answered with " + led.outcome(), both)
                        : broken(link, "the calls of the page before", "answered with " + led.outcome(), both);
            }
            Set<String> here = Paging.sids(led);
            if (there.isEmpty() || !quiet(evidence)) {
                return new Judgement.Unseen("calls came or went meanwhile", both);
            }
            boolean same = !here.isEmpty() && (here.containsAll(there) || there.containsAll(here));
            return same
                    ? new Judgement.Held(both)
                    : broken(
                            link,
                            "the calls of the page before, such as "
                                    + there.iterator().next(),
                            here.isEmpty()
                                    ? "no call"
                                    : "others, such as " + here.iterator().next(),
                            List.of(led, pages.get(0)));
        };
    }

    private boolean quiet(Evidence evidence) {
        Exchange first = Lists.last(evidence, before);
        Exchange last = Lists.last(evidence, after);
        return first != null
                && last != null
                && first.accepted()
                && last.accepted()
                && Paging.sids(first).equals(Paging.sids(last));
    }

    private static String asked(Exchange list, String parameter) {
        String query = list.sent().uri().getRawQuery();
        return Forms.decode(query == null ? "" : query)
                .getOrDefault(parameter, List.of(""))
                .get(0);
    }

    /** The first call of a page that has another value. */
    private static Optional<Finding> other(Exchange page, String member, String value) {
        List<JsonNode> calls = page.accepted() ? Lists.calls(page) : List.of();
        for (int i = 0; i < calls.size(); i++) {
            JsonNode actual = calls.get(i).path(member);
            if (!actual.isMissingNode() && !actual.asText().equals(value)) {
                return Optional.of(new Finding("/calls/" + i + "/" + member, '"' + value + '"', actual.toString()));
            }
        }
        return Optional.empty();
    }

    private static Judgement broken(String link, String expected, String actual, List<Exchange> cited) {
        return new Judgement.Broken(List.of(new Finding("/" + link, expected, actual)), cited);
    }
}
