package io.callcheck.expect;

import static io.callcheck.expect.CallEvidence.A;
import static io.callcheck.expect.CallEvidence.B;
import static io.callcheck.expect.CallEvidence.C;
import static io.callcheck.expect.CallEvidence.call;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.callcheck.testing.Samples;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A create that is refused makes no call that the list shows. */
class UnlistedTest {
    private static final String ASKED = "'from': '+1555', 'to': '+1666', ";
    private static final JsonNode OURS = call(A, "'date_created': '21 Nov 2026 12:00:00 GMT'");
    private static final JsonNode NEW = call(B, ASKED + "'date_created': '21 Nov 2026 12:00:00 GMT'");

    private final Expectation unlisted = new Unlisted(
                    List.of("wrong 1", "wrong 2"),
                    "last",
                    Map.of("from", "From", "to", "To"),
                    Samples.parse("{\"From\": \"+1555\", \"To\": \"+1666\"}"))
            .judged(
                    List.of(new Unlisted.Window("before 1", "after 1"), new Unlisted.Window("before 2", "after 2")),
                    List.of(new Unlisted.Window("all", "before 1"), new Unlisted.Window("after", "end")));
    private final CallEvidence seen = new CallEvidence().create("last", OURS);

    @Test
    void listsThatShowNoNewCallHold() {
        rounds(OURS);
        assertThat(seen.judge(unlisted)).isEqualTo(seen.held("wrong 1", "after 1", "after 2"));
    }

    @Test
    void noNewCallInTheFirstRoundHoldsWithoutAnother() {
        round(OURS);
        seen.list("end 1", OURS);
        assertThat(seen.judge(unlisted)).isEqualTo(seen.held("wrong 1", "after 1"));
    }

    @Test
    void aNewCallInTheOnlyRoundMayBeSomebodyElses() {
        round(OURS, NEW);
        assertThat(seen.judge(unlisted)).isEqualTo(busy("after 1"));
    }

    @Test
    void aNewCallAfterTheLastRoundIsSomebodyElses() {
        round(OURS);
        seen.list("end 1", OURS, NEW);
        assertThat(seen.judge(unlisted)).isEqualTo(busy());
    }

    @Test
    void aNewCallInEveryRoundIsBroken() {
        JsonNode newer = call(C, ASKED + "'date_created': '21 Nov 2026 12:00:01 GMT'");
        seen.list("before 1", OURS).answered("wrong 1", "create", "", 422, "{}").list("after 1", OURS, NEW);
        seen.list("before 2", OURS, NEW).answered("wrong 2", "create", "", 422, "{}");
        seen.list("after 2", newer, OURS, NEW);
        Judgement judgement = seen.judge(unlisted);
        assertThat(judgement)
                .isEqualTo(new Judgement.Broken(
                        List.of(
                                new Finding("/calls", "no new call", "the call " + B),
                                new Finding("/calls", "no new call", "the call " + C)),
                        List.of(seen.of("wrong 1"), seen.of("after 1"), seen.of("after 2"))));
        assertThat(judgement.waited()).isFalse();
    }

    @Test
    void aNewCallInOneRoundIsSomebodyElses() {
        seen.list("before 1", OURS).answered("wrong 1", "create", "", 422, "{}").list("after 1", OURS, NEW);
        seen.list("before 2", OURS, NEW).answered("wrong 2", "create", "", 422, "{}");
        seen.list("after 2", OURS, NEW);
        assertThat(seen.judge(unlisted)).isEqualTo(busy("after 1"));
    }

