package io.callcheck.expect;

import static io.callcheck.testing.Exchanges.answered;
import static io.callcheck.testing.Exchanges.silent;
import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.exchange.Exchange;
import io.callcheck.spec.Api;
import io.callcheck.testing.Documents;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer that says no more than "not now" is none. */
class UnansweredTest {

    @ParameterizedTest
    @ValueSource(ints = {408, 502, 503, 504})
    void aTargetThatCannotAtTheMomentIsUnknown(int status) {
        Exchange later = answered("create", status);
        assertThat(Unanswered.is(later)).isTrue();
        assertThat(Unanswered.putOff(later)).isTrue();
        assertThat(Unanswered.of(later))
                .contains(new Judgement.Unknown(
                        "the target answers " + status + ", which says that it cannot at the moment: try again later",
                        List.of(later)));
    }

    @Test
    void aTargetThatHasTooMuchToDoSaysWhatToSet() {
        Exchange later = answered("create", 429);
        Exchange beside = answered("create", 200);
        assertThat(Unanswered.of(later, List.of(later, beside)))
                .contains(new Judgement.Unknown(
                        "the target answers 429 however long it is waited: set limits.rate", List.of(later, beside)));
    }

    @Test
    void noAnswerSaysWhy() {
        Exchange silent = silent("create");
        assertThat(Unanswered.is(silent)).isTrue();
        assertThat(Unanswered.putOff(silent)).isFalse();
        assertThat(Unanswered.of(silent))
                .contains(new Judgement.Unknown("no answer: connection refused", List.of(silent)));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 400, 401, 404, 409, 413, 422, 425, 428, 430, 431, 500, 501, 505})
    void anyOtherAnswerIsOne(int status) {
        assertThat(Unanswered.is(answered("create", status))).isFalse();
        assertThat(Unanswered.of(answered("create", status))).isEmpty();
    }

    /** What was put off and sent again for a minute is as it is; what was put off once may be answered another time. */
    @ParameterizedTest
    @CsvSource({"408, true", "502, true", "503, true", "504, true", "429, false", "200, false", "500, false"})
    void whatWasNotSentAgainIsWorthASecondLook(int status, boolean worth) {
        Exchange exchange = answered("create", status);
        assertThat(Unanswered.forNow(exchange)).isEqualTo(worth);
        assertThat(new Judgement.Unknown("x", List.of(exchange)).waited()).isEqualTo(worth);
        assertThat(Unanswered.forNow(silent("create"))).isFalse();
    }

    @Test
    void whatStandsBeforeATargetThatIsAwayHasAFormOfItsOwn() {
        Answers answers = new Answers(Documents.catalogue(Api.SIGNALWIRE), Documents.contract(Api.SIGNALWIRE));
        assertThat(answers.assess(answered("update", 503, "text/html", "<html>")))
                .isEqualTo(Assessment.NOTHING);
        assertThat(answers.assess(answered("update", 503, "", ""))).isEqualTo(Assessment.NOTHING);
        assertThat(answers.assess(answered("update", 503, "{}")).broken()).isNotEmpty();
    }
}
