package io.callcheck.cases.signalwire;

import com.fasterxml.jackson.databind.JsonNode;
import io.callcheck.cases.Bench;
import io.callcheck.cases.Case;
import io.callcheck.cases.Script;
import io.callcheck.exchange.Evidence;
import io.callcheck.expect.Deletion;
import io.callcheck.expect.Expectation;
import io.callcheck.expect.Judgement;
import io.callcheck.expect.Lists;
import io.callcheck.expect.Lists.Asked;
import io.callcheck.expect.PageLinks;
import io.callcheck.expect.Paging;
import io.callcheck.expect.Refusal;
import io.callcheck.expect.Rfc2822;
import io.callcheck.expect.Unlisted;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** List all calls, Paging, Delete a call: lists tell the truth about the calls that were made, and only about them. */
public final class ListTruthCases {
    private static final String MADE = "create ";
    private static final String ALL = ListTruth.ALL;

    private final SignalWireBench side;
    private final Bench bench;
    private final List<Case> cases = new ArrayList<>();

    private ListTruthCases(SignalWireBench side) {
        this.side = side;
        this.bench = side.bench();
    }

    /** The script of a target. */
    public static Script script(SignalWireBench side) {
        ListTruthCases made = new ListTruthCases(side);
        made.filters();
        made.pages();
        made.effects();
        boolean lists = side.bench().lacking("list").isEmpty();
        return new Script(
                "truth of lists",
                side.bench().catalogue().api(),
                Set.of("create", "delete", "list"),
                List.copyOf(made.cases),
                lists ? new ListTruth(side)::play : transcript -> {});
    }

    private void filters() {
        add("create.listed", "a created call is listed", Lists.listed(ALL, MADE + ListTruth.SECOND, "found"));
        Predicate<String> statuses = side.bench().names().ended()::contains;
        Asked busy = new Asked("Status busy", "Status", MADE + ListTruth.FIRST, ALL);
        Asked completed = new Asked("Status completed", "Status", MADE + ListTruth.SECOND, ALL);
        add(
                "list.Status.filter",
                "busy calls alone are listed by Status=busy",
                side.needs("busy", Lists.filtered("status", List.of(busy), statuses)));
        add(
                "list.Status.filter",
                "completed calls alone are listed by Status=completed",
                Lists.filtered("status", List.of(completed), statuses));
        add(
                "list.To.filter",
                "calls to a number alone are listed by To",
                Lists.filtered("to", number("To"), v -> true));
        add(
                "list.From.filter",
                "calls from a number alone are listed by From",
                Lists.filtered("from", number("From"), v -> true));
        add(
                "list.ParentCallSid.filter",
                "a call without children lists none by ParentCallSid",
                Lists.children("ParentCallSid"));
        add("list.StartTime.filter", "StartTime lists one side of it", timed("StartTime", "start_time"));
        add("list.EndTime.filter", "EndTime lists one side of it", timed("EndTime", "end_time"));
    }

    private static List<Asked> number(String name) {
        return List.of(
                new Asked(name + " own", name, MADE + ListTruth.SECOND, ALL),
                new Asked(name + " nobody", name, "", ALL));
    }

    private static Expectation timed(String name, String member) {
        return Lists.timed(
                member,
                evidence -> known(evidence, member)
                        .map(time -> List.of(
                                new Lists.Time(name + " after", time.plusDays(1), true, ""),
                                new Lists.Time(name + " before", time.minusDays(1), false, ""),
                                new Lists.Time(name + " since", time.minusDays(3), true, MADE + ListTruth.SECOND),
                                new Lists.Time(name + " until", time.plusDays(3), false, MADE + ListTruth.SECOND)))
                        .orElse(List.of()),
                ALL);
    }

    private static Optional<OffsetDateTime> known(Evidence evidence, String member) {
        return evidence.steps().stream()
                .filter(s -> s.name().startsWith(ListTruth.SECOND + " ended "))
                .map(s -> Bench.body(s.exchange()).path(member).asText())
                .flatMap(text -> Rfc2822.parse(text).stream())
                .reduce((before, last) -> last);
    }

    private void pages() {
        boolean invalid = bench.target().allowInvalid();
        Expectation none = evidence -> new Judgement.NotApplicable("wrong requests are not sent to a live target");
        add("list.PageSize.effect", "a page keeps its size", Paging.size("page", ListTruth.PAGE, ALL));
        add(
                "list.Page.token",
                "a second page without its token is refused",
                invalid ? new Refusal("no token", "Page", "1 without PageToken", "signalwire.list.status") : none);
        add(
                "list.paging",
                "the links lead through all calls",
                Paging.walk("before the walk", "walk", "after the walk"));
        add("list.paging.number", "each page tells its number", PageLinks.numbers("walk"));
        add(
                "list.paging.filters",
                "the links of a list by To keep to it",
                PageLinks.filtered("To own", ListTruth.FILTERED, "To", "to"));
        PageLinks back = new PageLinks("before the walk", "walk", "after the walk");
        add(
                "list.paging.previous",
                "the link to the page before leads there",
                back.leading(ListTruth.TO_PREVIOUS, "previous_page_uri"));
        add(
                "list.paging.first",
                "the link to the first page leads there",
                back.leading(ListTruth.TO_FIRST, "first_page_uri"));
        add("create.refused", "a refused create makes no call that is listed", invalid ? unlisted() : none);
        add("unauthorized.effect", "a create of a stranger makes no call that is listed", invalid ? stranger() : none);
    }

    private Expectation unlisted() {
        return none(ListTruth.REFUSED, ListTruth.BEFORE, ListTruth.MIDDLE);
    }

    private Expectation stranger() {
        return none(List.of(ListTruth.STRANGER), ListTruth.MIDDLE, ListTruth.END);
    }

    private Expectation none(List<String> steps, String before, String after) {
        List<String> requests = new ArrayList<>();
        List<Unlisted.Window> windows = new ArrayList<>();
        for (int round = 1; round <= ListTruth.ROUNDS; round++) {
            for (String step : steps) {
                requests.add(step + " " + round);
            }
            windows.add(new Unlisted.Window(before + " " + round, after + " " + round));
        }
        List<Unlisted.Window> quiet =
                List.of(new Unlisted.Window(ALL, ListTruth.BEFORE + " 1"), new Unlisted.Window(ListTruth.END, "after"));
        JsonNode plain = side.plainCreate();
        return new Unlisted(requests, MADE + ListTruth.THIRD, Map.of("from", "From", "to", "To"), plain)
                .judged(windows, quiet);
    }

    private void effects() {
        String lacking = bench.lacking("delete");
        add(
                "delete.gone",
                "a deleted call is neither found nor listed",
                lacking.isEmpty()
                        ? Deletion.gone("delete", "gone", "without it")
                        : evidence -> new Judgement.NotApplicable(lacking));
    }

    private void add(String clause, String name, Expectation expectation) {
        String lacking = bench.lacking("list");
        Expectation judged = lacking.isEmpty() ? expectation : evidence -> new Judgement.NotApplicable(lacking);
        cases.add(side.of(clause, name, judged));
    }
}
