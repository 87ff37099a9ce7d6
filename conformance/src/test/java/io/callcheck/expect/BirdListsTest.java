package io.callcheck.expect;

import static io.callcheck.expect.BirdEvidence.FIRST;
import static io.callcheck.expect.BirdEvidence.SECOND;
import static io.callcheck.expect.BirdEvidence.SILENT;
import static io.callcheck.expect.BirdEvidence.THIRD;
import static io.callcheck.expect.BirdEvidence.call;
import static io.callcheck.expect.BirdEvidence.calls;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list tells the truth: created calls are in it. */
class BirdListsTest {

    private static final String QUERY = "limit=100";
    private static final String NAMELESS = "a listed call shows no id that could be compared";

    private final BirdLists lists =
            new BirdLists(new BirdCalls(Soundness.EVERYTHING), List.of("create one", "create two"), "all ");
    private final Expectation listed = lists.listed("retrieve");

    @Test
    void aCallThatOnlyTheLaterListShowsIsNews() {
        BirdEvidence run = new BirdEvidence()
                .list("one", "", calls(call(FIRST, ""), call(SECOND, "")))
                .list("other", "", calls(call(SECOND, "")));
        assertThat(lists.news(run.at("other"), run.at("one"))).isTrue();
        assertThat(lists.news(run.at("one"), run.at("other"))).isFalse();
    }

    @Test
    void createdCallsAreListedAmongOthersInAnyLetterCase() {
        BirdEvidence run = made().list(
                        "all 1",
                        QUERY,
                        calls(call(THIRD, ""), call(SECOND, ""), call(FIRST.toUpperCase(Locale.ROOT), "")));
        assertThat(run.judge(listed)).isEqualTo(run.held("all 1"));
        assertThat(lists.complete(run.evidence())).isTrue();
    }

    @Test
    void theLastListCountsBecauseListsMayLagBehind() {
        BirdEvidence run = made().list("all 1", QUERY, calls(call(FIRST, "")));
        assertThat(lists.complete(run.evidence())).isFalse();
        run.list("all 2", QUERY, calls(call(FIRST, ""), call(SECOND, "")));
        assertThat(run.judge(listed)).isEqualTo(run.held("all 2"));
        assertThat(lists.complete(run.evidence())).isTrue();
    }

    @Test
    void aCallThatCanBeRetrievedAndIsNotListedIsBrokenAndRestsOnWaiting() {
        BirdEvidence run = made().list("all 1", QUERY, calls(call(THIRD, ""), call(FIRST, "")))
                .look("retrieve one", FIRST, 404, "{}")
                .look("retrieve two", SECOND, call(SECOND, ""));
        Finding finding = new Finding("/results", "the created call " + SECOND, "2 other calls");
        assertThat(run.judge(listed)).isEqualTo(run.late(finding, "all 1"));
    }

    @Test
    void aCallThatCannotBeRetrievedEitherIsTheMatterOfAnotherClause() {
        BirdEvidence run = made().list("all 1", QUERY, calls())
                .look("retrieve one", FIRST, 404, "{}")
                .look("other look", FIRST, 200, "{}");
        assertThat(run.judge(listed))
                .isEqualTo(
                        run.blocked("bird.create.retrievable", "the created call cannot be retrieved either", "all 1"));
    }

    @Test
    void aListedCallWithoutAnIdMayBeTheOneThatIsMissed() {
        BirdEvidence run = made().list("all 1", QUERY, calls(call(FIRST, ""), "{}"))
                .look("retrieve two", SECOND, call(SECOND, ""));
        assertThat(run.judge(listed)).isEqualTo(run.unseen(NAMELESS, "all 1"));
        run.list("all 2", QUERY, calls("{}", call(FIRST, ""), call(SECOND, "")));
        assertThat(run.judge(listed)).isEqualTo(run.held("all 2"));
    }

    @Test
    void withoutCreatedCallOrListNothingIsListed() {
        BirdEvidence refused = new BirdEvidence()
                .create("create one", 422, call(FIRST, ""))
                .create("create two", "{}")
                .list("all 1", QUERY, calls());
        assertThat(refused.judge(listed)).isEqualTo(refused.unseen("no call was created", "all 1"));
        BirdEvidence unlisted = made();
        assertThat(unlisted.judge(listed)).isEqualTo(unlisted.unseen("no call was created", "create two"));
        assertThat(lists.complete(unlisted.evidence())).isFalse();
    }

    @Test
    void aListThatIsNotShownSaysNothing() {
        BirdEvidence error = made().list("all 1", QUERY, 503, "{}");
        assertThat(error.judge(listed)).isEqualTo(error.unseen("the list was answered with 503", "all 1"));
        BirdEvidence silent = made().list("all 1", QUERY, SILENT, "");
        assertThat(silent.judge(listed))
                .isEqualTo(silent.unseen("the list was answered with nothing: connection refused", "all 1"));
    }

    @Test
    void aCallMayStandOnTheNextPage() {
        BirdEvidence run = made().list("all 1", QUERY, calls(List.of(call(THIRD, ""), call(FIRST, "")), "more"))
                .look("retrieve two", SECOND, call(SECOND, ""));
        assertThat(run.judge(listed)).isEqualTo(run.unseen("the channel has more calls than one page shows", "all 1"));
        run.list("all 2", QUERY, calls(List.of(call(SECOND, ""), call(FIRST, "")), "more"));
        assertThat(run.judge(listed)).isEqualTo(run.held("all 2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "missing"})
    void aPageWithoutATokenIsTheLast(String token) {
        String last = switch (token) {
            case "null" -> "{'results':[],'nextPageToken':null}";
            case "missing" -> "{'results':[]}";
            default -> "{'results':[],'nextPageToken':''}";
        };
        BirdEvidence run = made().list("all 1", QUERY, last).look("retrieve two", SECOND, call(SECOND, ""));
        assertThat(run.judge(listed))
                .isEqualTo(run.late(new Finding("/results", "the created call " + FIRST, "0 other calls"), "all 1"));
    }

    private static BirdEvidence made() {
        return new BirdEvidence().create("create one", call(FIRST, "")).create("create two", call(SECOND, ""));
    }
}
