package io.callcheck.reports;

import io.callcheck.verdict.Run.ClauseInfo;
import org.jspecify.annotations.Nullable;

/**
 * A clause where it is spoken of.
 *
 * @param anchor its place on the page
 * @param id its id
 * @param api the API's id
 * @param level MUST or SHOULD
 * @param statement its sentence
 * @param source where it is stated
 * @param url the public address of that; null where there is none that a browser opens
 */
record ClauseView(
        Anchor anchor,
        String id,
        String api,
        String level,
        Prose statement,
        String source,
        @Nullable String url) {

    /** The view of a clause. */
    static ClauseView of(ClauseInfo clause) {
        String url = clause.url();
        boolean web = url != null && (url.startsWith("https://") || url.startsWith("http://"));
        return new ClauseView(
                Anchor.clause(clause.id()),
                clause.id(),
                clause.api(),
                clause.level().name(),
                Prose.of(clause.statement()),
                clause.source(),
                web ? url : null);
    }
}
