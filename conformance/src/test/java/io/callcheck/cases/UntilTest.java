package io.callcheck.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class UntilTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    private final List<Integer> looks = new ArrayList<>();

    @Test
    void looksAreNumberedAndTheLastOneIsTold() throws InterruptedException {
        String last = Until.enough(LONG, look -> "look " + look, seen -> looked() == 3);
        assertThat(last).isEqualTo("look 3");
        assertThat(looks).containsExactly(1, 2, 3);
    }

    @Test
    void thereIsOneLookHoweverLittleTimeThereIs() throws InterruptedException {
        assertThat(Until.yes(Duration.ZERO, number -> number == 2)).isFalse();
        assertThat(Until.yes(Duration.ZERO, number -> number == 1)).isTrue();
    }

    @Test
    void theyEndWithTheTime() throws InterruptedException {
        long start = System.nanoTime();
        assertThat(Until.yes(Duration.ofMillis(100), number -> looked() < 0)).isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(100));
        assertThat(looks.size()).as("each later than the one before").isBetween(2, 5);
    }

    @Test
    void closeLooksAreApartToo() throws InterruptedException {
        int seen = Until.closely(Duration.ofMillis(300), look -> look, look -> looked() < 0);
        assertThat(seen).as("20 ms apart and a fifth more each time").isBetween(2, 10);
        assertThat(looks).hasSize(seen);
    }

    @Test
    void aRunThatIsCutShortLooksNoMore() {
        assertThatThrownBy(() -> Until.yes(LONG, number -> {
                    Thread.currentThread().interrupt();
                    return looked() < 0;
                }))
                .isInstanceOf(InterruptedException.class);
        assertThat(looks).hasSize(1);
    }

    private int looked() {
        looks.add(looks.size() + 1);
        return looks.size();
    }
}
