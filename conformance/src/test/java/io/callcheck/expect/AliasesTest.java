package io.callcheck.expect;

import static io.callcheck.expect.CallbackEvidence.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two names of one value show the same. */
class AliasesTest {
    private final Expectation equal =
            new Sightings(ACCOUNT, Soundness.EVERYTHING).each(Aliases.equal("to_formatted", "formatted_to"));

    @ParameterizedTest
    @CsvSource({"1, 1", "'', ''"})
    void equalTextsHold(String one, String other) {
        CallbackEvidence seen = shown('"' + one + '"', '"' + other + '"');
        assertThat(seen.judge(equal)).isEqualTo(seen.held("look"));
    }

    @Test
    void differentTextsAreBroken() {
        CallbackEvidence seen = shown("\"(500) 555\"", "\"500 555\"");
        assertThat(seen.judge(equal))
                .isEqualTo(seen.broken(
                        new Finding("/to_formatted", "\"500 555\", as formatted_to", "\"(500) 555\""), "look"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"`\"a\"`, null", "null, `\"a\"`", "1, 2", "`\"1\"`, 1"})
    void onlyTextsAreCompared(String one, String other) {
        CallbackEvidence seen = shown(one, other);
        assertThat(seen.judge(equal)).isEqualTo(seen.unseen("no answer showed it"));
    }

    private static CallbackEvidence shown(String one, String other) {
        return new CallbackEvidence()
                .answered("look", "retrieve", 200, "{\"to_formatted\":" + one + ",\"formatted_to\":" + other + "}");
    }
}
