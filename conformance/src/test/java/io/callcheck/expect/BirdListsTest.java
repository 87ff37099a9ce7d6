package io.callcheck.expect;

import static io.callcheck.expect.BirdEvidence.FIRST;
import static io.callcheck.expect.BirdEvidence.SECOND;
import static io.callcheck.expect.BirdEvidence.SILENT;
import static io.callcheck.expect.BirdEvidence.THIRD;
import static io.callcheck.expect.BirdEvidence.call;
import static io.callcheck.expect.BirdEvidence.calls;
import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.spec.Api;
import io.callcheck.testing.Documents;
import io.callcheck.testing.Samples;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list tells the truth: created calls are in it, and a filter admits what it says. */
class BirdListsTest {

    private static final String QUERY = "limit=100";
    private static final String NAMELESS = "a listed call shows no id that could be compared";
    private static final String NO_LIST = "no such list was shown";
    private static final String ALL_ADMITTED = "there was no call that the filter does not admit";

    private final BirdLists lists =
            new BirdLists(new BirdCalls(Soundness.EVERYTHING), List.of("create one", "create two"), "all ");
    private final Expectation listed = lists.listed("retrieve");
    private final Expectation byId = lists.filteredById("by id", "create one");
    private final Expectation byStatus = lists.filtered("by status", "busy"::equals, "status");
    private final Expectation byStart = lists.filtered("by start", id -> false, "id");

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
    void aFilterAdmitsOnlyWhatItSays() {
        BirdEvidence run = filtered(calls(is(FIRST, "busy"), is(SECOND, "busy")), calls(is(THIRD, "failed")));
        assertThat(run.judge(byStatus)).isEqualTo(run.held("by status", "all 1"));
        BirdEvidence none = filtered(calls(), calls(is(FIRST, "busy"), is(THIRD, "failed")));
        assertThat(none.judge(byStatus)).isEqualTo(none.held("by status", "all 1"));
    }

    @Test
    void aFilterThatAdmitsAnotherCallIsBroken() {
        BirdEvidence run = filtered(calls(is(FIRST, "busy"), is(SECOND, "failed"), is(THIRD, "ringing")), calls());
        Finding finding = new Finding("/results/1/status", "only calls of status=busy", "\"failed\"");
        assertThat(run.judge(byStatus)).isEqualTo(run.broken(finding, "by status", "all 1"));
    }

    @Test
    void aFilterShowsNothingWhileItAdmitsEveryCall() {
        BirdEvidence run = filtered(calls(is(FIRST, "busy")), calls(is(FIRST, "busy")));
        assertThat(run.judge(byStatus)).isEqualTo(run.unseen(ALL_ADMITTED, "by status", "all 1"));
        BirdEvidence empty = filtered(calls(), calls());
        assertThat(empty.judge(byStatus)).isEqualTo(empty.unseen(ALL_ADMITTED, "by status", "all 1"));
    }

    @Test
    void aCallWithoutTheMemberIsTheMatterOfAnotherClause() {
        BirdEvidence run = filtered(calls(call(FIRST, ""), is(SECOND, "busy")), calls(call(FIRST, "")));
        assertThat(run.judge(byStatus)).isEqualTo(run.unseen(ALL_ADMITTED, "by status", "all 1"));
        BirdEvidence both = filtered(calls(call(FIRST, ""), is(SECOND, "failed")), calls());
        Finding finding = new Finding("/results/1/status", "only calls of status=busy", "\"failed\"");
        assertThat(both.judge(byStatus)).isEqualTo(both.broken(finding, "by status", "all 1"));
    }

    @Test
    void aStatusOfAWrongFormIsTheMatterOfItsOwnClauseAlone() {
        Answers answers = new Answers(Documents.catalogue(Api.BIRD), Documents.contract(Api.BIRD));
        BirdLists sound = new BirdLists(new BirdCalls(Soundness.of(answers)), List.of(), "all ");
        String capitals = Samples.changed("bird-call", "/status", "\"Busy\"").toString();
        BirdEvidence run = filtered(calls(capitals), calls(Samples.text("bird-call")));
        assertThat(run.judge(sound.filtered("by status", "busy"::equals, "status")))
                .isEqualTo(run.held("by status", "all 1"));
    }

