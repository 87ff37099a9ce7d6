package io.callcheck.cases.signalwire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callcheck.cases.Bench;
import io.callcheck.cases.PageLink;
import io.callcheck.exchange.Exchange;
import io.callcheck.exchange.Sent;
import io.callcheck.exchange.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Follows the links of pages. */
record PageWalk(Bench bench, Transcript transcript) {

    /**
     * How many calls a page of a filtered list is to hold, so that a second page that forgets the filter begins with a call
     * that it leaves out; where none lies between those it admits, so many that there are two pages.
     *
     * @param all the calls of the whole list, in its order
     * @param member the member of a call that the filter is about
     * @param value what it admits
     * @param admitted how many calls it admits
     * @return 0 where there is no second page of any size
     */
    static int size(List<JsonNode> all, String member, String value, int admitted) {
        int size = 0;
        boolean behind = false;
        for (JsonNode call : all) {
            boolean admits = call.path(member).asText().equals(value);
            if (!admits && behind) {
                break;
            }
            behind = admits;
            size += admits ? 1 : 0;
        }
        return size > 0 && size < admitted ? size : admitted / 2;
    }

    /** The first page of a query and those that the links to the next page lead to, so many at most. */
    List<Exchange> pages(String row, ObjectNode query, int most) {
        List<Exchange> pages = new ArrayList<>();
        Optional<Sent> next = Optional.of(bench.requests().of(bench.operation("list"), Map.of(), query));
        while (next.isPresent() && pages.size() < most) {
            Exchange page = transcript.send(row + " " + (pages.size() + 1), "list", next.get());
            pages.add(page);
            next = PageLink.of(page, "next_page_uri");
        }
        return pages;
    }

    /** Follows one link of a page, if it has it. */
    void follow(String step, Exchange page, String link) {
        PageLink.of(page, link).ifPresent(sent -> transcript.send(step, "list", sent));
    }
}
