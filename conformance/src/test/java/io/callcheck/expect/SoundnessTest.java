package io.callcheck.expect;

import static io.callcheck.testing.Exchanges.answered;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callcheck.exchange.Exchange;
import io.callcheck.spec.Api;
import io.callcheck.testing.Documents;
import io.callcheck.testing.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What breaks a clause of its own form is taken out of what other laws look at. */
class SoundnessTest {
    private final Soundness signalwire = soundness(Api.SIGNALWIRE);

    @Test
    void aLawfulBodyIsLookedAtAsItCame() {
        JsonNode call = Samples.json("signalwire-call-completed");
        assertThat(signalwire.sound(answered("retrieve", 200, call.toString()), call))
                .isSameAs(call);
        assertThat(Soundness.EVERYTHING.sound(answered("retrieve", 200, "{}"), call))
                .isSameAs(call);
    }

    @ParameterizedTest
    @CsvSource({
        "/date_created, \"2018-09-21T07:05:09Z\"",
        "/duration, -1",
        "/subresource_uris/notifications, 7",
        "/sid, absent"
    })
    void aWrongMemberIsTakenOut(String pointer, String value) {
        JsonNode wrong = Samples.changed("signalwire-call-completed", pointer, value);
        JsonNode before = wrong.deepCopy();
        assertThat(signalwire.sound(answered("retrieve", 200, wrong.toString()), wrong))
                .isEqualTo(Samples.changed("signalwire-call-completed", pointer, Samples.ABSENT));
        assertThat(wrong).isEqualTo(before);
    }

    @Test
    void aMemberThatIsWrongInOneCallOfAListIsTakenOutOfAll() {
        JsonNode wrong = Samples.changed("signalwire-page", "/calls/1/duration", "null");
        ObjectNode without = (ObjectNode) Samples.json("signalwire-page");
        without.path("calls").forEach(call -> ((ObjectNode) call).remove("duration"));
        assertThat(signalwire.sound(answered("list", 200, wrong.toString()), wrong))
                .isEqualTo(without);
    }

    @Test
    void aListWithAWrongItemIsEmptied() {
        JsonNode wrong = Samples.changed("bird-call", "/tags/1", "7");
        Exchange bird = bird("retrieve", wrong);
        assertThat(soundness(Api.BIRD).sound(bird, wrong)).isEqualTo(Samples.changed("bird-call", "/tags", "[]"));
    }

    @Test
    void whatIsWrongOutsideOfTheBodyTakesNothingOut() {
        JsonNode call = Samples.json("signalwire-call-completed");
        assertThat(signalwire.sound(answered("retrieve", 200, "text/html", call.toString()), call))
                .isEqualTo(call);
        JsonNode list = Samples.parse("[]");
        assertThat(signalwire.sound(answered("retrieve", 200, "[]"), list)).isEqualTo(list);
    }

    private static Soundness soundness(Api api) {
        return Soundness.of(new Answers(Documents.catalogue(api), Documents.contract(api)));
    }

    private static Exchange bird(String operation, JsonNode body) {
        Exchange like = answered(operation, 200, body.toString());
        return new Exchange(Api.BIRD, operation, like.at(), like.sent(), like.answer(), null);
    }
}
