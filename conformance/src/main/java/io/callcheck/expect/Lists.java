package io.callcheck.expect;

import com.fasterxml.jackson.databind.JsonNode;
import io.callcheck.exchange.Evidence;
import io.callcheck.exchange.Exchange;
import io.callcheck.exchange.Forms;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What a list says of calls that are known. Rows of lists have steps named {@code row 1}, {@code row 2} … */
public final class Lists {
    private Lists() {}

    /** The calls of a list, in order. */
    public static List<JsonNode> calls(Exchange exchange) {
        return StreamSupport.stream(Outcomes.body(exchange).path("calls").spliterator(), false)
                .toList();
    }

    /** Whether a list shows a call. */
    public static boolean shows(Exchange exchange, String sid) {
        return calls(exchange).stream().anyMatch(c -> c.path("sid").asText().equals(sid));
    }

    /** Whether the later of two lists shows a call that the earlier one does not. */
    public static boolean news(Exchange earlier, Exchange later) {
        return !Paging.sids(earlier).containsAll(Paging.sids(later));
    }

    /** Whether a page is the last one, as far as it says. */
    public static boolean ends(Exchange exchange) {
        return Outcomes.body(exchange).path("next_page_uri").isNull();
    }

    /**
     * A call that was created is in the last list of a row.
     *
     * @param create the step that created the call
     * @param found the row of looks at the call, which show that there is one
     */
    public static Expectation listed(String row, String create, String found) {
        return evidence -> {
            Exchange made = evidence.exchange(create).orElse(null);
            boolean there = Outcomes.looks(evidence, found).stream().anyMatch(Exchange::accepted);
            Exchange list = last(evidence, row);
            if (made == null || !there || list == null) {
                return new Judgement.Unseen("no call could be retrieved that the list had to show", List.of());
            }
            String sid = Outcomes.body(made).path("sid").asText();
            List<Exchange> both = List.of(list, made);
            return unaccepted(list)
                    .orElseGet(() -> shows(list, sid)
                            ? new Judgement.Held(both)
                            : ends(list)
                                    ? Judgement.Broken.late(
                                            new Finding("/calls", "the call " + sid, "not among " + size(list)), both)
                                    : new Judgement.Unseen("the account has more calls than one page shows", both));
        };
    }

    /**
     * A list by a filter. The value asked for is the one that its query has.
     *
     * @param row the row of its lists
     * @param parameter the filter
     * @param create the step that created a call that it must show, when the whole list shows it with that value; empty
     *     for none
     * @param whole the row of the whole list
     */
    public record Asked(String row, String parameter, String create, String whole) {
        String value(Exchange list) {
            String query = list.sent().uri().getRawQuery();
            return first(query == null ? "" : query, "");
        }

        /** Whether a call was made with it: what a server shows in a form of its own it may find by either. */
        private boolean sent(Exchange made, String value) {
            return first(made.sent().body(), value).equals(value);
        }

        private String first(String form, String otherwise) {
            return Forms.decode(form)
                    .getOrDefault(parameter, List.of(otherwise))
                    .get(0);
        }
    }

    /**
     * Lists by a filter show only calls with the value asked for, and the call that is known to have it.
     *
     * @param member the member of a call that the filter is about
     * @param asked the lists
     * @param judged the values of the member that say something
     */
    public static Expectation filtered(String member, List<Asked> asked, Predicate<String> judged) {
        return evidence -> {
            Tally tally = new Tally();
            for (Asked one : asked) {
                for (Exchange list : Outcomes.looks(evidence, one.row())) {
                    // A filter without a value may be read as none.
                    if (list.accepted() && !one.value(list).isEmpty()) {
                        only(list, member, one.value(list), judged, tally);
                    }
                }
                complete(evidence, member, one, tally);
            }
            return tally.judgement("no list by this filter was accepted");
        };
    }

    /** A list by {@code ParentCallSid} shows only calls that were made by the call that was asked for. */
    public static Expectation children(String row) {
        return filtered("parent_call_sid", List.of(new Asked(row, "ParentCallSid", "", "")), v -> true);
    }

