package io.callcheck.expect;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.exchange.Answer;
import io.callcheck.exchange.Exchange;
import io.callcheck.exchange.Sent;
import io.callcheck.spec.Api;
import io.callcheck.testing.Samples;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One sight is before another only when its answer was there before the other's request was sent. */
class CourseTest {
    private static final Instant START = Instant.parse("2024-03-01T00:00:00Z");
    private static final Sent SENT = new Sent("GET", URI.create("http://127.0.0.1:1/Calls/1"), List.of(), "");

    private final List<Sighting> call = new ArrayList<>();

    @Test
    void everySightIsComparedWithTheFurthestBeforeIt() {
        seen("a", 1, 0, 10);
        seen("b", 3, 20, 10);
        seen("c", 2, 40, 10);
        seen("d", 4, 60, 10);
        assertThat(pairs()).containsExactly("a b", "b c", "b d");
    }

    @Test
    void ofTwoThatCameEquallyFarTheFirstIsTold() {
        seen("a", 2, 0, 10);
        seen("b", 2, 20, 10);
        seen("c", 1, 40, 10);
        assertThat(pairs()).containsExactly("a b", "a c");
    }

    @Test
    void sightsComeInTheOrderOfTheirSending() {
        seen("c", 3, 40, 10);
        seen("a", 1, 0, 10);
        seen("b", 2, 20, 10);
        assertThat(pairs()).containsExactly("a b", "b c");
    }

    @Test
    void sightsThatOverlapSayNothingOfTheirOrder() {
        seen("slow", 3, 0, 50);
        seen("quick", 1, 10, 10);
        seen("meanwhile", 2, 30, 10);
        seen("after", 1, 60, 10);
        assertThat(pairs()).containsExactly("quick meanwhile", "slow after");
    }

    @Test
    void anAnswerInTheVeryMomentOfTheRequestIsNotBeforeIt() {
        seen("a", 1, 0, 10);
        seen("b", 2, 10, 10);
        assertThat(pairs()).isEmpty();
    }

    @Test
    void nothingIsBeforeASingleSight() {
        assertThat(pairs()).isEmpty();
        seen("a", 1, 0, 10);
        assertThat(pairs()).isEmpty();
    }

    /** Each sight after the furthest before it, by their names. */
    private List<String> pairs() {
        List<String> pairs = new ArrayList<>();
        Course.eachAfter(
                call,
                s -> s.call().path("far").asLong(),
                (before, seen) -> pairs.add(before.text("name") + " " + seen.text("name")));
        return pairs;
    }

    private void seen(String name, int far, int at, int millis) {
        Answer answer = new Answer(200, List.of(), new byte[0], false, millis * 1000L);
        Exchange exchange = new Exchange(Api.SIGNALWIRE, "retrieve", START.plusMillis(at), SENT, answer, null);
        call.add(new Sighting(exchange, "", Samples.parse("{\"name\":\"" + name + "\",\"far\":" + far + "}")));
    }
}
