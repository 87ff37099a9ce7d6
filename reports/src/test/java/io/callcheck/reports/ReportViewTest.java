package io.callcheck.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.expect.Finding;
import io.callcheck.spec.Level;
import io.callcheck.verdict.Outcome;
import io.callcheck.verdict.Run.ClauseInfo;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReportViewTest {
    private static final String TIMEOUT = "signalwire.create.Timeout.maximum";
    private static final Finding ACCEPTED = new Finding("Timeout", "refused with 400 or 422", "601 accepted with 201");

    private final ReportView every = ReportView.of(Runs.ofEveryOutcome().judged());

    @Test
    void theHeadlineIsTheVerdictInWords() {
        assertThat(every.headline().words()).isEqualTo("Not conformant: 1 clause violated, with 1 case not seen");
        assertThat(every.headline().sign().key()).isEqualTo("fail");
        assertThat(every.headline().warning()).isEmpty();
        assertThat(every.headline().number()).isEqualTo("6 cases of 6 clauses");
        assertThat(every.headline().counts())
                .extracting(t -> t.sign().key())
                .containsExactly("fail", "error", "warn", "unseen", "na", "pass");
    }

    @Test
    void whyAnOperationAcceptedNothingStandsUnderTheHeadline() {
        ReportView view = ReportView.of(Runs.unaccepted().judged());
        assertThat(view.headline().words()).isEqualTo("Could not find out");
        assertThat(view.headline().unaccepted())
                .isEqualTo("No request of signalwire.create was ever accepted:"
                        + " POST https://acme.test/api/Accounts/x/Calls -> 501.");
        assertThat(new Page().render(view)).contains("<strong>Not accepted.</strong> No request of signalwire.create");
        assertThat(every.headline().unaccepted()).isEmpty();
    }

    @Test
    void operationsStandInTheOrderOfACallsLife() {
        Runs runs = new Runs();
        for (String operation : List.of("list", "createStream", "update", "create")) {
            runs.clause("signalwire." + operation + ".status", Level.MUST, "x").passed(operation, "x");
        }
        ReportView view = ReportView.of(runs.judged());
        assertThat(view.operations()).containsExactly("create", "update", "list", "createStream");
        assertThat(view.totals().rows())
                .extracting(Totals.Row::operation)
                .containsExactly("", "create", "update", "list", "createStream");
        assertThat(view.clauses())
                .extracting(ClauseGroup::title)
                .containsExactly("create", "update", "list", "createStream");
        assertThat(view.maps().get(0).rows())
                .extracting(ClauseMap.Row::name)
                .containsExactly("create", "update", "list", "createStream");
    }

    @Test
    void theBarFillsItsLength() {
        List<Headline.Stretch> bar = every.headline().bar();
        Headline.Stretch last = bar.get(bar.size() - 1);
        assertThat(last.from() + last.length()).isEqualTo(Headline.BAR);
        assertThat(bar).allSatisfy(s -> assertThat(s.length()).isPositive());
    }

    @Test
    void onlyACompleteRunIsGreen() {
        Runs passed = new Runs().clause(TIMEOUT, Level.MUST, "x").passed("create", "600 is accepted");
        assertThat(ReportView.of(passed.judged()).headline().sign().key()).isEqualTo("pass");
        Headline cut = ReportView.of(passed.unfinished(3).judged()).headline();
        assertThat(cut.sign().key()).isEqualTo("error");
        assertThat(cut.warning()).contains("cut short").contains("1 of 4 planned cases");
    }

    @Test
    void unstableCasesHaveASectionOfTheirOwn() {
        Runs runs = new Runs()
                .clause("signalwire.statusCallback.unasked", Level.MUST, "x")
                .open("statusCallback", Outcome.PASS, "the end is told", "first: FAIL; tried again, alone: PASS")
                .unstable();
        ReportView view = ReportView.of(runs.judged());
        assertThat(view.headline().words()).isEqualTo("Conformant, with 1 unstable");
        assertThat(view.headline().sign().key()).isEqualTo("pass");
        assertThat(view.sections()).extracting(Section::id).contains("unstable");
        assertThat(view.unstable()).singleElement().satisfies(g -> {
            assertThat(g.sign().key()).isEqualTo("pass");
            assertThat(g.reason()).startsWith("first: FAIL");
        });
        assertThat(new Page().render(view)).contains("id=\"unstable\"", "tried again, alone: PASS");
    }

    @Test
    void eachOutcomeStandsInItsSection() {
        assertThat(every.sections())
                .extracting(Section::id)
                .containsExactly(
                        "failures",
                        "warnings",
                        "errors",
                        "unseen",
                        "lacking",
                        "clauses",
                        "unchecked",
                        "observed",
                        "calls",
                        "deliveries");
        assertThat(every.failures()).extracting(c -> c.clause().id()).containsExactly(TIMEOUT);
        assertThat(every.warnings()).extracting(c -> c.clause().level()).containsExactly("SHOULD");
        assertThat(every.errors()).extracting(ReasonGroup::reason).containsExactly("no answer: connection refused");
        assertThat(every.lacking()).extracting(ReasonGroup::reason).containsExactly("the target lacks streams");
        assertThat(every.unchecked())
                .extracting(Unchecked::reason)
                .containsExactly("what rings cannot be seen from outside");
    }

    @Test
    void totalsAreByApiOperationAndLevel() {
        Totals totals = every.totals();
        assertThat(totals.must()).extracting(Sign::key).containsExactly("fail", "error", "unseen", "na", "pass");
        assertThat(totals.should()).extracting(Sign::key).containsExactly("warn", "pass");
        assertThat(totals.rows())
                .extracting(Totals.Row::operation)
                .containsExactly("", "create", "retrieve", "createStream");
        assertThat(totals.rows().get(0).all()).isEqualTo("6");
        assertThat(totals.rows().get(1).must()).extracting(Totals.Cell::number).containsExactly(1, 0, 1, 0, 1);
    }

    @Test
    void anExchangeIsShownOnceAndLinkedElsewhere() {
        Card.Broken failed = every.failures().get(0).cases().get(0);
        Card.Broken warned = every.warnings().get(0).cases().get(0);
        assertThat(failed.evidence()).extracting(r -> r.view() != null).containsExactly(true, true);
        assertThat(failed.evidence()).extracting(Ref::open).containsExactly(true, false);
        assertThat(warned.evidence()).singleElement().satisfies(ref -> {
            assertThat(ref.view()).isNull();
            assertThat(ref.elsewhere()).isTrue();
            assertThat(ref.anchor()).isEqualTo(failed.evidence().get(1).anchor());
        });
    }

    @Test
    void whatItIsComparedWithIsNotMarked() {
        List<Ref> evidence = every.failures().get(0).cases().get(0).evidence();
        assertThat(evidence)
                .extracting(ReportViewTest::markedInRequest)
                .containsExactly(List.of("Timeout = 601\n"), List.of());
    }

    private static List<String> markedInRequest(Ref ref) {
        ExchangeView view = ref.view();
        return view == null
                ? List.of("not shown")
                : view.request().body().chunks().stream()
                        .filter(Body.Chunk::marked)
                        .map(Body.Chunk::text)
                        .toList();
    }

    @Test
    void atMostTwoExchangesOfACaseAreShown() {
        Runs runs = new Runs();
        IntStream.range(0, 9).forEach(i -> runs.exchange(Runs.create("Timeout=" + i), Runs.answer(201, "{}")));
        runs.clause(TIMEOUT, Level.MUST, "x")
                .broken("create", Outcome.FAIL, "601 is refused", ACCEPTED, 5, 5, 77, -1, 3, 1);
        assertThat(ReportView.of(runs.judged()).failures().get(0).cases().get(0).evidence())
                .extracting(Ref::index)
                .containsExactly(5, 3);
    }

    @Test
    void whatAFailureBlocksIsCountedUnderIt() {
        Runs runs =
                new Runs().clause(TIMEOUT, Level.MUST, "x").broken("create", Outcome.FAIL, "601 is refused", ACCEPTED);
        runs.clause("signalwire.create.Record.accepted", Level.MUST, "y");
        runs.blocked("create", "true is accepted", TIMEOUT).blocked("create", "false is accepted", TIMEOUT);
        ReportView view = ReportView.of(runs.judged());
        assertThat(view.failures().get(0).blocks()).isEqualTo("2 other cases");
        assertThat(view.unseen()).singleElement().satisfies(group -> {
            assertThat(group.blockedBy()).isEqualTo(TIMEOUT);
            assertThat(group.cases()).hasSize(2);
        });
    }

    @Test
    void theReasonOfTheMostStandsFirst() {
        Runs runs = new Runs().clause(TIMEOUT, Level.MUST, "x");
        runs.open("create", Outcome.UNSEEN, "one", "rare").open("create", Outcome.UNSEEN, "two", "common");
        runs.open("update", Outcome.UNSEEN, "two", "common");
        assertThat(ReportView.of(runs.judged()).unseen())
                .extracting(ReasonGroup::reason)
                .containsExactly("common", "rare");
    }

    @Test
    void manyFindingsAreCounted() {
        List<Finding> findings = IntStream.range(0, 150)
                .mapToObj(i -> new Finding("/date_created", "a date", "no " + i))
                .toList();
        Runs runs = new Runs().clause(TIMEOUT, Level.MUST, "x");
        runs.verdict("create", Outcome.FAIL, "a date", "", "", findings);
        Card.Broken broken =
                ReportView.of(runs.judged()).failures().get(0).cases().get(0);
        assertThat(broken.findings()).hasSize(4);
        assertThat(broken.more()).isEqualTo("146 more findings");
    }

    @Test
    void clausesStandWithTheirOperationAndTheGravestOutcome() {
        Runs runs = new Runs().clause("signalwire.call.sid.type", Level.MUST, "shared");
        runs.passed("create", "sid is text").open("retrieve", Outcome.UNSEEN, "sid is text", "never");
        runs.clause("signalwire.call.uri.type", Level.MUST, "cut short");
        runs.clause(TIMEOUT, Level.MUST, "x")
                .passed("create", "600 is accepted")
                .broken("create", Outcome.FAIL, "601", ACCEPTED);
        List<ClauseGroup> groups = ReportView.of(runs.unfinished(1).judged()).clauses();
        assertThat(groups)
                .extracting(ClauseGroup::title)
                .containsExactly("create", "shared by several operations", "without a verdict");
        assertThat(groups)
                .flatExtracting(ClauseGroup::rows)
                .extracting(r -> r.sign().key())
                .containsExactly("fail", "unseen", "none");
        assertThat(groups.get(0).rows().get(0).place())
                .as("its card has the place")
                .isNull();
        assertThat(groups.get(1).rows().get(0).place()).isEqualTo("signalwire.call.sid.type");
        assertThat(groups.get(1).rows().get(0).operations()).isEqualTo("create retrieve");
    }

    @Test
    void onlyWebAddressesBecomeLinks() {
        assertThat(url("https://example.test/x")).isEqualTo("https://example.test/x");
        assertThat(url("javascript:alert(1)")).isNull();
        assertThat(url(null)).isNull();
    }

    private static @Nullable String url(@Nullable String url) {
        return ClauseView.of(new ClauseInfo("a.b", "a", Level.MUST, "x", "y", url, null))
                .url();
    }

    @Test
    void aVerdictWhoseClauseIsMissingIsStillShown() {
        Runs runs = Runs.ofEveryOutcome();
        runs.dropClauses();
        assertThat(ReportView.of(runs.judged()).failures())
                .extracting(c -> c.clause().id())
                .containsExactly(TIMEOUT);
    }
}
