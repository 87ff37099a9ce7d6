package io.callcheck.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Some rounds of the matrix, for every build: one with a fault of every parameter, and one out of twenty. */
final class FaultSampleTest {
    private static final int ONE_OUT_OF = 20;

    private static Rounds begun = Rounds.begin(List.of());

    @BeforeAll
    static void begin() {
        begun = Rounds.begin(sample());
    }

    @AfterAll
    static void close() {
        begun.close();
    }

    static List<Round> sample() {
        List<Round> all = Rounds.all();
        List<Round> sample = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (i % ONE_OUT_OF == ONE_OUT_OF / 4 || all.get(i).name().equals("requests 1")) {
                sample.add(all.get(i));
            }
        }
        return sample;
    }

    @ParameterizedTest
    @MethodSource("sample")
    void faultsBreakTheirClausesAlone(Round round) {
        assertThat(round.misfires(begun.of(round))).isEmpty();
    }
}
