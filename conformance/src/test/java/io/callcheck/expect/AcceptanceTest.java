package io.callcheck.expect;

import static io.callcheck.testing.Exchanges.answered;
import static io.callcheck.testing.Exchanges.carrying;
import static io.callcheck.testing.Exchanges.evidence;
import static io.callcheck.testing.Exchanges.silent;
import static io.callcheck.testing.Exchanges.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.exchange.Exchange;
import io.callcheck.exchange.Step;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A lawful value is at fault only when it is refused alone while the plain request is accepted. */
class AcceptanceTest {
    private static final Exchange PLAIN = answered("create", 200);
    private static final Step BASE = step("plain", PLAIN);

    private final Acceptance acceptance = new Acceptance(
            "Timeout=600", "Timeout", "600", "plain", "signalwire.create.plain", "signalwire.create.status");

    @Test
    void anAcceptedPackProvesEachOfItsValues() {
        Exchange pack = answered("create", 201);
        assertThat(acceptance.judge(evidence(BASE, carrying("lawful 1", Set.of("Timeout=600", "Trim=x"), pack))))
                .isEqualTo(new Judgement.Held(List.of(pack)));
    }

    @Test
    void aValueThatIsAcceptedAfterItsPackWasTakenApartHolds() {
        Exchange half = answered("create", 200);
        assertThat(acceptance.judge(evidence(
                        BASE,
                        carrying("lawful 1", Set.of("Timeout=600", "Trim=x"), answered("create", 422)),
                        carrying("lawful 1.1", Set.of("Timeout=600"), half),
                        carrying("lawful 1.2", Set.of("Trim=x"), answered("create", 422)))))
                .isEqualTo(new Judgement.Held(List.of(half)));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 422})
    void aValueThatIsRefusedAloneIsBroken(int status) {
        Exchange alone = answered("create", status, "Timeout is too long\n");
        Finding finding = new Finding("Timeout", "600 accepted", "refused with " + status + ": Timeout is too long");
        assertThat(alone(alone)).isEqualTo(new Judgement.Broken(List.of(finding), List.of(alone, PLAIN)));
    }

    @Test
    void aValueThatWasRefusedInCompanyAloneIsUnseen() {
        Step company = carrying("lawful 1", Set.of("Timeout=600", "Trim=x"), answered("create", 422));
        assertThat(acceptance.judge(evidence(BASE, company))).isInstanceOf(Judgement.Unseen.class);
    }

    @Test
    void aServerThatRefusesThePlainRequestIsJudgedByThatAlone() {
        Step plain = step("plain", answered("create", 422));
        Step alone = carrying("lawful 1", Set.of("Timeout=600"), answered("create", 422));
        assertThat(acceptance.judge(evidence(plain, alone))).satisfies(AcceptanceTest::blockedByPlain);
        assertThat(acceptance.judge(evidence(plain))).satisfies(AcceptanceTest::blockedByPlain);
    }

    @Test
    void aPlainRequestWithoutAnswerIsUnknown() {
        assertThat(acceptance.judge(evidence(step("plain", silent("create")))))
                .isInstanceOfSatisfying(
                        Judgement.Unknown.class,
                        unknown -> assertThat(unknown.reason())
                                .isEqualTo("nothing is known of the plain request: no answer: connection refused"));
    }

    @Test
    void aValueWithoutAnswerIsUnknown() {
        assertThat(alone(silent("create"))).isInstanceOf(Judgement.Unknown.class);
    }

    @Test
    void aServerErrorIsTheViolationOfAnotherClause() {
        assertThat(alone(answered("create", 501)))
                .isInstanceOfSatisfying(
                        Judgement.Blocked.class,
                        blocked -> assertThat(blocked.clause()).isEqualTo("signalwire.create.status"));
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 502, 503, 504})
    void anAnswerThatPutsTheRequestOffIsNone(int status) {
        Exchange later = answered("create", status);
        assertThat(alone(later)).isEqualTo(Unanswered.of(later).orElseThrow());
        Step plain = step("plain", later);
        Step refused = carrying("lawful 1", Set.of("Timeout=600"), answered("create", 422));
        assertThat(acceptance.judge(evidence(plain))).isInstanceOf(Judgement.Unknown.class);
        assertThat(acceptance.judge(evidence(plain, refused))).isInstanceOf(Judgement.Unknown.class);
        assertThat(acceptance.judge(evidence(BASE, refused, step(Step.STILL, later))))
                .isEqualTo(
                        Unanswered.of(later, List.of(refused.exchange(), later)).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 401, 403, 404, 409})
    void otherCodesRefuseNoValue(int status) {
        assertThat(alone(answered("create", status))).isInstanceOf(Judgement.Unseen.class);
    }

    @Test
    void aValueThatWasNeverSentIsUnseen() {
        Step other = carrying("lawful 1", Set.of("Timeout=1"), answered("create", 200));
        assertThat(acceptance.judge(evidence(BASE, other)))
                .isEqualTo(new Judgement.Unseen("the value was never sent", List.of()));
    }

    @ParameterizedTest
    @CsvSource({"500, true", "499, false"})
    void onlyAnErrorOfTheServerIsOne(int status, boolean blocked) {
        Exchange answer = answered("create", status);
        assertThat(alone(answer))
                .isEqualTo(
                        blocked
                                ? new Judgement.Blocked(
                                        "signalwire.create.status", "answered with 500", List.of(answer))
                                : new Judgement.Unseen("answered with 499", List.of(answer)));
    }

    @Test
    void aCallThatTakesNothingAnyMoreExcusesARefusal() {
        Exchange refused = answered("create", 422);
        Exchange over = answered("create", 409);
        assertThat(acceptance.judge(evidence(BASE, carried("Timeout=600", refused), step(Step.STILL, over))))
                .isEqualTo(
                        new Judgement.Unseen("the call took no lawful request any more (409)", List.of(refused, over)));
    }

    @Test
    void aCallThatTookRequestsAfterTheRefusalExcusesNothing() {
        Step refused = carried("Timeout=600", answered("create", 422));
        Step still = step(Step.STILL, answered("create", 200));
        Step over = step(Step.STILL, answered("create", 409));
        assertThat(acceptance.judge(evidence(BASE, refused, still, over))).isInstanceOf(Judgement.Broken.class);
        assertThat(acceptance.judge(evidence(BASE, still, refused, over))).isInstanceOf(Judgement.Unseen.class);
        assertThat(acceptance.judge(evidence(BASE, over, refused))).isInstanceOf(Judgement.Unseen.class);
    }

    @Test
    void theLastWordOfAValueCounts() {
        Step first = carrying("lawful 1", Set.of("Timeout=600"), answered("create", 422));
        Step over = step(Step.STILL, answered("create", 409));
        Exchange again = answered("create", 200);
        assertThat(acceptance.judge(
                        evidence(BASE, first, over, carrying("lawful 1 again", Set.of("Timeout=600"), again))))
                .isEqualTo(new Judgement.Held(List.of(again)));
    }

    @Test
    void aRefusalForAReasonOfTheAccountIsUnknown() {
        Exchange refused = answered("create", 422, "{\"code\": \"21210\"}");
        assertThat(alone(refused))
                .isEqualTo(new Judgement.Unknown(
                        "the account refuses with 422 (code 21210): check credentials, numbers and balance in the"
                                + " target file",
                        List.of(refused, PLAIN)));
    }

    @Test
    void aRefusalForWhatTheValueNeedsIsThatOnesMatter() {
        Exchange need = answered("create", 422);
        Exchange refused = answered("create", 400);
        assertThat(needing("Url=x").judge(evidence(BASE, carried("Timeout=600", refused), carried("Url=x", need))))
                .isEqualTo(new Judgement.Blocked(
                        "signalwire.create.Url.accepted",
                        "what it is sent with is refused by itself",
                        List.of(refused, need)));
    }

    @Test
    void whatTheValueNeedsMayBeToBlameWhereNothingIsKnownOfIt() {
        Exchange refused = answered("create", 400);
        Acceptance told = accusing(
                (accepted, alone) -> Optional.of(new Acceptance.Need("Url=x", "signalwire.create.Url.accepted")));
        Step silent = carried("Url=x", answered("create", 503));
        assertThat(told.judge(evidence(BASE, silent, carried("Timeout=600", refused))))
                .isEqualTo(new Judgement.Unseen(
                        "what it is sent with was neither accepted nor refused by itself", List.of(refused)));
    }

    @Test
    void whatWasAcceptedOnceOrRefusedInCompanyIsNotToBlame() {
        Exchange refused = answered("create", 422);
        Step alone = carried("Timeout=600", refused);
        assertThat(needing("Url=x")
                        .judge(evidence(
                                BASE,
                                carried("Url=x", answered("create", 422)),
                                carried("Url=x", answered("create", 200)),
                                alone)))
                .isInstanceOf(Judgement.Broken.class);
        assertThat(needing("Url=x")
                        .judge(evidence(
                                BASE, alone, carrying("pack", Set.of("Url=x", "Trim=y"), answered("create", 422)))))
                .isInstanceOf(Judgement.Broken.class);
        assertThat(needing("Url=x").judge(evidence(BASE, alone, carried("Url=x", answered("create", 500)))))
                .isInstanceOf(Judgement.Broken.class);
    }

    @Test
    void whatWasAcceptedIsKnownToTheOneWhoBlames() {
        Acceptance told = accusing((accepted, refused) -> {
            assertThat(accepted).containsExactlyInAnyOrder("Trim=y", "Url=x");
            assertThat(refused).containsExactly("Timeout=600");
            return Optional.empty();
        });
        Step pack = carrying("pack", Set.of("Url=x", "Trim=y"), answered("create", 200));
        assertThat(told.judge(evidence(BASE, pack, carried("Timeout=600", answered("create", 422)))))
                .isInstanceOf(Judgement.Broken.class);
    }

    private static Acceptance needing(String probe) {
        return accusing((accepted, refused) -> refused.contains(probe)
                ? Optional.of(new Acceptance.Need(probe, "signalwire.create.Url.accepted"))
                : Optional.empty());
    }

    private static Acceptance accusing(Acceptance.Blame blame) {
        return new Acceptance(
                "Timeout=600", "Timeout", "600", "plain", "signalwire.create.plain", "signalwire.create.status", blame);
    }

    private static Step carried(String value, Exchange exchange) {
        return carrying(value, Set.of(value), exchange);
    }

    private Judgement alone(Exchange exchange) {
        return acceptance.judge(evidence(BASE, carrying("lawful 1", Set.of("Timeout=600"), exchange)));
    }

    private static void blockedByPlain(Judgement judgement) {
        assertThat(judgement)
                .isInstanceOfSatisfying(
                        Judgement.Blocked.class,
                        blocked -> assertThat(blocked.clause()).isEqualTo("signalwire.create.plain"));
    }
}
