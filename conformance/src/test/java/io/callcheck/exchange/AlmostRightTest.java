package io.callcheck.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.callcheck.testing.Targets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Altered tokens are wrong in every notation, and as little of them is told as of the right one. */
class AlmostRightTest {
    @ParameterizedTest
    @CsvSource({
        "PT0123456789abcdef, PT0123456789abcdef10, PT0123456789abcde",
        "c2VjcmV0c2VjcmV0MQ==, c2VjcmV0c2VjcmV0MQ10==, c2VjcmV0c2VjcmV0M",
        "thirteen-long, thirteen-long10, thirteen-lon"
    })
    void charactersAreAddedAndTakenAwayBeforeTheFilling(String token, String longer, String shorter) {
        assertThat(AlmostRight.longer(token)).isEqualTo(longer);
        assertThat(AlmostRight.shorter(token)).contains(shorter);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret", "twelve-chars", "twelve-chars=="})
    void ofAShortTokenNothingIsTakenAway(String token) {
        assertThat(AlmostRight.shorter(token)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"thirteen-long", "PT0123456789abcdef0123456789abcdef", "c2VjcmV0c2VjcmV0MQ=="})
    void whoeverRepeatsThemTellsNothing(String token) {
        Redaction redaction =
                Redaction.of(Targets.both(Map.of("signalwire.token", token, "bird.access-key", token + "-key")));
        String shorter = AlmostRight.shorter(token).orElseThrow();
        String longer = AlmostRight.longer(token);
        assertThat(redaction.text("you sent " + shorter + ", not it")).isEqualTo("you sent [redacted], not it");
        assertThat(redaction.text("you sent " + longer + ", not it"))
                .startsWith("you sent [redacted]")
                .doesNotContain(token);
        for (String altered : new String[] {shorter, longer}) {
            String own = Redaction.basic(Targets.ACCOUNT, altered);
            assertThat(redaction.text("Basic " + own + " is wrong")).isEqualTo("Basic [redacted] is wrong");
        }
        String foreign = Redaction.basic("00000000-0000-4000-8000-000000000000", token);
        assertThat(redaction.text("Basic " + foreign + " is wrong")).isEqualTo("Basic [redacted] is wrong");
    }

    @Test
    void ordinaryWordsAreLeftAlone() {
        Redaction redaction = Redaction.of(Targets.both(Map.of("signalwire.token", "completed-x")));
        assertThat(redaction.text("completed- completed")).isEqualTo("completed- completed");
    }
}
