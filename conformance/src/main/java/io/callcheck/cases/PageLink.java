package io.callcheck.cases;

import io.callcheck.exchange.Exchange;
import io.callcheck.exchange.Sent;
import java.net.URI;
import java.util.Optional;

/** Follows the links of pages; only their query is taken over, for what is before it is ours to know. */
public final class PageLink {
    private PageLink() {}

    /**
     * The request for the page to which a link leads: to the same address as the page's own, whatever the link names.
     *
     * @param page a page
     * @param link the member that holds the link
     * @return nothing when there is no link, or none that could be followed
     */
    public static Optional<Sent> of(Exchange page, String link) {
        String text = Bench.body(page).path(link).textValue();
        int query = text == null ? -1 : text.indexOf('?');
        if (query < 0) {
            return Optional.empty();
        }
        String base = page.sent().uri().toString();
        int end = base.indexOf('?');
        try {
            URI next = URI.create((end < 0 ? base : base.substring(0, end)) + text.substring(query));
            return Optional.of(new Sent(
                    page.sent().method(),
                    next,
                    page.sent().headers(),
                    page.sent().body()));
        } catch (IllegalArgumentException e) {
            // No address at all: nobody could follow it.
            return Optional.empty();
        }
    }
}
