package io.callcheck.cases;

import static io.callcheck.testing.Exchanges.answered;
import static io.callcheck.testing.Exchanges.evidence;
import static io.callcheck.testing.Exchanges.step;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callcheck.exchange.Evidence;
import io.callcheck.expect.Expectation;
import io.callcheck.expect.Judgement;
import io.callcheck.spec.Api;
import io.callcheck.testing.Documents;
import io.callcheck.testing.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The kit judges its own requests first: what is not what it is meant to be is the kit's error, never sent. */
class OutgoingTest {
    private static final String PLAIN = "{\"To\": \"+15005550001\", \"From\": \"+15005550000\"}";
    private static final Evidence SOME = evidence(step("any", answered("create", 200)));
    private static final Expectation HELD = evidence -> new Judgement.Held(List.of());

    private static final Pack CONTROL = new Pack(Samples.object(PLAIN));

    private final Outgoing create =
            new Outgoing(Documents.catalogue(Api.SIGNALWIRE).operation("create"), Documents.contract(Api.SIGNALWIRE));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"To": "+1", "From": "+2", "Timeout": "600"}                   | true
                    {"To": "+1", "From": "+2", "Timeout": 600, "Record": "true"}   | true
                    {"To": "+1", "From": "+2", "StatusCallbackEvent": "ringing"}   | true
                    {"To": "+1", "From": "+2", "StatusCallbackEvent": ["ringing"]} | true
                    {"To": 15005550001, "From": "+2", "MaxPricePerMinute": 1000}   | true
                    {"To": "+1", "From": "+2", "Timeout": "601"}                   | false
                    {"To": "+1", "From": "+2", "Timeout": "1e2"}                   | false
                    {"To": "+1", "From": "+2", "Record": "yes"}                    | false
                    {"To": "+1"}                                                   | false
                    """)
    void aFormIsReadAsTheTargetReadsIt(String body, boolean lawful) {
        assertThat(create.lawful(new Pack(Samples.object(body)))).isEqualTo(lawful);
    }

    @Test
    void aWrongValueThatIsWrongGoesOut() {
        Probe probe = Probes.wrong("signalwire.create.Timeout.maximum", "601");
        assertThat(create.unlawful(ParameterAction.step(probe), probe, with("Timeout", "601"), CONTROL))
                .isTrue();
        assertThat(create.guarded(probe, HELD).judge(SOME)).isInstanceOf(Judgement.Held.class);
    }

    @Test
    void aParameterThatIsLeftOutGoesOut() {
        Probe probe = Probes.wrong("signalwire.create.To.required", Samples.ABSENT);
        assertThat(create.unlawful(ParameterAction.step(probe), probe, Samples.object("{\"From\": \"+2\"}"), CONTROL))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Timeout             | 600
                    Timeout             | "callcheck"
                    Trim                | "callcheck"
                    """)
    void aWrongRequestThatIsNotWrongInItsKeywordIsTheKitsError(String name, String value) {
        Probe probe = Probes.wrong("signalwire.create.Timeout.maximum", "601");
        assertThat(create.unlawful(ParameterAction.step(probe), probe, with(name, value), CONTROL))
                .isFalse();
        assertThat(create.guarded(probe, HELD).judge(SOME))
                .isInstanceOfSatisfying(
                        Judgement.Unknown.class,
                        unknown -> assertThat(unknown.reason()).contains("the kit's own wrong"));
    }

    @Test
    void aWrongRequestThatIsWrongElsewhereTooIsTheKitsError() {
        Probe probe = Probes.wrong("signalwire.create.Timeout.maximum", "601");
        ObjectNode body = with("Timeout", "601");
        body.put("Trim", "callcheck");
        assertThat(create.unlawful(ParameterAction.step(probe), probe, body, CONTROL))
                .isFalse();
    }

    @Test
    void aLawfulRequestThatIsWrongIsTheKitsErrorForEachOfItsValues() {
        Pack pack = new Pack(Samples.object(PLAIN));
        Probe timeout = Probes.lawful("signalwire.create.Timeout.maximum", "601");
        Probe trim = Probes.lawful("signalwire.create.Trim.enum", "\"do-not-trim\"");
        pack.add(timeout, Probes.fragment(timeout));
        pack.add(trim, Probes.fragment(trim));
        assertThat(create.guarded(timeout, HELD).judge(SOME)).isInstanceOf(Judgement.Held.class);
        assertThat(create.lawful(pack)).isFalse();
        for (Probe probe : List.of(timeout, trim)) {
            assertThat(create.guarded(probe, HELD).judge(SOME))
                    .isInstanceOfSatisfying(
                            Judgement.Unknown.class,
                            unknown -> assertThat(unknown.reason()).contains("/properties/Timeout/maximum"));
        }
        Probe other = Probes.lawful("signalwire.create.Method.enum", "\"GET\"");
        assertThat(create.guarded(other, HELD).judge(SOME)).isInstanceOf(Judgement.Held.class);
    }

    @Test
    void jsonIsJudgedAsItIs() {
        Outgoing bird = new Outgoing(Documents.catalogue(Api.BIRD).operation("create"), Documents.contract(Api.BIRD));
        assertThat(bird.lawful(new Pack(Samples.object("{\"to\": \"+1\", \"ringTimeout\": 30}"))))
                .isTrue();
        assertThat(bird.lawful(new Pack(Samples.object("{\"to\": \"+1\", \"ringTimeout\": \"30\"}"))))
                .isFalse();
    }

    /** Items that the control has too are lawful; every other one is looked at. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"command": "playback", "options": {"pauseMilliseconds": 1000001}} | "callcheck" | true
                    {"command": "playback", "options": {"pauseMilliseconds": 1000001}} | 1           | false
                    {"command": "playback", "options": {"pauseMilliseconds": 1}}       | "callcheck" | false
                    {"command": "hangup"}                                              | "callcheck" | false
                    """)
    void ofListsOnlyWhatWasChangedIsLookedAt(String command, String tag, boolean wrong) {
        Outgoing bird = new Outgoing(Documents.catalogue(Api.BIRD).operation("create"), Documents.contract(Api.BIRD));
        Probe probe = new Probe(
                Documents.use("bird.playback.pauseMilliseconds.maximum", "create"),
                Samples.parse("1000001"),
                false,
                Samples.object("{}"));
        String body = "{\"to\": \"+1\", \"callFlow\": [{\"command\": \"hangup\"}, %s], \"tags\": [%s]}";
        Pack control = new Pack(Samples.object(body.formatted("{\"command\": \"playback\"}", "\"callcheck\"")));
        assertThat(bird.unlawful(
                        ParameterAction.step(probe), probe, Samples.object(body.formatted(command, tag)), control))
                .isEqualTo(wrong);
    }

    private static ObjectNode with(String name, String value) {
        ObjectNode body = Samples.object(PLAIN);
        body.set(name, Samples.parse(value));
        return body;
    }
}
