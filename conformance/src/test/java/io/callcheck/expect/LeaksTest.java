package io.callcheck.expect;

import static io.callcheck.testing.Exchanges.answered;
import static io.callcheck.testing.Exchanges.evidence;
import static io.callcheck.testing.Exchanges.silent;
import static io.callcheck.testing.Exchanges.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.exchange.Exchange;
import io.callcheck.exchange.Header;
import io.callcheck.exchange.Sent;
import io.callcheck.testing.Samples;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer of 401 tells nothing of a call, however deep it stands, but may repeat what it was asked for. */
class LeaksTest {
    private static final String ACCOUNT = "9c3b1e52-7d44-4f0a-8b16-2e5a90d7c1f3";

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
                "{\"errors\": [{\"code\": 1}, {\"detail\": \"start_time\"}]}",
                "{\"calls\": [], \"page\": 0, \"page_size\": 50}",
                "{\"to\": null, \"from\": \"\", \"price\": null}",
                "{\"code\": 20003, \"to\": \"+15005550001\"}",
                "{\"to\": \"+15005550001\", \"data\": {\"from\": \"+15005550000\"}}",
                // An error has a time of its own, and so has what it took to find it.
                "{\"sid\": \"x\", \"account_sid\": \"y\", \"date_created\": \"now\", \"date_updated\": \"now\"}",
                "{\"start_time\": \"a\", \"end_time\": \"b\", \"duration\": 3, \"status\": 401, \"uri\": \"/x\"}"
            })
    void anAnswerThatOnlyRefusesHolds(String body) {
        Exchange refusal = answered("retrieve", 401, body);
        assertThat(silence.judge(evidence(step("stranger", refusal)))).isEqualTo(new Judgement.Held(List.of(refusal)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
                    {"to": "+1", "from": "+2", "status": "completed", "duration": 42, "price": 0.0065} | body | [duration, from, price, to]
                    {"code": 1, "price": 1, "start_time": "now"}                    | body      | [price, start_time]
                    {"call": {"to": "+1", "date_created": "now"}}                   | /call     | [date_created, to]
                    {"a": {"b": {"calls": [{"from": "+1", "to_formatted": "1"}]}}}  | /a/b/calls/0 | [from, to_formatted]
                    {"errors": [{}, {"answered_by": "human", "direction": "x"}]}    | /errors/1 | [answered_by, direction]
                    [[], [{"phone_number_sid": "x", "caller_name": "y"}]]           | /1/0      | [caller_name, phone_number_sid]
                    """)
    void twoMembersOfACallAreBroken(String body, String where, String told) {
        Exchange leak = answered("list", 401, body);
        Exchange refusal = answered("list", 401, "{}");
        assertThat(silence.judge(evidence(step("first", refusal), step("second", leak))))
                .isEqualTo(new Judgement.Broken(
                        List.of(new Finding(where, "no data of a call", "members " + told)), List.of(leak)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"signalwire-call-queued", "signalwire-call-completed"})
    void aWholeCallIsBroken(String sample) {
        Exchange leak = answered("list", 401, "{\"calls\": [" + Samples.text(sample) + "]}");
        assertThat(silence.judge(evidence(step("stranger", leak)))).isInstanceOf(Judgement.Broken.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"account_sid\": \"" + ACCOUNT + "\", \"to\": \"+15005550001\", \"from\": \"+15005550000\"}",
                "{\"to\": \"sip:Alice@example.com\", \"from\": \"+15005550000\", \"duration\": 5}",
                "{\"to_formatted\": \"(500) 555-0001\", \"formatted_from\": \"500-555-0000\"}",
                "{\"price\": \"queried\", \"caller_name\": \"" + ACCOUNT + "\"}"
            })
    void whatTheRequestItselfNamedMayComeBack(String body) {
        Exchange refusal = asked(
                "To=%2B15005550001&Other=sip%3Aalice%40example.com&From=%2B15005550000&Duration=5",
                "?Cost=queried", body);
        assertThat(silence.judge(evidence(step("stranger", refusal)))).isEqualTo(new Judgement.Held(List.of(refusal)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"to\": \"+15005550002\", \"from\": \"+15005550009\"}",
                // So few digits stand in any number.
                "{\"to_formatted\": \"555-00\", \"price\": 0}"
            })
    void whatItDidNotNameIsBroken(String body) {
        Exchange leak = asked("To=%2B15005550001&From=%2B15005550000", "", body);
        assertThat(silence.judge(evidence(step("stranger", leak)))).isInstanceOf(Judgement.Broken.class);
    }

    @Test
    void onlyAnswersOf401AreJudged() {
        String call = "{\"to\": \"+1\", \"from\": \"+2\"}";
        assertThat(silence.judge(evidence(
                        step("lawful", answered("list", 200, call)),
                        step("forbidden", answered("list", 403, call)),
                        step("silent", silent("list")))))
                .isEqualTo(new Judgement.Unseen("no answer was a 401", List.of()));
    }

    /** A create on a path of another account, by one whose credentials name the account. */
    private static Exchange asked(String form, String query, String body) {
        Exchange plain = answered("create", 401, body);
        String both = Base64.getEncoder().encodeToString((ACCOUNT + ":not-the-token").getBytes(StandardCharsets.UTF_8));
        Sent sent = new Sent(
                "POST",
                URI.create("http://127.0.0.1:1/Accounts/another/Calls.json" + query),
                List.of(new Header("Authorization", "Basic " + both)),
                form);
        return new Exchange(plain.api(), "create", plain.at(), sent, plain.answer(), null);
    }
}
