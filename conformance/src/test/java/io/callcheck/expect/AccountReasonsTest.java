package io.callcheck.expect;

import static io.callcheck.testing.Exchanges.silent;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Refusals for a reason of the account, and what to do about them. */
class AccountReasonsTest {
    private static final String ADDRESS = "the target does not take the address of the kit's own receiver (code 21402):"
            + " set callbacks.public-url, or documents.short and documents.hold";
    private static final String MINDED = "{'code': '21402'}";
    private static final String OURS = "Url=http%3A%2F%2F10.0.0.1%3A8080%2Fa&Method=POST";

    private final CallEvidence seen = new CallEvidence();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    400 | {'code': 21210}                | 21210
                    422 | {'code': '32009'}              | 32009
                    422 | {'errors': [{'code': '4001'}]} | 4001
                    401 | {}                             | none
                    401 | <html>                         | none
                    403 | {'code': 1}                    | 1
                    """)
    void aRefusalForTheAccountSaysWhatToCheck(int status, String body, String code) {
        seen.answered("step", "create", "", status, body);
        assertThat(AccountReasons.of(seen.of("step")))
                .contains("the account refuses with " + status + " (code " + code
                        + "): check credentials, numbers and balance in the target file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"21402", "21456"})
    void aRefusalOfTheAddressOfTheReceiverSaysWhatToSet(String code) {
        seen.answered("step", "create", "", 422, "{'code': '" + code + "'}");
        assertThat(AccountReasons.of(seen.of("step"))).contains(ADDRESS.replace("21402", code));
    }

    @Test
    void aRefusalOfTheReceiverForAStreamSaysWhatToSet() {
        seen.answered("step", "createStream", "", 422, "{'code': '31922'}");
        assertThat(AccountReasons.streamedNowhere(seen.of("step")))
                .contains("the target does not take the address of the kit's own receiver for a stream (code 31922):"
                        + " set signalwire.stream-url to a wss address that takes one, or write 'lacks: [streams]'");
        assertThat(AccountReasons.of(seen.of("step"))).isEmpty();
        seen.answered("other", "createStream", "", 422, "{'code': '21402'}");
        assertThat(AccountReasons.streamedNowhere(seen.of("other"))).isEmpty();
        assertThat(AccountReasons.streamedNowhere(silent("createStream"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 409, 422})
    void aRefusalToStopAStreamThatNobodyTakesSaysWhatToSet(int status) {
        seen.answered("step", "updateStream", "", status, "{}");
        assertThat(AccountReasons.stoppedAlready(seen.of("step")))
                .contains("refused with " + status + ", and the stream may have been over by then, for the kit's own"
                        + " receiver takes none: set signalwire.stream-url to a wss address that takes one, or write"
                        + " 'lacks: [streams]'");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 302, 500})
    void anythingElseToldOfAStreamIsNoSuchReason(int status) {
        seen.answered("step", "updateStream", "", status, "{}");
        assertThat(AccountReasons.stoppedAlready(seen.of("step"))).isEmpty();
        assertThat(AccountReasons.stoppedAlready(silent("updateStream"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    400 | {'code': '21201'}
                    422 | {'errors': [{'code': '13222'}, {'code': '21210'}]}
                    404 | {}
                    500 | {}
                    200 | {'code': '21210'}
                    204 | {'code': '21402'}
                    """)
    void anyOtherAnswerGivesNone(int status, String body) {
        seen.answered("step", "create", "", status, body);
        assertThat(AccountReasons.of(seen.of("step"))).isEmpty();
    }

    @Test
    void noAnswerGivesNone() {
        assertThat(AccountReasons.of(silent("create"))).isEmpty();
    }

    @Test
    void anAddressThatTheTargetTookElsewhereIsNoReason() {
        seen.sent("accepted", "create", OURS, 200, "{}")
                .sent("step", "create", OURS.replace("%2Fa", "%2Fb"), 422, MINDED);
        assertThat(AccountReasons.beside(seen.of("step"), seen.evidence())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Url=http%3A%2F%2F10.0.0.2%3A8080%2Fa",
                "Url=https%3A%2F%2F10.0.0.1%3A8080%2Fa",
                "Url=http%3A%2F%2F10.0.0.1%3A8081%2Fa",
                "Url=none"
            })
    void anAddressOfAnotherHostIsOne(String taken) {
        seen.sent("accepted", "create", taken, 200, "{}").sent("step", "create", OURS, 422, MINDED);
        assertThat(AccountReasons.beside(seen.of("step"), seen.evidence())).contains(ADDRESS);
    }

    @Test
    void everyAddressOfTheRequestCounts() {
        String two = OURS + "&StatusCallback=http%3A%2F%2F10.0.0.2%2Fa";
        seen.sent("accepted", "create", OURS, 200, "{}").sent("step", "create", two, 422, MINDED);
        assertThat(AccountReasons.beside(seen.of("step"), seen.evidence())).contains(ADDRESS);
        seen.sent("other", "create", "Url=http%3A%2F%2F10.0.0.2&To=1", 200, "{}");
        assertThat(AccountReasons.beside(seen.of("step"), seen.evidence())).isEmpty();
    }

    @Test
    void anAddressThatWasRefusedElsewhereTooIsOne() {
        seen.sent("refused", "create", OURS, 422, MINDED).sent("step", "create", OURS, 422, MINDED);
        assertThat(AccountReasons.beside(seen.of("step"), seen.evidence())).contains(ADDRESS);
    }

    @Test
    void aReasonOfTheAccountIsOneWhateverWasTaken() {
        seen.sent("accepted", "create", OURS, 200, "{}").sent("step", "create", OURS, 422, "{'code': '21210'}");
        assertThat(AccountReasons.beside(seen.of("step"), seen.evidence()))
                .hasValueSatisfying(
                        reason -> assertThat(reason).startsWith("the account refuses with 422 (code 21210)"));
    }
}
