package io.callcheck.cases.signalwire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callcheck.cases.Bench;
import io.callcheck.exchange.Exchange;
import io.callcheck.exchange.Sent;
import io.callcheck.exchange.Transcript;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Follows the links of pages; only their query is taken over, for what is before it is ours to know. */
record PageWalk(Bench bench, Transcript transcript) {

    /** The first page of a query and those that the links to the next page lead to, so many at most. */
    List<Exchange> pages(String row, ObjectNode query, int most) {
        List<Exchange> pages = new ArrayList<>();
        Optional<Sent> next = Optional.of(bench.requests().of(bench.operation("list"), Map.of(), query));
        while (next.isPresent() && pages.size() < most) {
            Exchange page = transcript.send(row + " " + (pages.size() + 1), "list", next.get());
            pages.add(page);
            next = link(page, "next_page_uri");
        }
        return pages;
    }

    /** Follows one link of a page, if it has it. */
    void follow(String step, Exchange page, String link) {
        link(page, link).ifPresent(sent -> transcript.send(step, "list", sent));
    }

    private static Optional<Sent> link(Exchange page, String name) {
        String text = Bench.body(page).path(name).textValue();
        int query = text == null ? -1 : text.indexOf('?');
        if (query < 0) {
            return Optional.empty();
        }
        String base = page.sent().uri().toString();
        try {
            URI link = URI.create(base.substring(0, base.indexOf('?')) + text.substring(query));
            return Optional.of(new Sent(
                    page.sent().method(),
                    link,
                    page.sent().headers(),
                    page.sent().body()));
        } catch (IllegalArgumentException e) {
            // No address at all: nobody could follow it.
            return Optional.empty();
        }
    }
}
