package io.callcheck.expect;

import static io.callcheck.expect.CallEvidence.A;
import static io.callcheck.expect.CallEvidence.ACCOUNT;
import static io.callcheck.expect.CallEvidence.call;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A call lasts no less than it was seen in progress; a look goes out each second and is answered soon after. */
class TalkTest {
    private static final JsonNode TALKING = call(A, "'status': 'in-progress', 'duration': 0");

    private final Expectation counted =
            Talk.counted(new Sightings(ACCOUNT, Soundness.EVERYTHING), Duration.ofMillis(1_980));
    private final CallEvidence seen = new CallEvidence();

    @ParameterizedTest
    @CsvSource({"3, 1", "3, 2", "3, 90", "4, 2", "5, 3"})
    void aDurationOfTheTimeThatWasSeenHolds(int looks, int duration) {
        talked(looks).look("end", over(duration));
        assertThat(seen.judge(counted)).isEqualTo(seen.held("end"));
    }

    @ParameterizedTest
    @CsvSource({"3, 0, 1", "4, 1, 2", "5, 0, 3"})
    void lessIsBroken(int looks, int duration, int least) {
        talked(looks).look("end", over(duration)).look("soon", over(duration)).look("later", over(duration));
        assertThat(seen.judge(counted))
                .isEqualTo(seen.broken("/duration", "at least " + least, "" + duration, "later"));
    }

    /** Two seconds after the request, and less by ten milliseconds after the answer. */
    @Test
    void aTargetHasItsTimeToCount() {
        talked(3).look("end", over(0)).look("soon", over(0)).list("list", over(0));
        assertThat(seen.judge(counted)).isEqualTo(unseen(seen));
        seen.look("later", over(0));
        assertThat(seen.judge(counted)).isEqualTo(seen.broken("/duration", "at least 1", "0", "later"));
    }

    @Test
    void aCallThatWasHardlySeenMayHaveTakenNoTime() {
        talked(2).look("end", over(0));
        assertThat(seen.judge(counted)).isEqualTo(unseen(seen));
        CallEvidence never = new CallEvidence().look("end", over(0));
        assertThat(never.judge(counted)).isEqualTo(unseen(never));
    }

    @Test
    void aListMayBeBehind() {
        talked(1).list("list 1", TALKING).list("list 2", TALKING).list("list 3", TALKING);
        seen.look("end", over(0));
        assertThat(seen.judge(counted)).isEqualTo(unseen(seen));
    }

    @Test
    void aFigureMayComeLate() {
        talked(3).look("end", over(0)).look("later", over(2));
        assertThat(seen.judge(counted)).isEqualTo(seen.held("later"));
        CallEvidence listed = talked(new CallEvidence(), 3).look("end", over(0)).list("list", over(2));
        assertThat(listed.judge(counted)).isEqualTo(listed.held("list"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'status': 'failed', 'duration': 0",
                "'status': 'completed'",
                "'status': 'completed', 'duration': null",
                "'status': 'completed', 'duration': -5",
                "'status': 'completed', 'duration': '0'"
            })
    void anotherEndAndAFigureThatIsNoneShowNothing(String members) {
        JsonNode none = call(A, members);
        talked(3).look("end", none).look("soon", none).look("later", none);
        assertThat(seen.judge(counted)).isEqualTo(unseen(seen));
    }

    private CallEvidence talked(int looks) {
        return talked(seen, looks);
    }

    private static CallEvidence talked(CallEvidence seen, int looks) {
        for (int i = 1; i <= looks; i++) {
            seen.look("look " + i, TALKING);
        }
        return seen;
    }

    private static JsonNode over(int duration) {
        return call(A, "'status': 'completed', 'duration': " + duration);
    }

    private static Judgement unseen(CallEvidence seen) {
        return seen.unseen("no call was seen in progress for two seconds, and completed some time ago");
    }
}