    /**
     * A list by a time shows only calls of the right side of it, with a day of grace on both.
     *
     * @param row the row of the list
     * @param bound the other side of the day of grace
     * @param after whether calls after that time were asked for, else before
     * @param create the step that created a call that it must show, when the whole list shows it; empty for none
     */
    public record Time(String row, OffsetDateTime bound, boolean after, String create) {}

    /**
     * Lists by a time show only calls of the right side of it, and the call that is known to be there.
     *
     * @param whole the row of the whole list
     */
    public static Expectation timed(String member, Function<Evidence, List<Time>> times, String whole) {
        return evidence -> {
            Tally tally = new Tally();
            for (Time time : times.apply(evidence)) {
                for (Exchange list : Outcomes.looks(evidence, time.row())) {
                    if (!list.accepted()) {
                        continue;
                    }
                    tally.held(list);
                    for (JsonNode call : calls(list)) {
                        Optional<OffsetDateTime> date =
                                Rfc2822.parse(call.path(member).asText());
                        if (date.isPresent()
                                && (time.after()
                                        ? date.get().isBefore(time.bound())
                                        : date.get().isAfter(time.bound()))) {
                            tally.broken(
                                    new Finding(
                                            "/calls/*/" + member,
                                            (time.after() ? "after " : "before ") + time.bound(),
                                            call.path(member).toString()),
                                    list);
                        }
                    }
                }
                known(evidence, member, time, last(evidence, whole), tally);
            }
            return tally.judgement("no list by this filter was accepted");
        };
    }

    private static void only(Exchange list, String member, String value, Predicate<String> judged, Tally tally) {
        tally.held(list);
        int place = 0;
        for (JsonNode call : calls(list)) {
            JsonNode actual = call.path(member);
            if (!actual.isMissingNode()
                    && judged.test(actual.asText())
                    && !actual.asText().equals(value)) {
                tally.broken(new Finding("/calls/" + place + "/" + member, '"' + value + '"', actual.toString()), list);
                return;
            }
            place++;
        }
    }

    private static void complete(Evidence evidence, String member, Asked asked, Tally tally) {
        Exchange list = last(evidence, asked.row());
        Exchange whole = last(evidence, asked.whole());
        Exchange made = evidence.exchange(asked.create()).orElse(null);
        if (list == null || whole == null || made == null || !list.accepted() || !ends(list)) {
            return;
        }
        String value = asked.value(list);
        if (value.isEmpty() || !asked.sent(made, value)) {
            return;
        }
        String sid = Outcomes.body(made).path("sid").asText();
        boolean told = calls(whole).stream()
                .anyMatch(c -> c.path("sid").asText().equals(sid)
                        && c.path(member).asText().equals(value));
        if (told && !shows(list, sid)) {
            tally.late(new Finding("/calls", "the call " + sid, "not among " + size(list)), list, whole);
        }
    }

    private static void known(Evidence evidence, String member, Time time, @Nullable Exchange whole, Tally tally) {
        Exchange list = last(evidence, time.row());
        Exchange made = evidence.exchange(time.create()).orElse(null);
        if (list == null || whole == null || made == null || !list.accepted() || !ends(list)) {
            return;
        }
        String sid = Outcomes.body(made).path("sid").asText();
        // Told in the whole list as well to be on that side of the time that was asked for: a day from the bound.
        boolean told = calls(whole).stream()
                .filter(c -> c.path("sid").asText().equals(sid))
                .flatMap(c -> Rfc2822.parse(c.path(member).asText()).stream())
                .anyMatch(date -> time.after()
                        ? date.isAfter(time.bound().plusDays(1))
                        : date.isBefore(time.bound().minusDays(1)));
        if (told && !shows(list, sid)) {
            tally.late(new Finding("/calls", "the call " + sid, "not among " + size(list)), list, whole);
        }
    }

    static @Nullable Exchange last(Evidence evidence, String row) {
        List<Exchange> looks = new ArrayList<>(Outcomes.looks(evidence, row));
        return looks.isEmpty() ? null : looks.get(looks.size() - 1);
    }

    static Optional<Judgement> unaccepted(Exchange list) {
        if (list.accepted()) {
            return Optional.empty();
        }
        return Unanswered.of(list)
                .or(() -> Optional.of(
                        new Judgement.Unseen("the list was answered with " + list.outcome(), List.of(list))));
    }

    static String size(Exchange list) {
        return calls(list).size() + " calls";
    }
}
