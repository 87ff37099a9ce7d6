package io.callcheck.expect;

import static io.callcheck.expect.CallEvidence.A;
import static io.callcheck.expect.CallEvidence.B;
import static io.callcheck.expect.CallEvidence.C;
import static io.callcheck.expect.CallEvidence.call;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page keeps its size, and the links lead through every call once. */
class PagingTest {
    private static final JsonNode[] CALLS = {call(A, ""), call(B, ""), call(C, "")};

    private final Expectation size = Paging.size("page", 2, "all");
    private final Expectation walk = Paging.walk("before", "walk", "after");
    private final CallEvidence seen = new CallEvidence();

    @ParameterizedTest
    @ValueSource(strings = {"'page_size': 2", "'page_size': '50'", "'page_size': 2.5", "'page_size': null", "'a': 1"})
    void aPageOfTheSizeAskedForHolds(String told) {
        seen.list("all 1", CALLS)
                .answered("page", "list", "", 200, "{'calls': [" + CALLS[0] + ", " + CALLS[1] + "], " + told + "}");
        assertThat(seen.judge(size)).isEqualTo(seen.held("page", "all 1"));
    }

    @Test
    void aPageOfMoreThanTheSizeIsBroken() {
        seen.list("all 1", CALLS).list("page", CALLS);
        assertThat(seen.judge(size)).isEqualTo(seen.broken("/calls", "at most 2 calls", "3 calls", "page"));
    }

