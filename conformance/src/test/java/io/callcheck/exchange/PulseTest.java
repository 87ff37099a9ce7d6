package io.callcheck.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A target that never answers is given up soon; one that answers sometimes is not. */
class PulseTest {
    private static final Sent GET = sent("GET");
    private static final Sent POST = sent("POST");

    private final AtomicLong now = new AtomicLong();
    private final Pulse pulse = new Pulse(now::get);

    @Test
    void sixRefusalsAndNoAnswerEverAreTheEnd() {
        for (int i = 1; i < Pulse.NEVER; i++) {
            assertThat(pulse.miss("refused")).isEmpty();
            assertThat(pulse.dead()).isEmpty();
            assertThat(pulse.untried()).isTrue();
        }
        pulse.miss("refused");
        assertThat(pulse.dead()).isEqualTo("refused");
        assertThat(pulse.untried()).isFalse();
    }

    @Test
    void threeTimeOutsAndNoAnswerEverAreTheEnd() {
        for (int i = 1; i <= Pulse.NEVER_SLOW; i++) {
            assertThat(pulse.dead()).isEmpty();
            now.addAndGet(Duration.ofSeconds(5).toNanos());
            pulse.miss("late");
        }
        assertThat(pulse.dead()).isEqualTo("late");
    }

    @Test
    void whatAnsweredOnceIsLookedAtBeforeItIsGivenUp() {
        pulse.beat(GET);
        pulse.beat(POST);
        missed(Pulse.LATER - 1);
        assertThat(pulse.miss("late")).contains(GET);
        assertThat(pulse.miss("late")).as("one look at a time").isEmpty();
        assertThat(pulse.dead()).isEmpty();
        pulse.looked("late");
        assertThat(pulse.dead()).isEqualTo("late");
        pulse.beat(POST);
        assertThat(pulse.dead()).as("an answer that was under way").isEmpty();
    }

    @Test
    void aLookThatIsAnsweredBeginsTheCountAgain() {
        pulse.beat(GET);
        missed(Pulse.LATER - 1);
        assertThat(pulse.miss("late")).isPresent();
        pulse.looked("");
        assertThat(pulse.dead()).isEmpty();
        missed(Pulse.LATER - 1);
        assertThat(pulse.miss("late")).isPresent();
    }

    @Test
    void whatAnswersSometimesIsNeverGivenUp() {
        for (int i = 0; i < 100; i++) {
            pulse.beat(GET);
            missed(Pulse.LATER - 1);
        }
        assertThat(pulse.dead()).isEmpty();
    }

    @Test
    void aRequestThatChangesSomethingIsNoLook() {
        pulse.beat(POST);
        missed(3 * Pulse.LATER);
        assertThat(pulse.dead()).isEmpty();
    }

    private void missed(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(pulse.miss("late")).isEqualTo(Optional.empty());
        }
    }

    private static Sent sent(String method) {
        return new Sent(method, URI.create("http://127.0.0.1:1"), List.of(), "");
    }
}
