package io.callcheck.expect;

import static io.callcheck.testing.Exchanges.answered;
import static io.callcheck.testing.Exchanges.evidence;
import static io.callcheck.testing.Exchanges.silent;
import static io.callcheck.testing.Exchanges.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.exchange.Exchange;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer of 401 tells nothing of a call, however deep it stands. */
class LeaksTest {
    private final Expectation silence = Leaks.unauthorized();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>calls</html>",
                "{}",
                "[]",
                "\"calls\"",
                "{\"code\": 20003, \"message\": \"calls\", \"status\": 401, \"sid\": null}",
                "{\"errors\": [{\"code\": 1}, {\"detail\": \"start_time\"}]}"
            })
    void anAnswerThatOnlyRefusesHolds(String body) {
        Exchange refusal = answered("retrieve", 401, body);
        assertThat(silence.judge(evidence(step("stranger", refusal)))).isEqualTo(new Judgement.Held(List.of(refusal)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
                    {"date_created": null}                | /date_created
                    {"message": "no", "account_sid": 1}   | /account_sid
                    {"subresource_uris": {}}              | /subresource_uris
                    {"phone_number_sid": ""}              | /phone_number_sid
                    {"start_time": "now"}                 | /start_time
                    {"calls": []}                         | /calls
                    {"a": {"b": {"calls": []}}}           | /a/b/calls
                    {"errors": [{}, {"start_time": 1}]}   | /errors/1/start_time
                    [[], [{"calls": []}]]                 | /1/0/calls
                    """)
    void aMemberThatOnlyACallHasIsBroken(String body, String where) {
        Exchange leak = answered("list", 401, body);
        Exchange refusal = answered("list", 401, "{}");
        assertThat(silence.judge(evidence(step("first", refusal), step("second", leak))))
                .isEqualTo(new Judgement.Broken(
                        List.of(new Finding(where, "no data of a call", "a member of a call")), List.of(leak)));
    }

    @Test
    void onlyAnswersOf401AreJudged() {
        assertThat(silence.judge(evidence(
                        step("lawful", answered("list", 200, "{\"calls\": []}")),
                        step("forbidden", answered("list", 403, "{\"calls\": []}")),
                        step("silent", silent("list")))))
                .isEqualTo(new Judgement.Unseen("no answer was a 401", List.of()));
    }
}
