package io.callcheck.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.exchange.Exchange;
import io.callcheck.fixtures.fault.Faults;
import io.callcheck.spec.Api;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every fault of an answer, put into recorded evidence, breaks its own clause and no other, but for those of {@link Sorts}. */
final class AnswerFaultsTest {
    private static List<Exchange> recorded = List.of();

    @BeforeAll
    static void record() throws IOException {
        recorded = Recorded.run();
    }

    @ParameterizedTest
    @EnumSource(Api.class)
    void recordedEvidenceBreaksNothing(Api api) throws IOException {
        assertThat(recorded).filteredOn(e -> e.api() == api).hasSizeGreaterThan(40);
        assertThat(Court.of(api, recorded).untouched().broken()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Api.class)
    void eachFaultBreaksItsClauseAlone(Api api) throws IOException {
        Court court = Court.of(api, recorded);
        Map<String, String> misfires = new TreeMap<>();
        int tried = 0;
        for (Faults.Entry entry : Sorts.ofAnswers(Faults.of(court.catalogue()))) {
            Court.Sentence sentence = court.with(entry.id());
            tried++;
            if (sentence.shown() == 0) {
                misfires.put(entry.id(), "never shown");
            } else if (!sentence.broken().keySet().equals(Sorts.expected(entry))) {
                misfires.put(entry.id(), "breaks " + sentence.broken().keySet());
            }
            sentence.broken()
                    .values()
                    .forEach(findings -> assertThat(findings).allSatisfy(f -> {
                        assertThat(f.where()).isNotNull();
                        assertThat(f.expected()).isNotBlank();
                        assertThat(f.actual()).isNotBlank().isNotEqualTo(f.expected());
                    }));
        }
        assertThat(misfires).isEmpty();
        assertThat(tried).isGreaterThan(200);
        Measures.put("answers " + api.id(), Map.of("faults", tried, "caught", tried, "caughtByTheRightClause", tried));
    }
}