    @Test
    void aPageThatTellsAnotherSizeIsBroken() {
        seen.list("all 1", CALLS).answered("page", "list", "", 200, "{'calls': [], 'page_size': 50}");
        assertThat(seen.judge(size)).isEqualTo(seen.broken("/page_size", "2", "50", "page"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void whereThereAreNotMoreCallsThanThatNothingIsSeen(int calls) {
        seen.list("all 1", first(calls)).list("page", first(calls));
        assertThat(seen.judge(size)).isEqualTo(seen.unseen("there are not more calls than that", "page", "all 1"));
    }

    @Test
    void aPageWithoutItsListOrItselfIsUnseen() {
        assertThat(seen.list("page", CALLS).judge(size)).isEqualTo(seen.unseen("it was never sent"));
        CallEvidence other = new CallEvidence().list("all 1", CALLS);
        assertThat(other.judge(size)).isEqualTo(other.unseen("it was never sent"));
    }

    @Test
    void aRefusedPageIsUnseenAndOneWithoutAnswerUnknown() {
        seen.list("all 1", CALLS).answered("page", "list", "", 422, "{}");
        assertThat(seen.judge(size)).isEqualTo(seen.unseen("the list was answered with 422", "page"));
        CallEvidence silent = new CallEvidence().list("all 1", CALLS).silent("page", "list");
        assertThat(silent.judge(size)).isEqualTo(silent.unknown("no answer: nothing within 5 s", "page"));
    }

    @Test
    void everyCallStandsOnOneOfThePages() {
        seen.list("before 1", CALLS).page("walk 1", CALLS[0], CALLS[1]).list("walk 2", CALLS[2]);
        seen.list("after 1", CALLS);
        assertThat(seen.judge(walk)).isEqualTo(seen.held("walk 1", "walk 2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "true", "{'Page': 1}", "['/next?Page=1']"})
    void aLinkThatIsNoTextIsAMatterOfItsOwnClause(String link) {
        String page = "{'calls': [" + CALLS[0] + "], 'next_page_uri': " + link + "}";
        seen.list("before 1", CALLS).answered("walk 1", "list", "", 200, page).list("after 1", CALLS);
        assertThat(seen.judge(walk))
                .isEqualTo(seen.blocked(
                        "signalwire.page.next_page_uri.type", "the link to the next page is no text", "walk 1"));
    }

    @Test
    void aLinkThatIsNoTextExcusesNoCallTwice() {
        String page = "{'calls': [" + CALLS[0] + ", " + CALLS[0] + "], 'next_page_uri': 5}";
        seen.list("before 1", CALLS).page("walk 1", CALLS[0]).answered("walk 2", "list", "", 200, page);
        seen.list("after 1", CALLS);
        assertThat(seen.judge(walk))
                .isEqualTo(seen.broken("/calls", "no call twice", A + " once more", "walk 2", "before 1"));
    }

    @Test
    void whereNoCallIsMissingALinkThatIsNoTextLeadsNowhere() {
        String page = "{'calls': [" + CALLS[1] + ", " + CALLS[2] + "], 'next_page_uri': 5}";
        seen.list("before 1", CALLS).page("walk 1", CALLS[0]).answered("walk 2", "list", "", 200, page);
        seen.list("after 1", CALLS);
        assertThat(seen.judge(walk)).isEqualTo(seen.unseen("no page had a next one", "walk 1", "walk 2"));
    }

    @Test
    void theOrderOfTheCallsIsFree() {
        seen.list("before 1", CALLS).page("walk 1", CALLS[2]).list("walk 2", CALLS[1], CALLS[0]);
        seen.list("after 1", CALLS[1], CALLS[2], CALLS[0]);
        assertThat(seen.judge(walk)).isEqualTo(seen.held("walk 1", "walk 2"));
    }

    @Test
    void aCallTwiceOnOnePageIsBroken() {
        seen.list("before 1", CALLS)
                .page("walk 1", CALLS[0], CALLS[1], CALLS[0])
                .list("walk 2", CALLS[2]);
        seen.list("after 1", CALLS);
        assertThat(seen.judge(walk))
                .isEqualTo(seen.broken("/calls", "no call twice", A + " once more", "walk 1", "before 1"));
    }

    @Test
    void aCallOnTwoPagesIsBroken() {
        seen.list("before 1", CALLS).page("walk 1", CALLS[0], CALLS[1]).list("walk 2", CALLS[1], CALLS[2]);
        seen.list("after 1", CALLS);
        assertThat(seen.judge(walk))
                .isEqualTo(seen.broken("/calls", "no call twice", B + " once more", "walk 2", "before 1"));
    }

    @Test
    void callsOnNoPageAreBroken() {
        seen.list("before 1", CALLS).page("walk 1", CALLS[1]).list("walk 2").list("after 1", CALLS);
        assertThat(seen.judge(walk))
                .isEqualTo(seen.broken(
                        "/calls", "every call on one of the pages", "2 left out, such as " + A, "walk 2", "before 1"));
    }

    @Test
    void aSidThatIsNoneIsAMatterOfItsOwnClause() {
        JsonNode odd = call("CA0001", "");
        seen.list("before 1", CALLS[0], odd).page("walk 1", CALLS[0], odd).list("walk 2", odd);
        seen.list("after 1", CALLS[0]);
        assertThat(seen.judge(walk)).isEqualTo(seen.held("walk 1", "walk 2"));
    }

    @Test
    void allCallsOnOnePageShowNoLink() {
        seen.list("before 1", CALLS).list("walk 1", CALLS).list("after 1", CALLS);
        assertThat(seen.judge(walk)).isEqualTo(seen.unseen("no page had a next one", "walk 1"));
    }

    @Test
    void aWalkThatWasNotGoneToItsEndShowsNoEnd() {
        seen.list("before 1", CALLS).page("walk 1", CALLS[0]).page("walk 2", CALLS[1], CALLS[2]);
        seen.list("after 1", CALLS);
        assertThat(seen.judge(walk)).isEqualTo(seen.unseen("no page had a next one", "walk 1", "walk 2"));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 422})
    void aLinkThatLeadsToARefusalIsBroken(int status) {
        seen.list("before 1", CALLS).page("walk 1", CALLS[0]).answered("walk 2", "list", "", status, "{}");
        seen.list("after 1", CALLS);
        assertThat(seen.judge(walk))
                .isEqualTo(
                        seen.broken("/next_page_uri", "the next page", "answered with " + status, "walk 1", "walk 2"));
    }

    @Test
    void aServerErrorIsNoMatterOfTheLink() {
        seen.list("before 1", CALLS).page("walk 1", CALLS[0]).answered("walk 2", "list", "", 500, "{}");
        seen.list("after 1", CALLS);
        assertThat(seen.judge(walk)).isEqualTo(seen.unseen("the page was answered with 500", "walk 2"));
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 502, 503, 504})
    void aPageThatIsPutOffIsUnknown(int status) {
        seen.list("before 1", CALLS).page("walk 1", CALLS[0]).answered("walk 2", "list", "", status, "{}");
        seen.list("after 1", CALLS);
        assertThat(seen.judge(walk)).isEqualTo(Unanswered.of(seen.of("walk 2")).orElseThrow());
        CallEvidence first = new CallEvidence().list("before 1", CALLS).answered("walk 1", "list", "", status, "{}");
        first.list("after 1", CALLS);
        assertThat(first.judge(walk))
                .isEqualTo(Unanswered.of(first.of("walk 1")).orElseThrow());
    }

    @Test
    void aFirstPageThatIsRefusedHasNoLink() {
        seen.list("before 1", CALLS).answered("walk 1", "list", "", 404, "{}").list("after 1", CALLS);
        assertThat(seen.judge(walk)).isEqualTo(seen.unseen("the page was answered with 404", "walk 1"));
    }

    @Test
    void aPageWithoutAnswerIsUnknown() {
        seen.list("before 1", CALLS)
                .page("walk 1", CALLS[0])
                .silent("walk 2", "list")
                .list("after 1", CALLS);
        Judgement judgement = seen.judge(walk);
        assertThat(judgement).isEqualTo(seen.unknown("no answer: nothing within 5 s", "walk 2"));
        assertThat(judgement.waited()).isTrue();
    }

    @Test
    void callsThatCameOrWentMeanwhileExcuseTheWalk() {
        seen.list("before 1", CALLS).page("walk 1", CALLS[0]).list("walk 2", CALLS[1]);
        seen.list("after 1", CALLS[0], CALLS[1]);
        assertThat(seen.judge(walk)).isEqualTo(seen.unseen("calls came or went meanwhile", "before 1", "after 1"));
    }

    @Test
    void aWholeListOfSeveralPagesCannotBeComparedWith() {
        seen.page("before 1", CALLS).page("walk 1", CALLS[0]).list("walk 2").list("after 1", CALLS);
        assertThat(seen.judge(walk))
                .isEqualTo(seen.unseen("the whole list does not stand on one page", "before 1", "after 1"));
    }

    @Test
    void wholeListsThatAreRefusedCannotBeComparedWith() {
        String none = "{'calls': [], 'next_page_uri': null}";
        seen.answered("before 1", "list", "", 500, none)
                .page("walk 1")
                .list("walk 2")
                .list("after 1");
        assertThat(seen.judge(walk))
                .isEqualTo(seen.unseen("the whole list does not stand on one page", "before 1", "after 1"));
        CallEvidence later = new CallEvidence().list("before 1").page("walk 1").list("walk 2");
        later.answered("after 1", "list", "", 500, none);
        assertThat(later.judge(walk))
                .isEqualTo(later.unseen("the whole list does not stand on one page", "before 1", "after 1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"before 1", "walk 1", "after 1"})
    void aWalkThatLacksAPartIsUnseen(String lacking) {
        for (String step : new String[] {"before 1", "walk 1", "after 1"}) {
            if (!step.equals(lacking)) {
                seen.list(step, CALLS);
            }
        }
        assertThat(seen.judge(walk)).isEqualTo(seen.unseen("no list was followed"));
    }

    private static JsonNode[] first(int calls) {
        return IntStream.range(0, calls).mapToObj(i -> CALLS[i]).toArray(JsonNode[]::new);
    }
}
