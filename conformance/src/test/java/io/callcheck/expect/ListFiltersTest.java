package io.callcheck.expect;

import static io.callcheck.expect.CallEvidence.A;
import static io.callcheck.expect.CallEvidence.B;
import static io.callcheck.expect.CallEvidence.C;
import static io.callcheck.expect.CallEvidence.call;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.callcheck.exchange.Forms;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists by a filter show what was asked for: nothing else, and the call that is known to be so. */
class ListFiltersTest {
    private static final String BUSY_ALONE = "Status=busy";
    private static final JsonNode BUSY = call(A, "'status':'busy'");
    private static final JsonNode COMPLETED = call(B, "'status':'completed'");
    private static final OffsetDateTime NOON = OffsetDateTime.parse("2026-11-21T12:00:00Z");

    private final Expectation busy = Lists.filtered(
            "status",
            List.of(new Lists.Asked("Status busy", "Status", "made", "all")),
            Set.of("busy", "completed")::contains);
    private final Expectation timed = Lists.timed(
            "start_time",
            evidence -> List.of(
                    new Lists.Time("StartTime after", NOON, true, ""),
                    new Lists.Time("StartTime before", NOON, false, ""),
                    new Lists.Time("StartTime since", NOON.minusDays(3), true, "made")),
            "all");
    private final CallEvidence seen = new CallEvidence().create("made", BUSY).list("all 1", COMPLETED, BUSY);

    @Test
    void onlyCallsWithTheValueAreShownAndTheKnownOneIs() {
        seen.asked("Status busy 1", BUSY_ALONE, call(C, "'status':'busy'"), BUSY);
        assertThat(seen.judge(busy)).isEqualTo(seen.held("Status busy 1"));
    }

    @Test
    void aCallWithAnotherValueIsNamedByItsPlace() {
        seen.asked("Status busy 1", BUSY_ALONE, BUSY, COMPLETED, COMPLETED);
        assertThat(seen.judge(busy))
                .isEqualTo(seen.broken("/calls/1/status", "\"busy\"", "\"completed\"", "Status busy 1"));
    }

