package io.callcheck.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.expect.Finding;
import io.callcheck.spec.Level;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class VerdictTest {
    @Test
    void textsOfTheTargetAreWrittenOtherwiseAndNothingElseIs() {
        Verdict verdict = new Verdict(
                "bird.a",
                "b is c",
                "bird",
                "create",
                Level.MUST,
                Outcome.FAIL,
                "bird.d",
                "why",
                List.of(new Finding("/where", "expected", "actual")),
                List.of(3),
                true);
        assertThat(verdict.withTexts(text -> text.toUpperCase(Locale.ROOT)))
                .isEqualTo(new Verdict(
                        "bird.a",
                        "b is c",
                        "bird",
                        "create",
                        Level.MUST,
                        Outcome.FAIL,
                        "bird.d",
                        "WHY",
                        List.of(new Finding("/WHERE", "EXPECTED", "ACTUAL")),
                        List.of(3),
                        true));
    }
}
