package io.callcheck.cases;

import static io.callcheck.testing.Exchanges.answered;
import static io.callcheck.testing.Exchanges.evidence;
import static io.callcheck.testing.Exchanges.silent;
import static io.callcheck.testing.Exchanges.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.exchange.Exchange;
import io.callcheck.expect.Expectation;
import io.callcheck.expect.Judgement;
import io.callcheck.spec.Api;
import io.callcheck.testing.Documents;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The plain request has to be accepted, unless something else is in the way. */
class PlainTest {
    private final Expectation plain = plain(refused -> Optional.empty());

    private static Expectation plain(Function<Exchange, Optional<String>> excuse) {
        Bench.Names names = new Bench.Names("sid", "CallSid", "Status", Set.of("completed"));
        return Plain.accepted("lawful", Documents.catalogue(Api.SIGNALWIRE).operation("update"), names, excuse);
    }

    @Test
    void anAcceptedRequestHolds() {
        assertThat(judge(answered("update", 201))).isInstanceOf(Judgement.Held.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 422})
    void aDocumentedRefusalIsBroken(int status) {
        assertThat(judge(answered("update", status))).isInstanceOf(Judgement.Broken.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 409, 500, 501})
    void anUndocumentedAnswerIsTheMatterOfAnotherClause(int status) {
        assertThat(judge(answered("update", status)))
                .isInstanceOfSatisfying(
                        Judgement.Blocked.class,
                        blocked -> assertThat(blocked.clause()).isEqualTo("signalwire.update.status"));
    }

    /** The documents name 503 for an update that is not possible for now. */
    @ParameterizedTest
    @ValueSource(ints = {408, 429, 502, 503, 504})
    void anAnswerThatPutsTheRequestOffIsUnknown(int status) {
        Exchange later = answered("update", status, "{\"code\": \"20504\"}");
        assertThat(judge(later)).isInstanceOfSatisfying(Judgement.Unknown.class, unknown -> {
            assertThat(unknown.reason()).startsWith("the target answers " + status);
            assertThat(unknown.evidence()).containsExactly(later);
        });
    }

    @Test
    void noAnswerIsUnknown() {
        assertThat(judge(silent("update"))).isInstanceOf(Judgement.Unknown.class);
    }

    @Test
    void aRefusalForTheAccountIsUnknown() {
        assertThat(judge(answered("update", 422, "{\"code\": \"30002\"}"))).isInstanceOf(Judgement.Unknown.class);
    }

    @Test
    void aRefusalOfACallThatWasOverIsUnseen() {
        Exchange refused = answered("update", 404);
        Exchange over = answered("retrieve", 200, "{\"status\": \"completed\"}");
        assertThat(plain.judge(evidence(step("lawful", refused), step(Plain.AFTER, over))))
                .isEqualTo(new Judgement.Unseen("the call was over by then", List.of(refused, over)));
    }

    /** The path of the look ends with Calls. */
    @ParameterizedTest
    @ValueSource(strings = {"{\"status\": \"in-progress\"}", "{\"sid\": \"calls\", \"status\": \"in-progress\"}"})
    void aRefusalOfACallThatLivesIsBroken(String call) {
        Exchange refused = answered("update", 404);
        assertThat(plain.judge(evidence(step("lawful", refused), step(Plain.AFTER, answered("retrieve", 200, call)))))
                .isInstanceOf(Judgement.Broken.class);
    }

    @Test
    void aLookThatShowsAnotherCallTellsNothing() {
        Exchange refused = answered("update", 404);
        Exchange other = answered("retrieve", 200, "{\"sid\": \"other\", \"status\": \"in-progress\"}");
        assertThat(plain.judge(evidence(step("lawful", refused), step(Plain.AFTER, other))))
                .isEqualTo(new Judgement.Unseen(
                        "another call was shown, so that this one may have been over", List.of(refused, other)));
    }

    @Test
    void aCallThatSeveralCreationsShowedMayHaveBeenActedUponElsewhere() {
        Exchange refused = answered("update", 404);
        Exchange lives = answered("retrieve", 200, "{\"sid\": \"calls\", \"status\": \"in-progress\"}");
        assertThat(plain.judge(
                        evidence(step("lawful", refused), step(Plain.AFTER, lives), step(Plain.SHARED, refused))))
                .isEqualTo(new Judgement.Unseen("several creations showed this one call", List.of(refused)));
    }

    @Test
    void whatElseARefusalMayBeForIsUnknown() {
        Exchange refused = answered("update", 409);
        assertThat(plain(e -> Optional.of("for " + e.outcome())).judge(evidence(step("lawful", refused))))
                .isEqualTo(new Judgement.Unknown("for 409", List.of(refused)));
    }

    @Test
    void aCallThatNeverCameSoFarIsUnseen() {
        assertThat(plain.judge(evidence(step("create", answered("create", 200)))))
                .isInstanceOf(Judgement.Unseen.class);
    }

    private Judgement judge(Exchange lawful) {
        return plain.judge(evidence(step("lawful", lawful)));
    }
}
