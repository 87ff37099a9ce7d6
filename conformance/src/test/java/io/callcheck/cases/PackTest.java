package io.callcheck.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callcheck.testing.Samples;
import org.junit.jupiter.api.Test;

/** Lawful values of independent parameters share one request; what contradicts stays out and leaves no trace. */
class PackTest {
    private static final ObjectNode PLAIN = Samples.object("{\"To\": \"+1\", \"From\": \"+2\"}");
    private static final Probe TIMEOUT = Probes.lawful("signalwire.create.Timeout.maximum", "600");
    private static final Probe TRIM =
            Probes.lawful("signalwire.create.Trim.enum", "\"do-not-trim\"", "{\"Record\": \"true\"}");

    private final Pack pack = new Pack(PLAIN);

    @Test
    void valuesAndTheirCompanionsAreMerged() {
        assertThat(add(TIMEOUT)).isTrue();
        assertThat(add(TRIM)).isTrue();
        assertThat(pack.body())
                .isEqualTo(
                        Samples.parse(
                                "{\"To\": \"+1\", \"From\": \"+2\", \"Timeout\": 600, \"Record\": \"true\", \"Trim\": \"do-not-trim\"}"));
        assertThat(pack.probes()).containsExactly(TIMEOUT, TRIM);
        assertThat(pack.labels())
                .containsExactly(
                        "signalwire.create.Timeout at Timeout=600", "signalwire.create.Trim at Trim=\"do-not-trim\"");
    }

    @Test
    void anotherValueOfTheSameParameterStaysOut() {
        add(TIMEOUT);
        Probe other = Probes.lawful("signalwire.create.Timeout.minimum", "1");
        assertThat(add(other)).isFalse();
        assertThat(pack.probes()).containsExactly(TIMEOUT);
        assertThat(pack.body().path("Timeout").asInt()).isEqualTo(600);
    }

    @Test
    void aCompanionThatContradictsStaysOutWithItsValue() {
        add(Probes.lawful("signalwire.create.Record.accepted", "false"));
        assertThat(add(TRIM)).isFalse();
        assertThat(pack.body().has("Trim")).isFalse();
        assertThat(pack.body().path("Record")).isEqualTo(Samples.parse("false"));
    }

    @Test
    void theSameValueTwiceIsNoContradiction() {
        add(TRIM);
        assertThat(add(Probes.lawful("signalwire.create.RecordingChannels.enum", "\"dual\"", "{\"Record\": \"true\"}")))
                .isTrue();
    }

    @Test
    void whatIsPlainGivesWayOnce() {
        assertThat(add(Probes.lawful("signalwire.create.To.accepted", "\"+3\"")))
                .isTrue();
        assertThat(pack.body().path("To").asText()).isEqualTo("+3");
        assertThat(add(Probes.lawful("signalwire.create.To.accepted", "\"+4\"")))
                .isFalse();
        assertThat(PLAIN.path("To").asText()).isEqualTo("+1");
    }

    @Test
    void aProbedValueThatHappensToBeThePlainOneGivesNoWay() {
        assertThat(add(Probes.lawful("signalwire.create.To.accepted", "\"+1\"")))
                .isTrue();
        assertThat(add(Probes.lawful("signalwire.create.To.accepted", "\"+4\"")))
                .isFalse();
    }

    @Test
    void aControlIsChangedInTheProbedValueAlone() {
        add(TIMEOUT);
        add(TRIM);
        ObjectNode changed = pack.with(TIMEOUT, Samples.parse("601"));
        assertThat(changed.path("Timeout").asInt()).isEqualTo(601);
        changed.put("Timeout", 600);
        assertThat(changed).isEqualTo(pack.body());
        assertThat(pack.with(TIMEOUT, MissingNode.getInstance()).has("Timeout")).isFalse();
        assertThat(pack.body().path("Timeout").asInt()).isEqualTo(600);
    }

    @Test
    void commandsStandOneAfterTheOtherAndEachIsChangedInItsPlace() {
        Pack flow = new Pack(Samples.object("{}"));
        Probe say = Probes.lawful("bird.say.text.accepted", "\"Hello.\"");
        Probe playback = Probes.lawful("bird.playback.loop.accepted", "2");
        assertThat(flow.add(say, Probes.fragment(say))).isTrue();
        assertThat(flow.add(playback, Probes.fragment(playback))).isTrue();
        assertThat(flow.body().path("callFlow"))
                .extracting(command -> command.path("command").asText())
                .containsExactly("say", "playback");
        ObjectNode changed = flow.with(playback, Samples.parse("\"often\""));
        assertThat(changed.at("/callFlow/1/options/loop").asText()).isEqualTo("often");
        assertThat(changed.at("/callFlow/0")).isEqualTo(flow.body().at("/callFlow/0"));
    }

    @Test
    void commandsAreNoMoreThanAListTakes() {
        Pack flow = new Pack(Samples.object("{}"));
        Probe say = Probes.lawful("bird.say.text.accepted", "\"Hello.\"");
        ObjectNode ten = Samples.object(
                "{\"callFlow\": [" + "{\"command\": \"say\"},".repeat(10) + "{\"command\": \"hangup\"}]}");
        assertThat(flow.add(say, ten)).isTrue();
        ObjectNode more = ten.deepCopy();
        more.withArray("callFlow").remove(0);
        assertThat(flow.add(say, more)).isFalse();
        assertThat(flow.body().path("callFlow")).hasSize(11);
    }

    @Test
    void listsOfTextsAreValuesAsAWhole() {
        Pack tags = new Pack(Samples.object("{}"));
        Probe one = Probes.lawful("bird.create.tags.accepted", "[\"a\"]");
        Probe other = Probes.lawful("bird.create.tags.accepted", "[\"b\"]");
        assertThat(tags.add(one, Probes.fragment(one))).isTrue();
        assertThat(tags.add(other, Probes.fragment(other))).isFalse();
    }

    private boolean add(Probe probe) {
        ObjectNode fragment = Samples.object("{}");
        fragment.set(probe.use().place().get(0), probe.value());
        return pack.add(probe, fragment);
    }
}