    @Test
    void aNewCallWhileNothingWasSentIsSomebodyElses() {
        seen.list("all 1", OURS);
        rounds(OURS, NEW);
        assertThat(seen.judge(unlisted)).isEqualTo(busy());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'from': '+1777', 'to': '+1666', 'date_created': '21 Nov 2026 12:00:09 GMT'",
                "'from': '+1555', 'to': '+1777', 'date_created': '21 Nov 2026 12:00:09 GMT'",
                "'from': '+1555', 'to': '+1666', 'date_created': '21 Nov 2026 11:59:59 GMT'",
                "'from': '+1555', 'to': '+1666', 'date_created': null"
            })
    void aNewCallThatIsNotLikeTheOneAskedForIsNotTheirs(String members) {
        shownAfterwards(call(B, members));
        assertThat(seen.judge(unlisted)).isEqualTo(seen.held("wrong 1", "after 1", "after 2"));
    }

    @Test
    void aCallThatWasAcceptedIsAMatterOfAnotherClause() {
        shownAfterwards(NEW);
        seen.create("accepted all the same", NEW);
        assertThat(seen.judge(unlisted)).isEqualTo(seen.held("wrong 1", "after 1", "after 2"));
    }

    @Test
    void withoutTheDateOfTheLastCallNoneIsKnownToBeYounger() {
        CallEvidence dateless = new CallEvidence().list("before 1").answered("wrong 1", "create", "", 422, "{}");
        dateless.list("after 1", NEW).list("before 2").list("after 2", NEW);
        assertThat(dateless.judge(unlisted)).isEqualTo(dateless.held("wrong 1", "after 1", "after 2"));
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 502, 503, 504})
    void whatWasPutOffWasNotRefused(int status) {
        seen.list("before 1", OURS).answered("wrong 1", "create", "", status, "{}");
        seen.list("after 1", OURS).list("end 1", OURS);
        assertThat(seen.judge(unlisted)).isEqualTo(none());
    }

    @Test
    void whereNothingWasRefusedNothingIsSeen() {
        seen.list("before 1", OURS).create("wrong 1", NEW).silent("wrong 2", "create");
        seen.list("after 1", NEW).list("before 2", OURS).list("after 2", NEW);
        assertThat(seen.judge(unlisted)).isEqualTo(none());
    }

    @Test
    void whereAListOfARoundIsMissingNothingIsSeen() {
        round(OURS);
        seen.list("before 2", OURS);
        assertThat(seen.judge(unlisted)).isEqualTo(none());
    }

    @Test
    void whereNoRoundBeganNothingIsSeen() {
        seen.answered("wrong 1", "create", "", 422, "{}").list("after 1", OURS);
        assertThat(seen.judge(unlisted)).isEqualTo(none());
    }

    @ParameterizedTest
    @ValueSource(strings = {"before 2", "after 2"})
    void whereAListIsRefusedNothingIsSeen(String refused) {
        seen.list("before 1", OURS).answered("wrong 1", "create", "", 422, "{}").list("after 1", OURS);
        seen.list(refused.equals("before 2") ? "after 2" : "before 2", OURS);
        seen.answered(refused, "list", "", 500, "{'calls': [], 'next_page_uri': null}");
        assertThat(seen.judge(unlisted)).isEqualTo(none());
    }

    @Test
    void aCallMayHaveStoodOnTheNextPage() {
        seen.page("before 1", OURS).answered("wrong 1", "create", "", 422, "{}").list("after 1", OURS, NEW);
        seen.list("before 2", OURS).list("after 2", OURS, NEW).answered("wrong 2", "create", "", 401, "{}");
        assertThat(seen.judge(unlisted))
                .isEqualTo(seen.unseen("the account has more calls than one page shows", "wrong 1", "wrong 2"));
    }

    /** The first round alone, with what its second list shows. */
    private void round(JsonNode... calls) {
        seen.list("before 1", OURS).answered("wrong 1", "create", "", 422, "{}").list("after 1", calls);
    }

    private void rounds(JsonNode... calls) {
        seen.list("before 1", calls)
                .answered("wrong 1", "create", "", 422, "{}")
                .list("after 1", calls);
        seen.list("before 2", calls).list("after 2", calls);
    }

    private void shownAfterwards(JsonNode call) {
        seen.list("before 1", OURS).answered("wrong 1", "create", "", 422, "{}").list("after 1", OURS, call);
        seen.list("before 2", OURS).list("after 2", OURS, call);
    }

    private Judgement none() {
        return seen.unseen("no request was refused between two lists");
    }

    private Judgement busy(String... cited) {
        String reason = "somebody else made calls on this account meanwhile";
        return cited.length == 0 ? seen.unseen(reason, "wrong 1") : seen.unseen(reason, "wrong 1", cited[0]);
    }
}
