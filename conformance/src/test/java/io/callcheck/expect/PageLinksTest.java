package io.callcheck.expect;

import static io.callcheck.expect.CallEvidence.A;
import static io.callcheck.expect.CallEvidence.B;
import static io.callcheck.expect.CallEvidence.C;
import static io.callcheck.expect.CallEvidence.call;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages are numbered, keep to their filter, and their links lead back. */
class PageLinksTest {
    private static final JsonNode[] CALLS = {call(A, ""), call(B, ""), call(C, "")};
    private static final JsonNode OWN = call(A, "'to':'+1'");
    private static final JsonNode OTHER = call(B, "'to':'+2'");
    private static final String QUERY = "To=%2B1&PageSize=1";

    private final Expectation numbers = PageLinks.numbers("walk");
    private final Expectation filtered = PageLinks.filtered("own", "part", "To", "to");
    private final Expectation back = new PageLinks("before", "walk", "after").leading("back", "previous_page_uri");
    private final CallEvidence seen = new CallEvidence();

    @Test
    void pagesThatAreCountedFromNothingHold() {
        assertThat(numbered("0", "1", "2").judge(numbers)).isEqualTo(seen.held("walk 2", "walk 3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "2", "-1"})
    void anotherNumberIsBroken(String second) {
        assertThat(numbered("0", second).judge(numbers)).isEqualTo(seen.broken("/page", "1", second, "walk 2"));
    }

    @Test
    void aFirstPageWithAnotherNumberIsBroken() {
        assertThat(numbered("1").judge(numbers)).isEqualTo(seen.broken("/page", "0", "1", "walk 1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'1'", "null", "1.5", "{}"})
    void aNumberThatIsNoneIsAMatterOfItsOwnClause(String number) {
        assertThat(numbered("0", number).judge(numbers)).isEqualTo(seen.unseen("no page had a next one"));
    }

    @Test
    void oneIsNoCount() {
        assertThat(numbered("0").judge(numbers)).isEqualTo(seen.unseen("no page had a next one"));
        seen.answered("walk 2", "list", "", 500, "{'page': 7}");
        assertThat(seen.judge(numbers)).isEqualTo(seen.unseen("no page had a next one"));
    }

    @Test
    void laterPagesWithTheValueAskedForHold() {
        seen.asked("own 1", QUERY, OWN, OWN).page("part 1", QUERY, OWN).list("part 2", OWN);
        assertThat(seen.judge(filtered)).isEqualTo(seen.held("part 2"));
    }

    @Test
    void aLaterPageWithAnotherValueIsBroken() {
        seen.asked("own 1", QUERY, OWN, OWN).page("part 1", QUERY, OWN).list("part 2", OWN, OTHER);
        assertThat(seen.judge(filtered)).isEqualTo(seen.broken("/calls/1/to", "\"+1\"", "\"+2\"", "part 2", "part 1"));
    }

    @Test
    void anEmptyLaterPageShowsNothing() {
        seen.asked("own 1", QUERY, OWN, OWN).page("part 1", QUERY, OWN).list("part 2");
        assertThat(seen.judge(filtered)).isEqualTo(seen.unseen("no second page showed a call"));
        CallEvidence refused = new CallEvidence()
                .asked("own 1", QUERY, OWN)
                .page("part 1", QUERY, OWN)
                .answered("part 2", "list", "", 422, "{'calls':[{'to':'+2'}]}");
        assertThat(refused.judge(filtered)).isEqualTo(refused.unseen("no second page showed a call"));
    }

    @Test
    void aFilterThatIsNotKeptAtAllIsAMatterOfItsOwnClause() {
        String why = "the filter itself is not kept";
        seen.asked("own 1", QUERY, OWN).page("part 1", QUERY, OTHER).list("part 2", OTHER);
        assertThat(seen.judge(filtered)).isEqualTo(seen.blocked("signalwire.list.To.filter", why, "part 1"));
        CallEvidence whole = new CallEvidence()
                .asked("own 1", QUERY, OWN, OTHER)
                .page("part 1", QUERY, OWN)
                .list("part 2", OTHER);
        assertThat(whole.judge(filtered)).isEqualTo(whole.blocked("signalwire.list.To.filter", why, "own 1"));
    }

    @Test
    void withoutASecondPageNoFilterIsLost() {
        seen.asked("own 1", QUERY, OWN).asked("part 1", QUERY, OWN);
        assertThat(seen.judge(filtered)).isEqualTo(seen.unseen("no page had a next one", "part 1"));
        CallEvidence without = new CallEvidence().page("part 1", QUERY, OWN).list("part 2", OTHER);
        assertThat(without.judge(filtered)).isEqualTo(without.unseen("no page had a next one", "part 1", "part 2"));
    }

    @Test
    void aLinkToTheFirstCallsHolds() {
        walked().page("back", CALLS[0]).list("after 1", CALLS);
        assertThat(seen.judge(back)).isEqualTo(seen.held("back", "walk 2"));
    }

    @Test
    void howManyMoreThatPageHoldsIsFree() {
        walked().list("back", CALLS[2], CALLS[0]).list("after 1", CALLS);
        assertThat(seen.judge(back)).isEqualTo(seen.held("back", "walk 2"));
    }

    @Test
    void aLinkToOtherCallsOrToNoneIsBroken() {
        String wanted = "the calls of the page before, such as " + A;
        walked().list("back", CALLS[1]).list("after 1", CALLS);
        assertThat(seen.judge(back))
                .isEqualTo(seen.broken("/previous_page_uri", wanted, "others, such as " + B, "back", "walk 1"));
        CallEvidence none = walked(new CallEvidence(), "'x'").list("back").list("after 1", CALLS);
        assertThat(none.judge(back)).isEqualTo(none.broken("/previous_page_uri", wanted, "no call", "back", "walk 1"));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 422})
    void aLinkThatIsRefusedIsBroken(int status) {
        walked().answered("back", "list", "", status, "{}").list("after 1", CALLS);
        assertThat(seen.judge(back))
                .isEqualTo(seen.broken(
                        "/previous_page_uri",
                        "the calls of the page before",
                        "answered with " + status,
                        "back",
                        "walk 2"));
    }

    @Test
    void aServerThatCannotAnswerTellsNothingOfItsLinks() {
        walked().answered("back", "list", "", 500, "{}").list("after 1", CALLS);
        assertThat(seen.judge(back)).isEqualTo(seen.unseen("the page was answered with 500", "back", "walk 2"));
        CallEvidence silent = walked(new CallEvidence(), "'x'").silent("back", "list");
        assertThat(silent.judge(back)).isEqualTo(silent.unknown("no answer: nothing within 5 s", "back", "walk 2"));
    }

    @Test
    void aSecondPageThatKnowsNoPageBeforeIsBroken() {
        walked(seen, "null").list("after 1", CALLS);
        assertThat(seen.judge(back)).isEqualTo(seen.broken("/previous_page_uri", "a link", "null", "walk 2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "'no query'", "{}"})
    void aLinkThatCannotBeFollowedIsAMatterOfItsOwnClause(String link) {
        walked(seen, link).list("after 1", CALLS);
        assertThat(seen.judge(back)).isEqualTo(seen.unseen("there was no link that could be followed", "walk 2"));
    }

    @Test
    void aWalkThatGoesNowhereIsAMatterOfItsOwnClause() {
        String again = "{'calls': [" + CALLS[0] + "], 'previous_page_uri': null}";
        seen.list("before 1", CALLS).page("walk 1", CALLS[0]).answered("walk 2", "list", "", 200, again);
        assertThat(seen.judge(back))
                .isEqualTo(seen.blocked(
                        "signalwire.list.paging", "the second page shows calls of the first one", "walk 1", "walk 2"));
    }

    @Test
    void linksProveNothingWhileOthersMakeCalls() {
        walked().list("back", CALLS[1]).list("after 1", CALLS[0]);
        assertThat(seen.judge(back)).isEqualTo(seen.unseen("calls came or went meanwhile", "back", "walk 2"));
        CallEvidence never = walked(new CallEvidence(), "'x'").list("back", CALLS[1]);
        assertThat(never.judge(back)).isEqualTo(never.unseen("calls came or went meanwhile", "back", "walk 2"));
    }

    @Test
    void withoutASecondPageThereIsNoWayBack() {
        seen.list("before 1", CALLS).list("walk 1", CALLS).list("after 1", CALLS);
        assertThat(seen.judge(back)).isEqualTo(seen.unseen("no page had a next one", "walk 1"));
        seen.answered("walk 2", "list", "", 422, "{}");
        assertThat(seen.judge(back)).isEqualTo(seen.unseen("no page had a next one", "walk 1", "walk 2"));
    }

    private CallEvidence walked() {
        return walked(seen, "'/next?Page=0'");
    }

    private static CallEvidence walked(CallEvidence seen, String link) {
        String second = "{'calls': [" + CALLS[1] + ", " + CALLS[2] + "], 'previous_page_uri': " + link + "}";
        return seen.list("before 1", CALLS).page("walk 1", CALLS[0]).answered("walk 2", "list", "", 200, second);
    }

    private CallEvidence numbered(String... numbers) {
        for (int i = 0; i < numbers.length; i++) {
            seen.answered("walk " + (i + 1), "list", "", 200, "{'page': " + numbers[i] + "}");
        }
        return seen;
    }
}
