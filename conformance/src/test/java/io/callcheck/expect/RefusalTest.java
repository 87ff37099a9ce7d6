package io.callcheck.expect;

import static io.callcheck.testing.Exchanges.answered;
import static io.callcheck.testing.Exchanges.evidence;
import static io.callcheck.testing.Exchanges.silent;
import static io.callcheck.testing.Exchanges.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.exchange.Exchange;
import io.callcheck.exchange.Step;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A refusal proves a clause only beside its control. */
class RefusalTest {
    private static final Exchange ACCEPTED = answered("create", 200);

    private final Refusal refusal = new Refusal("wrong", "Timeout", "601", "signalwire.create.status");

    @ParameterizedTest
    @ValueSource(ints = {400, 422})
    void aRefusalBesideAnAcceptedControlHolds(int status) {
        Exchange refused = answered("create", status);
        assertThat(judge(refused, ACCEPTED)).isEqualTo(new Judgement.Held(List.of(refused, ACCEPTED)));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204})
    void anAcceptedWrongValueIsBroken(int status) {
        Exchange accepted = answered("create", status);
        Finding finding = new Finding("Timeout", "refused with 400 or 422", "601 accepted with " + status);
        assertThat(judge(accepted, ACCEPTED))
                .isEqualTo(new Judgement.Broken(List.of(finding), List.of(accepted, ACCEPTED)));
    }

    @Test
    void anAcceptedWrongValueIsBrokenAlsoWithoutAControl() {
        assertThat(judge(ACCEPTED, answered("create", 422))).isInstanceOf(Judgement.Broken.class);
        assertThat(refusal.judge(evidence(step("wrong", ACCEPTED)))).isInstanceOf(Judgement.Broken.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 422, 500})
    void aServerThatRefusesEverythingProvesNothing(int status) {
        assertThat(judge(answered("create", 422), answered("create", status)))
                .isInstanceOfSatisfying(
                        Judgement.Unseen.class,
                        unseen -> assertThat(unseen.reason())
                                .isEqualTo("the same request with a lawful value was answered with " + status));
    }

    @Test
    void aRefusalWithoutAnyControlProvesNothing() {
        assertThat(refusal.judge(evidence(step("wrong", answered("create", 422)))))
                .isInstanceOf(Judgement.Unseen.class);
        assertThat(refusal.judge(evidence(step("wrong", "lawful", answered("create", 422)))))
                .isInstanceOf(Judgement.Unseen.class);
    }

    @Test
    void aControlThatWasNotAnsweredProvesNothing() {
        assertThat(judge(answered("create", 422), silent("create"))).isInstanceOf(Judgement.Unseen.class);
    }

    @Test
    void whatWasSentAnewOnAnotherCallCounts() {
        Exchange over = answered("update", 409);
        Exchange refused = answered("update", 422);
        assertThat(refusal.judge(evidence(
                        step("lawful", ACCEPTED), step("wrong", "lawful", over), step("wrong", "lawful", refused))))
                .isEqualTo(new Judgement.Held(List.of(refused, ACCEPTED)));
        assertThat(refusal.judge(evidence(
                        step("lawful", ACCEPTED), step("wrong", "lawful", over), step("wrong", "lawful", ACCEPTED))))
                .isInstanceOf(Judgement.Broken.class);
    }

    @Test
    void aWrongValueThatWasNeverSentIsUnseen() {
        assertThat(refusal.judge(evidence(step("lawful", ACCEPTED)))).isInstanceOf(Judgement.Unseen.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 401, 403, 404, 409})
    void otherCodesRefuseNoValue(int status) {
        assertThat(judge(answered("create", status), ACCEPTED)).isInstanceOf(Judgement.Unseen.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 502, 503, 504})
    void anAnswerThatPutsTheRequestOffIsNone(int status) {
        Exchange wrong = answered("create", status);
        assertThat(judge(wrong, ACCEPTED))
                .isEqualTo(Unanswered.of(wrong, List.of(wrong, ACCEPTED)).orElseThrow());
    }

    @Test
    void whetherTheSubjectStillTakesALawfulRequestMayStayUnknown() {
        Exchange refused = answered("update", 422);
        Exchange lawful = answered("update", 200);
        Exchange later = answered("update", 503);
        assertThat(refusal.judge(
                        evidence(step("lawful", lawful), step("wrong", "lawful", refused), step(Step.STILL, later))))
                .isEqualTo(Unanswered.of(later, List.of(refused, lawful, later)).orElseThrow());
    }

    @Test
    void aServerErrorIsTheViolationOfAnotherClause() {
        assertThat(judge(answered("create", 500), ACCEPTED))
                .isInstanceOfSatisfying(Judgement.Blocked.class, blocked -> {
                    assertThat(blocked.clause()).isEqualTo("signalwire.create.status");
                    assertThat(blocked.reason()).contains("500");
                });
    }

    @Test
    void noAnswerIsUnknown() {
        assertThat(judge(silent("create"), ACCEPTED))
                .isInstanceOfSatisfying(
                        Judgement.Unknown.class,
                        unknown -> assertThat(unknown.reason()).contains("connection refused"));
    }

    @Test
    void aSubjectThatTakesNothingAnyMoreProvesNothing() {
        Exchange refused = answered("update", 422);
        Step wrong = step("wrong", "lawful", refused);
        Step lawful = step("lawful", answered("update", 200));
        Exchange over = answered("update", 409);
        assertThat(refusal.judge(evidence(lawful, wrong, step(Step.STILL, over))))
                .isInstanceOfSatisfying(
                        Judgement.Unseen.class,
                        unseen -> assertThat(unseen.evidence()).contains(over));
        assertThat(refusal.judge(evidence(lawful, wrong, step(Step.STILL, answered("update", 200)))))
                .isInstanceOf(Judgement.Held.class);
    }

    @Test
    void aSubjectThatTakesNothingAnyMoreDoesNotExcuseAnAcceptedWrongValue() {
        Step wrong = step("wrong", "lawful", answered("update", 200));
        Step lawful = step("lawful", answered("update", 200));
        assertThat(refusal.judge(evidence(lawful, wrong, step(Step.STILL, answered("update", 409)))))
                .isInstanceOf(Judgement.Broken.class);
    }

    private Judgement judge(Exchange wrong, Exchange control) {
        return refusal.judge(evidence(step("lawful", control), step("wrong", "lawful", wrong)));
    }
}
