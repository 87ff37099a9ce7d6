package io.callcheck.expect;

import static io.callcheck.expect.BirdEvidence.FIRST;
import static io.callcheck.expect.BirdEvidence.SECOND;
import static io.callcheck.expect.BirdEvidence.SILENT;
import static io.callcheck.expect.BirdEvidence.THIRD;
import static io.callcheck.expect.BirdEvidence.call;
import static io.callcheck.expect.BirdEvidence.calls;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page holds no more than was asked for, and the pages lead through all calls, each of them once. */
class BirdListsPagesTest {

    private static final String ONE = call(FIRST, "");
    private static final String TWO = call(SECOND, "");
    private static final String THREE = call(THIRD, "");
    private static final String ALL = calls(ONE, TWO, THREE);

    private final BirdLists lists = new BirdLists(new BirdCalls(Soundness.EVERYTHING), List.of("create one"), "all ");
    private final Expectation limited = lists.limited("limit");
    private final Expectation paged = lists.paged("page ", "again");

    @Test
    void aPageHoldsNoMoreCallsThanWereAskedForWhileThereAreMore() {
        BirdEvidence run = new BirdEvidence().list("all 1", "", ALL).list("limit", "limit=2", calls(TWO, ONE));
        assertThat(run.judge(limited)).isEqualTo(run.held("limit"));
        BirdEvidence fewer = new BirdEvidence().list("all 1", "", ALL).list("limit", "id=7&limit=2", calls(ONE));
        assertThat(fewer.judge(limited)).isEqualTo(fewer.held("limit"));
    }

    @Test
    void aPageThatHoldsMoreIsBrokenWhateverThereIs() {
        BirdEvidence run = new BirdEvidence().list("limit", "limit=2&pageToken=x", ALL);
        assertThat(run.judge(limited)).isEqualTo(run.broken(new Finding("/results", "at most 2", "3 calls"), "limit"));
    }

    @Test
    void aLimitShowsNothingWhileThereAreNoMoreCalls() {
        BirdEvidence run = new BirdEvidence().list("all 1", "", calls(ONE, TWO)).list("limit", "limit=2", calls(ONE));
        assertThat(run.judge(limited)).isEqualTo(run.unseen("there were not more calls than the limit", "limit"));
        BirdEvidence alone = new BirdEvidence().list("limit", "limit=2", calls(ONE));
        assertThat(alone.judge(limited)).isEqualTo(alone.unseen("there were not more calls than the limit", "limit"));
    }

    @Test
    void withoutALimitNoPageIsTooLong() {
        BirdEvidence run = new BirdEvidence().list("all 1", "", ALL).list("limit", "", ALL);
        assertThat(run.judge(limited)).isEqualTo(run.unseen("there were not more calls than the limit", "limit"));
    }

    @ParameterizedTest
    @ValueSource(ints = {SILENT, 400, 500})
    void aPageThatIsNotShownHasNoLength(int status) {
        BirdEvidence run = new BirdEvidence().list("all 1", "", ALL).list("limit", "limit=2", status, ALL);
        assertThat(run.judge(limited)).isEqualTo(run.unseen("no such list was shown", "limit"));
        BirdEvidence never = new BirdEvidence().list("all 1", "", ALL);
        assertThat(never.judge(limited)).isEqualTo(never.unseen("no such list was shown", "all 1"));
    }

    @Test
    void pagesThatShowEveryCallOnceHoldInAnyOrder() {
        BirdEvidence run = paged(calls(List.of(THREE), "a"), calls(List.of(ONE), "b"), calls(TWO));
        assertThat(run.judge(paged)).isEqualTo(run.held("page 2", "page 3"));
    }

    @Test
    void anEmptyLastPageIsLawful() {
        BirdEvidence run = new BirdEvidence()
                .list("all 1", "", calls(ONE))
                .list("page 1", "limit=1", calls(List.of(ONE), "a"))
                .list("page 2", "limit=1", calls())
                .list("again", "", calls(ONE));
        assertThat(run.judge(paged)).isEqualTo(run.held("page 1", "page 2"));
    }

    @Test
    void aCallOnTwoPagesIsBroken() {
        BirdEvidence run = paged(calls(List.of(ONE), "a"), calls(List.of(TWO), "b"), calls(ONE));
        assertThat(run.judge(paged))
                .isEqualTo(run.broken(wrong("every call once", FIRST + " twice"), "page 2", "page 3"));
    }

    @Test
    void aCallOnNoPageIsBroken() {
        BirdEvidence run = paged(calls(List.of(ONE), "a"), calls(List.of(), "b"), calls(THREE));
        assertThat(run.judge(paged))
                .isEqualTo(
                        run.broken(wrong("every call of the whole list", SECOND + " on no page"), "page 2", "page 3"));
    }

