package io.callcheck.expect;

import static io.callcheck.testing.Exchanges.answered;
import static io.callcheck.testing.Exchanges.evidence;
import static io.callcheck.testing.Exchanges.silent;
import static io.callcheck.testing.Exchanges.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.exchange.Evidence;
import io.callcheck.exchange.Exchange;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Status codes: documented ones, the exact one of success, and those of one step beside its control. */
class StatusesTest {
    private final Expectation documented = Statuses.documented("create", Set.of(200, 400, 422));
    private final Expectation success = Statuses.success("create", 200);
    private final Expectation unknown =
            Statuses.oneOf("unknown", "lawful", Set.of(404, 400), "signalwire.retrieve.status");

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 204, 400, 422})
    void documentedCodesAndAnySuccessAreFree(int status) {
        assertThat(documented.judge(of(answered("create", status), answered("create", 200))))
                .isInstanceOf(Judgement.Held.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 422})
    void aServerThatRefusesEverythingShowsNothing(int status) {
        assertThat(documented.judge(of(answered("create", status)))).isInstanceOf(Judgement.Unseen.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 413, 414, 429, 431, 502, 503, 504})
    void whatAnyServerMayAnswerToAMessageShowsNothing(int status) {
        assertThat(documented.judge(of(answered("create", status)))).isInstanceOf(Judgement.Unseen.class);
        assertThat(documented.judge(of(answered("create", status), answered("create", 200))))
                .isInstanceOf(Judgement.Held.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 404, 418, 500, 501, 505, 999})
    void anyOtherCodeIsBroken(int status) {
        Exchange wrong = answered("create", status);
        Finding finding = new Finding("status", "one of [200, 400, 422]", "" + status);
        assertThat(documented.judge(of(answered("create", 200), wrong)))
                .isEqualTo(new Judgement.Broken(List.of(finding), List.of(wrong)));
    }

    @Test
    void oneCodeIsOneFindingHoweverOftenItCame() {
        assertThat(documented.judge(of(answered("create", 500), answered("create", 418), answered("create", 500))))
                .isInstanceOfSatisfying(Judgement.Broken.class, broken -> {
                    assertThat(broken.findings()).hasSize(2);
                    assertThat(broken.evidence()).hasSize(3);
                });
    }

    @Test
    void noAnswerAndOtherOperationsShowNothing() {
        assertThat(documented.judge(of(silent("create"), answered("update", 500))))
                .isInstanceOf(Judgement.Unseen.class);
        assertThat(success.judge(of(silent("create"), answered("create", 422)))).isInstanceOf(Judgement.Unseen.class);
    }

    @Test
    void successHasExactlyTheDocumentedCode() {
        assertThat(success.judge(of(answered("create", 200), answered("create", 422))))
                .isInstanceOf(Judgement.Held.class);
        Exchange created = answered("create", 201);
        assertThat(success.judge(of(answered("create", 200), created)))
                .isEqualTo(new Judgement.Broken(List.of(new Finding("status", "200", "201")), List.of(created)));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404})
    void aStepWithAnAllowedCodeHolds(int status) {
        assertThat(beside(answered("retrieve", status), answered("retrieve", 200)))
                .isInstanceOf(Judgement.Held.class);
    }

    @Test
    void aStepWithAnotherCodeIsBroken() {
        assertThat(beside(answered("retrieve", 401), answered("retrieve", 200)))
                .isInstanceOfSatisfying(
                        Judgement.Broken.class,
                        broken -> assertThat(broken.findings())
                                .containsExactly(new Finding("status", "one of [400, 404]", "401")));
    }

    @Test
    void aStepThatSucceedsIsBrokenWhateverItsControl() {
        assertThat(beside(answered("retrieve", 200), answered("retrieve", 500))).isInstanceOf(Judgement.Broken.class);
    }

    @Test
    void aStepWithoutAnAcceptedControlProvesNothing() {
        assertThat(beside(answered("retrieve", 404), answered("retrieve", 404))).isInstanceOf(Judgement.Unseen.class);
        assertThat(unknown.judge(of(answered("retrieve", 404)))).isInstanceOf(Judgement.Unseen.class);
    }

    @Test
    void aServerErrorIsTheViolationOfAnotherClauseAndNoAnswerIsUnknown() {
        assertThat(beside(answered("retrieve", 500), answered("retrieve", 200)))
                .isInstanceOfSatisfying(
                        Judgement.Blocked.class,
                        blocked -> assertThat(blocked.clause()).isEqualTo("signalwire.retrieve.status"));
        assertThat(beside(silent("retrieve"), answered("retrieve", 200))).isInstanceOf(Judgement.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 502, 503, 504})
    void anAnswerThatPutsTheStepOffIsNone(int status) {
        Exchange stranger = answered("retrieve", status);
        Exchange lawful = answered("retrieve", 200);
        assertThat(beside(stranger, lawful))
                .isEqualTo(Unanswered.of(stranger, List.of(stranger, lawful)).orElseThrow());
    }

    @Test
    void a503ThatIsDocumentedIsNoSightOfAnything() {
        Expectation update = Statuses.documented("update", Set.of(200, 503));
        assertThat(update.judge(of(answered("update", 503)))).isInstanceOf(Judgement.Unseen.class);
    }

    private Judgement beside(Exchange stranger, Exchange lawful) {
        return unknown.judge(evidence(step("lawful", lawful), step("unknown", stranger)));
    }

    private static Evidence of(Exchange... exchanges) {
        return new Evidence(Arrays.stream(exchanges).map(e -> step("any", e)).toList());
    }
}