    @Test
    void everyListOfTheRowIsJudged() {
        seen.asked("Status busy 1", BUSY_ALONE, COMPLETED).asked("Status busy 2", BUSY_ALONE, BUSY);
        assertThat(seen.judge(busy))
                .isEqualTo(seen.broken("/calls/0/status", "\"busy\"", "\"completed\"", "Status busy 1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'status':'in-progress'", "'status':null", "'to':'+15550001111'"})
    void aValueThatMayStillChangeOrIsNoneSaysNothing(String members) {
        seen.asked("Status busy 1", BUSY_ALONE, call(C, members), BUSY);
        assertThat(seen.judge(busy)).isEqualTo(seen.held("Status busy 1"));
    }

    @Test
    void theKnownCallIsMissingWhenItDoesNotComeInTime() {
        seen.asked("Status busy 1", BUSY_ALONE, call(C, "'status':'busy'"));
        assertThat(seen.judge(busy))
                .isEqualTo(seen.late("/calls", "the call " + A, "not among 1 calls", "Status busy 1", "all 1"));
    }

    @Test
    void aWrongCallIsSeenOnTheWireThoughTheKnownOneIsMissingToo() {
        seen.asked("Status busy 1", BUSY_ALONE, COMPLETED);
        assertThat(seen.judge(busy)).isInstanceOfSatisfying(Judgement.Broken.class, broken -> {
            assertThat(broken.findings()).hasSize(2);
            assertThat(broken.waited()).isFalse();
        });
    }

    @Test
    void aCallThatTheWholeListShowsOtherwiseNeedNotBeShown() {
        CallEvidence other = new CallEvidence().create("made", BUSY).list("all 1", call(A, "'status':'completed'"));
        other.asked("Status busy 1", BUSY_ALONE);
        assertThat(other.judge(busy)).isEqualTo(other.held("Status busy 1"));
    }

    @Test
    void aCallOfSomebodyElseWithTheValueNeedNotBeShown() {
        CallEvidence other = new CallEvidence().create("made", BUSY).list("all 1", call(C, "'status':'busy'"));
        other.asked("Status busy 1", BUSY_ALONE);
        assertThat(other.judge(busy)).isEqualTo(other.held("Status busy 1"));
    }

    @Test
    void aCallMayStandOnTheNextPage() {
        seen.page("Status busy 1", BUSY_ALONE);
        assertThat(seen.judge(busy)).isEqualTo(seen.held("Status busy 1"));
    }

    @Test
    void withoutTheWholeListOrTheCallNothingIsMissing() {
        CallEvidence listless = new CallEvidence().create("made", BUSY).asked("Status busy 1", BUSY_ALONE);
        assertThat(listless.judge(busy)).isEqualTo(listless.held("Status busy 1"));
        CallEvidence nobody = new CallEvidence().list("all 1", BUSY).asked("Status busy 1", BUSY_ALONE);
        assertThat(nobody.judge(busy)).isEqualTo(nobody.held("Status busy 1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"sip:bob@pbx.example.com", "sip:bob@pbx.example.com:5060", "+15005550001", "client:bob & alice"})
    void theValueThatWasAskedForIsTheOneInTheQuery(String shown) {
        Expectation to = Lists.filtered("to", List.of(new Lists.Asked("To own", "To", "made", "all")), v -> true);
        JsonNode own = call(A, "'to':'" + shown + "'");
        JsonNode other = call(B, "'to':'sip:eve@pbx.example.com'");
        CallEvidence lawful = new CallEvidence()
                .create("made", "To=" + Forms.escape("sip:bob@pbx.example.com"), own)
                .list("all 1", own, other)
                .asked("To own 1", "PageSize=1000&To=" + Forms.escape(shown), own);
        assertThat(lawful.judge(to)).isEqualTo(lawful.held("To own 1"));
        lawful.asked("To own 2", "To=" + Forms.escape(shown), own, other);
        assertThat(lawful.judge(to))
                .isEqualTo(lawful.broken("/calls/1/to", '"' + shown + '"', "\"sip:eve@pbx.example.com\"", "To own 2"));
    }

    @ParameterizedTest
    @CsvSource({
        "sip:bob@pbx.example.com, sip:bob@pbx.example.com, true",
        "sip:bob@pbx.example.com, sip:bob@pbx.example.com:5060, false",
        "sip:bob@pbx.example.com, '', false"
    })
    void aCallThatIsShownInAnotherFormThanItWasMadeWithMayBeFoundByEither(String sent, String shown, boolean late) {
        Expectation to = Lists.filtered("to", List.of(new Lists.Asked("To own", "To", "made", "all")), v -> true);
        JsonNode own = call(A, shown.isEmpty() ? "" : "'to':'" + shown + "'");
        CallEvidence missing = new CallEvidence()
                .create("made", "From=x&To=" + Forms.escape(sent), own)
                .list("all 1", own)
                .asked("To own 1", "To=" + Forms.escape(shown));
        Judgement expected = late
                ? missing.late("/calls", "the call " + A, "not among 0 calls", "To own 1", "all 1")
                : shown.isEmpty() ? missing.unseen("no list by this filter was accepted") : missing.held("To own 1");
        assertThat(missing.judge(to)).isEqualTo(expected);
    }

    @Test
    void aListThatWasRefusedOrNeverAnsweredShowsNothing() {
        assertThat(seen.judge(busy)).isEqualTo(seen.unseen("no list by this filter was accepted"));
        seen.answered("Status busy 1", "list", "", 400, "{'calls': [], 'next_page_uri': null}");
        seen.silent("Status busy 2", "list");
        assertThat(seen.judge(busy)).isEqualTo(seen.unseen("no list by this filter was accepted"));
        assertThat(seen.judge(timed)).isEqualTo(seen.unseen("no list by this filter was accepted"));
    }

    @Test
    void aRefusedListAfterAnAcceptedOneMissesNothing() {
        seen.asked("Status busy 1", BUSY_ALONE, BUSY);
        seen.answered("Status busy 2", "list", "", 500, "{'calls': [], 'next_page_uri': null}");
        assertThat(seen.judge(busy)).isEqualTo(seen.held("Status busy 1"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            StartTime after 1  | 'Sat, 21 Nov 2026 12:00:00 +0000'
            StartTime after 1  | 'Sat, 21 Nov 2026 12:00:01 +0000'
            StartTime before 1 | 'Sat, 21 Nov 2026 12:00:00 +0000'
            StartTime before 1 | 'Sat, 21 Nov 2026 11:59:59 +0000'
            StartTime after 1  | '2020-01-01T00:00:00Z'
            StartTime before 1 | null
            """)
    void aTimeOnTheRightSideOrNoneAtAllIsLawful(String step, String time) {
        seen.list(step, call(A, "'start_time':" + time), call(B, ""));
        assertThat(seen.judge(timed)).isEqualTo(seen.held(step));
    }

    @Test
    void aTimeBeforeTheOneAskedForIsNotAfterIt() {
        seen.list("StartTime after 1", BUSY, call(B, "'start_time':'Sat, 21 Nov 2026 11:59:59 +0000'"));
        assertThat(seen.judge(timed))
                .isEqualTo(seen.broken(
                        "/calls/*/start_time",
                        "after 2026-11-21T12:00Z",
                        "\"Sat, 21 Nov 2026 11:59:59 +0000\"",
                        "StartTime after 1"));
    }

    @Test
    void aTimeAfterTheOneAskedForIsNotBeforeIt() {
        seen.list("StartTime before 1", BUSY, call(B, "'start_time':'Sat, 21 Nov 2026 12:00:01 +0000'"));
        assertThat(seen.judge(timed))
                .isEqualTo(seen.broken(
                        "/calls/*/start_time",
                        "before 2026-11-21T12:00Z",
                        "\"Sat, 21 Nov 2026 12:00:01 +0000\"",
                        "StartTime before 1"));
    }

    /** An empty list shows nothing that is wrong: it is wrong where a call is known to be on that side. */
    @Test
    void aCallThatIsKnownToBeOnThatSideIsShown() {
        JsonNode noon = call(A, "'start_time':'Sat, 21 Nov 2026 12:00:00 +0000'");
        CallEvidence known = new CallEvidence().create("made", noon).list("all 1", COMPLETED, noon);
        known.list("StartTime since 1", COMPLETED, noon);
        assertThat(known.judge(timed)).isEqualTo(known.held("StartTime since 1"));
        known.list("StartTime since 2", COMPLETED);
        assertThat(known.judge(timed))
                .isEqualTo(known.late("/calls", "the call " + A, "not among 1 calls", "StartTime since 2", "all 1"));
    }

    @Test
    void anotherCallOnThatSideProvesNothing() {
        JsonNode noon = call(B, "'start_time':'Sat, 21 Nov 2026 12:00:00 +0000'");
        CallEvidence told = new CallEvidence().create("made", BUSY).list("all 1", noon, BUSY);
        told.list("StartTime since 1", noon);
        assertThat(told.judge(timed)).isEqualTo(told.held("StartTime since 1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'Wed, 18 Nov 2026 12:00:00 +0000'", "'Thu, 19 Nov 2026 12:00:00 +0000'", "null", "'soon'"})
    void whatTheWholeListTellsOtherwiseNeedNotBeShown(String time) {
        JsonNode other = call(A, "'start_time':" + time);
        CallEvidence told = new CallEvidence().create("made", other).list("all 1", COMPLETED, other);
        told.list("StartTime since 1", COMPLETED);
        assertThat(told.judge(timed)).isEqualTo(told.held("StartTime since 1"));
    }

    @Test
    void anAcceptedListIsJudgedThoughAnotherWasRefused() {
        seen.answered("StartTime after 1", "list", "", 500, "{}").list("StartTime after 2", BUSY);
        assertThat(seen.judge(timed)).isEqualTo(seen.held("StartTime after 2"));
    }
}