    @Test
    void aListedCallWithoutAnIdMayBeOnAnyPage() {
        String nameless = "a listed call shows no id that could be compared";
        BirdEvidence page = paged(calls(List.of(ONE), "a"), calls(List.of(TWO), "b"), calls("{}"));
        assertThat(page.judge(paged)).isEqualTo(page.unseen(nameless, "page 2", "page 3"));
        BirdEvidence whole = new BirdEvidence()
                .list("all 1", "", calls(ONE, "{}"))
                .list("page 1", "limit=1", calls(List.of(ONE), "a"))
                .list("page 2", "limit=1", calls(TWO))
                .list("again", "", calls(ONE, "{}"));
        assertThat(whole.judge(paged)).isEqualTo(whole.unseen(nameless, "page 1", "page 2"));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 422})
    void aTokenThatIsRefusedIsBroken(int status) {
        BirdEvidence run = endsWith(status);
        assertThat(run.judge(paged))
                .isEqualTo(run.broken(wrong("the next page for its token", "" + status), "page 1", "page 2"));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 404, 429, 500})
    void aPageThatIsNotShownProvesNothing(int status) {
        BirdEvidence run = endsWith(status);
        assertThat(run.judge(paged)).isEqualTo(run.unseen("a page was answered with " + status, "page 1", "page 2"));
    }

    @Test
    void aPageThatIsTooLongIsTheMatterOfAnotherClause() {
        BirdEvidence run = paged(calls(List.of(ONE), "a"), calls(TWO, ONE));
        assertThat(run.judge(paged)).isEqualTo(run.blocked("bird.list.limit.effect", "a page is too long", "page 2"));
    }

    @Test
    void oneProvesNothingWhileOthersMakeCalls() {
        BirdEvidence run = pages(calls(List.of(ONE), "a"), calls(ONE)).list("again", "", calls(ONE, TWO));
        assertThat(run.judge(paged)).isEqualTo(run.unseen("others made calls meanwhile", "page 1", "page 2"));
        BirdEvidence never = pages(calls(List.of(ONE), "a"), calls(ONE));
        assertThat(never.judge(paged)).isEqualTo(never.unseen("others made calls meanwhile", "page 1", "page 2"));
    }

    @Test
    void withoutASecondPageThereIsNoPaging() {
        BirdEvidence run = new BirdEvidence()
                .list("all 1", "", calls(ONE))
                .list("page 1", "limit=1", calls(ONE))
                .list("again", "", calls(ONE));
        assertThat(run.judge(paged)).isEqualTo(run.unseen("there was no second page", "again"));
        BirdEvidence refused = new BirdEvidence()
                .list("all 1", "", ALL)
                .list("page 1", "limit=1", 422, "{}")
                .list("again", "", ALL);
        assertThat(refused.judge(paged)).isEqualTo(refused.unseen("there was no second page", "again"));
        BirdEvidence whole = new BirdEvidence()
                .list("page 1", "limit=1", calls(List.of(ONE), "a"))
                .list("page 2", "limit=1", calls(TWO));
        assertThat(whole.judge(paged)).isEqualTo(whole.unseen("there was no second page", "page 2"));
    }

    @Test
    void aPageThatNamesNoNextOneThoughThereAreMoreCallsIsBroken() {
        BirdEvidence run = paged(calls(ONE));
        assertThat(run.judge(paged))
                .isEqualTo(
                        run.broken(wrong("every call of the whole list", SECOND + " on no page"), "page 1", "all 1"));
        BirdEvidence busy = pages(calls(ONE)).list("again", "", calls(ONE, TWO));
        assertThat(busy.judge(paged)).isEqualTo(busy.unseen("others made calls meanwhile", "page 1", "all 1"));
    }

    @Test
    void moreThanTheKitFollowsIsUnseen() {
        BirdEvidence run = paged(calls(List.of(ONE), "a"), calls(List.of(TWO), "b"));
        assertThat(run.judge(paged))
                .isEqualTo(run.unseen("there were more pages than the kit follows", "page 1", "page 2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'results':[]}",
                "{'results':[],'nextPageToken':''}",
                "{'results':[],'nextPageToken':null}",
                "{'results':[],'nextPageToken':'null'}",
                "<html>"
            })
    void noTokenIsNoFurtherPage(String body) {
        assertThat(BirdLists.token(new BirdEvidence().list("page", "", body).at("page")))
                .isEmpty();
    }

    @Test
    void aTokenIsTakenAsItIs() {
        assertThat(BirdLists.token(new BirdEvidence()
                        .list("page", "", calls(List.of(), "Ab=="))
                        .at("page")))
                .isEqualTo("Ab==");
        assertThat(BirdLists.token(
                        new BirdEvidence().list("page", "", SILENT, "").at("page")))
                .isEmpty();
    }

    private static BirdEvidence endsWith(int status) {
        return pages(calls(List.of(ONE), "a"))
                .list("page 2", "limit=1&pageToken=a", status, "{}")
                .list("again", "", ALL);
    }

    private static BirdEvidence paged(String... pages) {
        return pages(pages).list("again", "", ALL);
    }

    private static BirdEvidence pages(String... pages) {
        BirdEvidence run = new BirdEvidence().list("all 1", "", ALL);
        for (int i = 0; i < pages.length; i++) {
            run.list("page " + (i + 1), "limit=1", pages[i]);
        }
        return run;
    }

    private static Finding wrong(String expected, String actual) {
        return new Finding("/results", expected, actual);
    }
}
