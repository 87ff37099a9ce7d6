package io.callcheck.expect;

import static io.callcheck.expect.CallEvidence.A;
import static io.callcheck.expect.CallEvidence.B;
import static io.callcheck.expect.CallEvidence.call;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A deleted call is neither found nor listed. */
class DeletionTest {
    private static final JsonNode DELETED = call(A, "");

    private final Expectation gone = Deletion.gone("delete", "gone", "without");
    private final CallEvidence seen = new CallEvidence().answered("delete", "delete", "/" + A + ".json", 204, "");

    @Test
    void aDeletedCallIsNotFound() {
        seen.look("gone 1", DELETED).answered("gone 2", "retrieve", "/" + A, 404, "{}");
        assertThat(seen.judge(gone)).isEqualTo(seen.held("gone 2", "delete"));
        seen.list("without 1", DELETED).list("without 2", call(B, ""));
        assertThat(seen.judge(gone)).isEqualTo(seen.held("gone 2", "delete"));
    }

    @Test
    void aDeletedCallThatIsStillFoundIsLate() {
        seen.look("gone 1", DELETED).list("without 1", DELETED);
        assertThat(seen.judge(gone)).isEqualTo(seen.late("status", "404", "200 after the delete", "gone 1"));
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410})
    void aDeletedCallThatIsStillListedIsLate(int status) {
        seen.answered("gone 1", "retrieve", "/" + A, status, "{}").list("without 1", call(B, ""), DELETED);
        assertThat(seen.judge(gone))
                .isEqualTo(seen.late("/calls", "not the deleted call", "the call " + A, "without 1", "delete"));
    }

    @Test
    void theCallIsTheOneOfThePathWithoutItsSuffix() {
        CallEvidence plain = new CallEvidence().answered("delete", "delete", "/" + A, 200, "{}");
        plain.answered("gone 1", "retrieve", "/" + A, 404, "{}").list("without 1", DELETED);
        assertThat(plain.judge(gone))
                .isEqualTo(plain.late("/calls", "not the deleted call", "the call " + A, "without 1", "delete"));
    }

    @Test
    void aListThatWasRefusedShowsNothing() {
        seen.answered("gone 1", "retrieve", "/" + A, 404, "{}");
        seen.answered("without 1", "list", "", 500, "{'calls': [" + DELETED + "]}");
        assertThat(seen.judge(gone)).isEqualTo(seen.held("gone 1", "delete"));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 410, 500})
    void aLookThatIsRefusedOtherwiseShowsNothing(int status) {
        seen.answered("gone 1", "retrieve", "/" + A, status, "{}");
        assertThat(seen.judge(gone)).isEqualTo(seen.unseen("the look was answered with " + status, "gone 1"));
    }

    @Test
    void aLookThatIsPutOffIsUnknownUnlessAListShowsTheCall() {
        seen.answered("gone 1", "retrieve", "/" + A, 429, "{}");
        assertThat(seen.judge(gone)).isEqualTo(Unanswered.of(seen.of("gone 1")).orElseThrow());
        seen.list("without 1", DELETED);
        assertThat(seen.judge(gone)).isInstanceOf(Judgement.Broken.class);
    }

    @Test
    void aLookWithoutAnswerIsUnknown() {
        assertThat(seen.judge(gone)).isEqualTo(seen.unknown("no answer to the look at the deleted call"));
        seen.silent("gone 1", "retrieve");
        assertThat(seen.judge(gone)).isEqualTo(seen.unknown("no answer to the look at the deleted call", "gone 1"));
    }

    @ParameterizedTest
    @ValueSource(ints = {409, 404})
    void aDeleteThatWasRefusedHasNoEffect(int status) {
        CallEvidence refused = new CallEvidence().answered("delete", "delete", "/" + A, status, "{}");
        refused.look("gone 1", DELETED);
        assertThat(refused.judge(gone)).isEqualTo(refused.unseen("'delete' was answered with " + status, "delete"));
    }

    @Test
    void aDeleteThatWasNotSentOrNotAnsweredShowsNothing() {
        CallEvidence none = new CallEvidence().look("gone 1", DELETED);
        assertThat(none.judge(gone)).isEqualTo(none.unseen("no call came into the state that it needs"));
        CallEvidence silent = new CallEvidence().silent("delete", "delete").look("gone 1", DELETED);
        assertThat(silent.judge(gone)).isEqualTo(silent.unknown("no answer: nothing within 5 s", "delete"));
    }
}
