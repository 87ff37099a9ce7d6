package io.callcheck.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.fixtures.fault.Faults;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole suite for single faults: the clauses that the matrix leaves out would not have failed either. */
@Tag("nightly")
final class WholeSuiteTest {
    private static final int SAMPLE = 20;

    static List<Round> sample() {
        List<Faults.Entry> all = new ArrayList<>(Faults.all());
        // These bend what other clauses look at, so that those are violated with good reason.
        all.removeIf(
                e -> e.id().matches(".*:(stale|other-call|accept-everything|value=.*)(@.*)?|.*\\.unknown:accepts"));
        List<Round> sample = new ArrayList<>();
        for (int i = 0; i < SAMPLE; i++) {
            Faults.Entry fault = all.get((2 * i + 1) * all.size() / (2 * SAMPLE));
            sample.add(new Round(fault.id(), List.of(fault), clause -> true));
        }
        return sample;
    }

    @ParameterizedTest
    @MethodSource("sample")
    void faultBreaksItsClauseAlone(Round round) {
        assertThat(round.misfires(round.play())).isEmpty();
    }
}
