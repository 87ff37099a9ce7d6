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

/** A call that was created is listed, and a call lists its own children. */
class ListsTest {
    private static final JsonNode MADE = call(A, "'status':'busy'");
    private static final JsonNode OTHER = call(B, "'status':'completed'");

    private final Expectation listed = Lists.listed("all", "made", "found");
    private final CallEvidence seen = new CallEvidence().create("made", MADE);

    @Test
    void aCallThatOnlyTheLaterListShowsIsNews() {
        seen.list("one", MADE, OTHER).list("other", OTHER).list("none");
        assertThat(Lists.news(seen.of("other"), seen.of("one"))).isTrue();
        assertThat(Lists.news(seen.of("one"), seen.of("other"))).isFalse();
        assertThat(Lists.news(seen.of("none"), seen.of("other"))).isTrue();
        assertThat(Lists.news(seen.of("one"), seen.of("none"))).isFalse();
    }

    @Test
    void aCreatedCallIsInTheLastListOfItsRow() {
        seen.look("found 1", MADE).list("all 1").list("all 2", OTHER, MADE);
        assertThat(seen.judge(listed)).isEqualTo(seen.held("all 2", "made"));
    }

    @Test
    void aCallThatThePageShowsIsListedThoughThereAreMorePages() {
        seen.look("found 1", MADE).page("all 1", MADE);
        assertThat(seen.judge(listed)).isEqualTo(seen.held("all 1", "made"));
    }

    @Test
    void aCallThatIsMissingAtTheLastLookIsLate() {
        seen.look("found 1", MADE).list("all 1", MADE).list("all 2", OTHER);
        assertThat(seen.judge(listed))
                .isEqualTo(seen.late("/calls", "the call " + A, "not among 1 calls", "all 2", "made"));
    }

    @Test
    void aCallMayStandOnTheNextPage() {
        seen.look("found 1", MADE).page("all 1", OTHER);
        assertThat(seen.judge(listed))
                .isEqualTo(seen.unseen("the account has more calls than one page shows", "all 1", "made"));
    }

    @Test
    void whereAPageSaysNothingOfANextOneNothingIsMissing() {
        seen.look("found 1", MADE).answered("all 1", "list", "", 200, "{'calls': []}");
        assertThat(seen.judge(listed))
                .isEqualTo(seen.unseen("the account has more calls than one page shows", "all 1", "made"));
    }

    @Test
    void whatCannotBeRetrievedNeedNotBeListed() {
        seen.answered("found 1", "retrieve", "/" + A, 404, "{}").list("all 1");
        assertThat(seen.judge(listed)).isEqualTo(none());
    }

    @Test
    void oneLookThatShowsItIsEnough() {
        seen.answered("found 1", "retrieve", "/" + A, 404, "{}").look("found 2", MADE);
        seen.list("all 1", MADE);
        assertThat(seen.judge(listed)).isEqualTo(seen.held("all 1", "made"));
    }

    @Test
    void withoutACallOrAListNothingIsSeen() {
        CallEvidence nobody = new CallEvidence().look("found 1", MADE).list("all 1");
        assertThat(nobody.judge(listed)).isEqualTo(none());
        assertThat(seen.look("found 1", MADE).judge(listed)).isEqualTo(none());
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 500})
    void aListThatIsRefusedShowsNothing(int status) {
        seen.look("found 1", MADE).answered("all 1", "list", "", status, "{}");
        assertThat(seen.judge(listed)).isEqualTo(seen.unseen("the list was answered with " + status, "all 1"));
    }

    @Test
    void aListThatIsPutOffIsUnknown() {
        seen.look("found 1", MADE).answered("all 1", "list", "", 429, "{}");
        assertThat(seen.judge(listed)).isEqualTo(Unanswered.of(seen.of("all 1")).orElseThrow());
    }

    @Test
    void aListWithoutAnswerIsUnknown() {
        seen.look("found 1", MADE).silent("all 1", "list");
        assertThat(seen.judge(listed)).isEqualTo(seen.unknown("no answer: nothing within 5 s", "all 1"));
    }

    @Test
    void anotherRowOfListsSaysNothing() {
        seen.look("found 1", MADE).list("all x", OTHER).list("all again 1", OTHER);
        assertThat(seen.judge(listed)).isEqualTo(none());
    }

    @Test
    void aListByParentShowsChildrenOfThatCallAlone() {
        Expectation children = Lists.children("ParentCallSid");
        seen.asked("ParentCallSid 1", "ParentCallSid=" + A, call(B, "'parent_call_sid':'" + A + "'"));
        assertThat(seen.judge(children)).isEqualTo(seen.held("ParentCallSid 1"));
        seen.asked("ParentCallSid 2", "ParentCallSid=" + A, call(B, "'parent_call_sid':null"));
        assertThat(seen.judge(children))
                .isEqualTo(seen.broken("/calls/0/parent_call_sid", '"' + A + '"', "null", "ParentCallSid 2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ParentCallSid="})
    void aListByParentNeedsAParent(String query) {
        CallEvidence orphans =
                new CallEvidence().asked("ParentCallSid 1", query, call(B, "'parent_call_sid':'" + C + "'"));
        assertThat(orphans.judge(Lists.children("ParentCallSid")))
                .isEqualTo(orphans.unseen("no list by this filter was accepted"));
    }

    @Test
    void aPageSaysOfItselfWhetherItIsTheLast() {
        seen.list("last", MADE).page("first", MADE).answered("mute", "list", "", 200, "{'calls': []}");
        assertThat(Lists.ends(seen.of("last"))).isTrue();
        assertThat(Lists.ends(seen.of("first"))).isFalse();
        assertThat(Lists.ends(seen.of("mute"))).isFalse();
    }

    private Judgement none() {
        return seen.unseen("no call could be retrieved that the list had to show");
    }
}