    @Test
    void aFilterThatAdmitsNoCallIsBrokenByAny() {
        BirdEvidence run = new BirdEvidence()
                .list("all 1", QUERY, calls(call(FIRST, "")))
                .list("by start", "startAt=2030-01-01T00:00:00Z", calls());
        assertThat(run.judge(byStart)).isEqualTo(run.held("by start", "all 1"));
        BirdEvidence wrong = new BirdEvidence()
                .list("all 1", QUERY, calls(call(FIRST, "")))
                .list("by start", "startAt=2030-01-01T00:00:00Z", calls(call(FIRST, "")));
        Finding finding =
                new Finding("/results/0/id", "only calls of startAt=2030-01-01T00:00:00Z", "\"" + FIRST + "\"");
        assertThat(wrong.judge(byStart)).isEqualTo(wrong.broken(finding, "by start", "all 1"));
    }

    @ParameterizedTest
    @ValueSource(ints = {SILENT, 400, 500})
    void withoutBothListsAFilterShowsNothing(int status) {
        BirdEvidence run = new BirdEvidence()
                .list("all 1", QUERY, calls(is(FIRST, "failed")))
                .list("by status", "status=busy", status, calls());
        assertThat(run.judge(byStatus)).isEqualTo(run.unseen(NO_LIST, "by status"));
        BirdEvidence whole = new BirdEvidence()
                .list("all 1", QUERY, status, calls())
                .list("by status", "status=busy", calls(is(FIRST, "failed")));
        assertThat(whole.judge(byStatus)).isEqualTo(whole.unseen(NO_LIST, "by status"));
    }

    @Test
    void aFilteredListThatWasNeverAskedForShowsNothing() {
        BirdEvidence run = made().list("all 1", QUERY, calls());
        assertThat(run.judge(byStatus)).isEqualTo(run.unseen(NO_LIST, "all 1"));
        BirdEvidence whole = made().list("by status", "status=busy", calls(is(FIRST, "failed")));
        assertThat(whole.judge(byStatus)).isEqualTo(whole.unseen(NO_LIST, "by status"));
    }

    @Test
    void anIdAdmitsItsCallAloneInAnyLetterCase() {
        String capitals = FIRST.toUpperCase(Locale.ROOT);
        BirdEvidence run = made().list("all 1", QUERY, calls(call(FIRST, ""), call(SECOND, "")))
                .list("by id", "id=" + FIRST, calls(call(capitals, "")));
        assertThat(run.judge(byId)).isEqualTo(run.held("by id", "all 1"));
        BirdEvidence wrong = made().list("all 1", QUERY, calls(call(FIRST, ""), call(SECOND, "")))
                .list("by id", "id=" + FIRST, calls(call(FIRST, ""), call(SECOND, "")));
        assertThat(wrong.judge(byId))
                .isEqualTo(wrong.broken(
                        new Finding("/results/1/id", "only calls of id=" + FIRST, "\"" + SECOND + "\""),
                        "by id",
                        "all 1"));
    }

    @Test
    void aCallWithoutAnIdCanNotBeFilteredById() {
        BirdEvidence run = new BirdEvidence()
                .create("create one", "{}")
                .list("all 1", QUERY, calls(call(FIRST, "")))
                .list("by id", "id=", calls(call(FIRST, "")));
        assertThat(run.judge(byId)).isEqualTo(run.unseen("no call was created", "by id"));
    }

    private static BirdEvidence made() {
        return new BirdEvidence().create("create one", call(FIRST, "")).create("create two", call(SECOND, ""));
    }

    private static BirdEvidence filtered(String list, String whole) {
        return new BirdEvidence().list("all 1", QUERY, whole).list("by status", "status=busy", list);
    }

    private static String is(String id, String status) {
        return call(id, "'status':'" + status + "'");
    }
}
