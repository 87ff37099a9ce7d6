package io.callcheck.expect;

import static io.callcheck.expect.CallEvidence.A;
import static io.callcheck.expect.CallEvidence.B;
import static io.callcheck.expect.CallEvidence.C;
import static io.callcheck.expect.CallEvidence.call;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists by a filter show what was asked for: nothing else, and the call that is known to be so. */
class ListFiltersTest {
    private static final JsonNode BUSY = call(A, "'status':'busy'");
    private static final JsonNode COMPLETED = call(B, "'status':'completed'");
    private static final OffsetDateTime NOON = OffsetDateTime.parse("2026-11-21T12:00:00Z");

    private final Expectation busy = Lists.filtered(
            "status",
            List.of(new Lists.Asked("Status busy", "busy", "made", "all")),
            Set.of("busy", "completed")::contains);
    private final Expectation timed = Lists.timed(
            "start_time",
            evidence -> List.of(
                    new Lists.Time("StartTime after", NOON, true), new Lists.Time("StartTime before", NOON, false)));
    private final CallEvidence seen = new CallEvidence().create("made", BUSY).list("all 1", COMPLETED, BUSY);

    @Test
    void onlyCallsWithTheValueAreShownAndTheKnownOneIs() {
        seen.list("Status busy 1", call(C, "'status':'busy'"), BUSY);
        assertThat(seen.judge(busy)).isEqualTo(seen.held("Status busy 1"));
    }

    @Test
    void aCallWithAnotherValueIsNamedByItsPlace() {
        seen.list("Status busy 1", BUSY, COMPLETED, COMPLETED);
        assertThat(seen.judge(busy))
                .isEqualTo(seen.broken("/calls/1/status", "\"busy\"", "\"completed\"", "Status busy 1"));
    }

    @Test
    void everyListOfTheRowIsJudged() {
        seen.list("Status busy 1", COMPLETED).list("Status busy 2", BUSY);
        assertThat(seen.judge(busy))
                .isEqualTo(seen.broken("/calls/0/status", "\"busy\"", "\"completed\"", "Status busy 1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'status':'in-progress'", "'status':null", "'to':'+15550001111'"})
    void aValueThatMayStillChangeOrIsNoneSaysNothing(String members) {
        seen.list("Status busy 1", call(C, members), BUSY);
        assertThat(seen.judge(busy)).isEqualTo(seen.held("Status busy 1"));
    }

    @Test
    void theKnownCallIsMissingWhenItDoesNotComeInTime() {
        seen.list("Status busy 1", call(C, "'status':'busy'"));
        assertThat(seen.judge(busy))
                .isEqualTo(seen.late("/calls", "the call " + A, "not among 1 calls", "Status busy 1", "all 1"));
    }

    @Test
    void aWrongCallIsSeenOnTheWireThoughTheKnownOneIsMissingToo() {
        seen.list("Status busy 1", COMPLETED);
        assertThat(seen.judge(busy)).isInstanceOfSatisfying(Judgement.Broken.class, broken -> {
            assertThat(broken.findings()).hasSize(2);
            assertThat(broken.waited()).isFalse();
        });
    }

    @Test
    void aCallThatTheWholeListShowsOtherwiseNeedNotBeShown() {
        CallEvidence other = new CallEvidence().create("made", BUSY).list("all 1", call(A, "'status':'completed'"));
        other.list("Status busy 1");
        assertThat(other.judge(busy)).isEqualTo(other.held("Status busy 1"));
    }

    @Test
    void aCallOfSomebodyElseWithTheValueNeedNotBeShown() {
        CallEvidence other = new CallEvidence().create("made", BUSY).list("all 1", call(C, "'status':'busy'"));
        other.list("Status busy 1");
        assertThat(other.judge(busy)).isEqualTo(other.held("Status busy 1"));
    }

    @Test
    void aCallMayStandOnTheNextPage() {
        seen.page("Status busy 1");
        assertThat(seen.judge(busy)).isEqualTo(seen.held("Status busy 1"));
    }

    @Test
    void withoutTheWholeListOrTheCallNothingIsMissing() {
        CallEvidence listless = new CallEvidence().create("made", BUSY).list("Status busy 1");
        assertThat(listless.judge(busy)).isEqualTo(listless.held("Status busy 1"));
        CallEvidence nobody = new CallEvidence().list("all 1", BUSY).list("Status busy 1");
        assertThat(nobody.judge(busy)).isEqualTo(nobody.held("Status busy 1"));
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
        seen.list("Status busy 1", BUSY);
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

    @Test
    void anAcceptedListIsJudgedThoughAnotherWasRefused() {
        seen.answered("StartTime after 1", "list", "", 500, "{}").list("StartTime after 2", BUSY);
        assertThat(seen.judge(timed)).isEqualTo(seen.held("StartTime after 2"));
    }
}
