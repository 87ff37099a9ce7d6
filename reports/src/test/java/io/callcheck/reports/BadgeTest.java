package io.callcheck.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.spec.Level;
import io.callcheck.verdict.Judged;
import io.callcheck.verdict.Outcome;
import org.junit.jupiter.api.Test;

class BadgeTest {

    @Test
    void itNamesTheVerdictForEyesAndEars() {
        assertThat(svg(Runs.ofEveryOutcome().judged()))
                .startsWith("<svg ")
                .contains("role=\"img\"", "<title id=\"t\">callcheck: 1 violated</title>", ">1 violated</text>");
    }

    @Test
    void aConformantRunIsConformant() {
        assertThat(Badge.View.of(passed().judged()).word()).isEqualTo("conformant");
    }

    @Test
    void aPartIsNotTheWhole() {
        Runs runs = passed().clause("signalwire.create.From.required", Level.MUST, "x");
        assertThat(Badge.View.of(runs.judged()).word()).isEqualTo("conformant in part");
    }

    @Test
    void aRecordingIsNotTheWhole() {
        Runs runs = passed().clause("signalwire.create.From.required", Level.MUST, "x");
        runs.open("create", Outcome.UNSEEN, "x", "no answer showed it");
        assertThat(Badge.View.of(runs.judged()).word()).isEqualTo("conformant");
        assertThat(Badge.View.of(runs.recorded("").judged()).word()).isEqualTo("conformant in part");
    }

    @Test
    void aRunThatWasCutShortFoundNothingOut() {
        assertThat(Badge.View.of(passed().unfinished(3).judged()).word()).isEqualTo("could not find out");
    }

    private static Runs passed() {
        return new Runs()
                .clause("signalwire.create.To.required", Level.MUST, "x")
                .passed("create", "x");
    }

    private static String svg(Judged judged) {
        return new Page().render(Badge.View.of(judged));
    }
}
